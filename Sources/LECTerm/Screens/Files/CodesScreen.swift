import LECModel

/// A text as QR codes, one after the other: each as large as the window takes, black on white whatever the colours are.
struct CodesScreen: Screen {
  private let letter: CodeLetter
  private var size = Size.smallest
  private var codes: [[String]] = []
  private var isAsked = false
  private var place = 0
  /// Where the words do not fit beside a code they stand before the first one.
  private var isTelling = true
  /// Whether every code has been on the screen: before that nobody can have the file.
  private var isShown = false

  init(_ letter: CodeLetter) { self.letter = letter }

  var fitsAnywhere: Bool { true }
  var commands: [Command] { [.bar(.down), .bar(.up), Command(.choose), Command(.pageDown), Command(.pageUp)] }

  var about: TextKey? { "help.codes" }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .resized(let size):
      self.size = size
      return isAsked ? [ask] : []
    case .opened:
      isAsked = true
      return [ask]
    case .answer(.level(.codes(let codes))):
      self.codes = codes
      place = min(place, max(0, codes.count - 1))
    case .command(.back):
      return isShown ? [.back] : [.ask(.level(.unsend(letter.text))), .back, .say("codes.unsent", [])]
    case .command(.down), .command(.choose), .command(.pageDown), .text(" "):
      if tellsFirst, isTelling {
        isTelling = false
      } else if place + 1 < codes.count {
        place += 1
      }
    case .command(.up), .command(.pageUp):
      if place == 0 { isTelling = true }
      place = max(0, place - 1)
    default: break
    }
    if !codes.isEmpty, place == codes.count - 1, !(tellsFirst && isTelling) { isShown = true }
    return []
  }

  private var tellsFirst: Bool { size.columns - (codes.first?.first?.count ?? 0) - 3 < Self.narrowest }

  /// All but the row of words at the bottom.
  static func room(in window: Size) -> Size { Size(columns: window.columns, rows: window.rows - 1) }

  private var ask: Step { .ask(.level(.codes(letter.text, room: Self.room(in: size)))) }

  func draw(on canvas: inout Canvas, in look: Look) {
    let bottom = canvas.size.rows - 1
    guard codes.indices.contains(place) else {
      canvas.put(look.said("codes.noRoom"), at: Position(column: 1, row: 0), ink: .warning)
      return
    }
    if tellsFirst, isTelling {
      tell(on: &canvas, column: 1, width: canvas.size.columns - 2, look)
      let first = Words.key("codes.first", [.number("count", codes.count)])
      canvas.put(look.said(first), at: Position(column: 1, row: bottom), ink: .keyLabel)
      canvas.cursor = Position(column: 1, row: bottom)
      return
    }
    let lines = codes[place]
    // Beside the code stands what it is and what to do with it, where there is room.
    let width = lines.first?.count ?? 0
    let words = canvas.size.columns - width - 3
    let left = words >= Self.narrowest ? 0 : max(0, (canvas.size.columns - width) / 2)
    for (row, line) in lines.enumerated() where row < bottom {
      canvas.put(line, at: Position(column: left, row: row), ink: .code)
    }
    if words >= Self.narrowest { tell(on: &canvas, column: width + 2, width: min(words, 60), look) }
    let place = Words.key("codes.place", [.number("number", self.place + 1), .number("count", codes.count)])
    canvas.put(look.said(place), at: Position(column: 1, row: bottom), ink: .keyLabel)
    canvas.cursor = Position(column: 1, row: bottom)
  }

  private static let narrowest = 24

  private func tell(on canvas: inout Canvas, column: Int, width: Int, _ look: Look) {
    let said: [Words] = [
      .key("codes.made", [.number("count", letter.count), .number("number", letter.number)]),
      .key("codes.from", [.text("unit", letter.from)]), .key("bundles.to", [.words("unit", letter.to)]), .none,
      "codes.how",
    ]
    var row = 1
    for words in said {
      for line in words == .none ? [""] : Wrap.lines(look.said(words), width: width) where row < canvas.size.rows - 1 {
        canvas.put(line, at: Position(column: column, row: row))
        row += 1
      }
    }
  }
}
