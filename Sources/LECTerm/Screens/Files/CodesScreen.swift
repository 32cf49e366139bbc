import LECModel

/// A text as QR codes, one after the other: each as large as the window takes, black on white whatever the colours are.
struct CodesScreen: Screen {
  private let text: String
  private var size = Size.smallest
  private var codes: [[String]] = []
  private var isAsked = false
  private var place = 0

  init(_ text: String) { self.text = text }

  var commands: [Command] { [.bar(.down), .bar(.up), Command(.choose), Command(.pageDown), Command(.pageUp)] }

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
    case .command(.back): return [.back]
    case .command(.down), .command(.choose), .command(.pageDown), .text(" "):
      if place + 1 < codes.count { place += 1 }
    case .command(.up), .command(.pageUp): place = max(0, place - 1)
    default: break
    }
    return []
  }

  /// All but the row of words at the bottom.
  private var ask: Step { .ask(.level(.codes(text, room: Size(columns: size.columns, rows: size.rows - 1)))) }

  func draw(on canvas: inout Canvas, in look: Look) {
    let bottom = canvas.size.rows - 1
    guard codes.indices.contains(place) else {
      canvas.put(look.said("codes.noRoom"), at: Position(column: 1, row: 0), ink: .warning)
      return
    }
    let lines = codes[place]
    let left = max(0, (canvas.size.columns - (lines.first?.count ?? 0)) / 2)
    for (row, line) in lines.enumerated() where row < bottom {
      canvas.put(line, at: Position(column: left, row: row), ink: .code)
    }
    let words = Words.key("codes.place", [.number("number", place + 1), .number("count", codes.count)])
    canvas.put(look.said(words), at: Position(column: 1, row: bottom), ink: .keyLabel)
    canvas.cursor = Position(column: 1, row: bottom)
  }
}
