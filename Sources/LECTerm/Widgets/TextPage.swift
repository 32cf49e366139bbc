/// Lines to be read, more than a screen holds: a rule's letter, a report, figures before a confirmation.
struct TextPage: Sendable, Equatable {
  struct Line: Sendable, Equatable {
    var words: Words
    var ink: Ink
    /// Words at the right end of the line: a figure beside its name.
    var figure: Words

    init(_ words: Words, ink: Ink = .text, figure: Words = .none) {
      self.words = words
      self.ink = ink
      self.figure = figure
    }

    static let blank = Line(.none)
  }

  private(set) var lines: [Line]
  private(set) var top = 0
  /// Lines of text in columns are cut at the edge; prose is wrapped.
  let isWrapped: Bool

  init(_ lines: [Line] = [], isWrapped: Bool = true) {
    self.lines = lines
    self.isWrapped = isWrapped
  }

  static let commands: [Command] = [.up, .down, .pageUp, .pageDown, .first, .last].map { Command($0) }

  /// True when the input was for scrolling.
  mutating func handle(_ input: Input) -> Bool {
    guard case .command(let id) = input else { return false }
    switch id {
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= 18
    case .pageDown: top += 18
    case .first: top = 0
    case .last: top = lines.count - 5
    default: return false
    }
    top = max(0, min(top, lines.count - 1))
    return true
  }

  /// Shows from this line on, for a text that was made anew.
  mutating func scroll(to line: Int) { top = max(0, min(line, lines.count - 1)) }

  func draw(on canvas: inout Canvas, in look: Look) {
    var row = 0
    canvas.cursor = .origin
    for line in lines.dropFirst(top) {
      // Read aloud, a figure belongs right behind its name.
      let isPlain = look.plain && line.figure != .none
      let figure = isPlain ? "" : look.said(line.figure)
      let room = canvas.size.columns - 2 - (figure.isEmpty ? 0 : Columns.width(of: figure) + 2)
      let text = look.said(line.words) + (isPlain ? ": " + look.said(line.figure) : "")
      for (place, part) in (isWrapped ? Wrap.lines(text, width: max(10, room)) : [text]).enumerated() {
        guard row < canvas.size.rows else { return }
        canvas.put(part, at: Position(column: 1, row: row), width: room, ink: line.ink)
        if !figure.isEmpty, place == 0 {
          canvas.put(
            figure, at: Position(column: 0, row: row), width: canvas.size.columns - 2, ink: line.ink, align: .trailing)
        }
        row += 1
      }
    }
  }
}
