import LECModel

/// Words of several lines: an explanation, a review note. Enter begins a new line, Tab leaves the field.
struct NoteField: FieldControl {
  private(set) var lines: [TextLine]
  private(set) var row: Int
  let size: Size
  let limit: Int

  init(_ text: String = "", size: Size = Size(columns: 50, rows: 4), limit: Int = 1_000) {
    self.size = size
    self.limit = limit
    lines = Self.lines(of: text, limit: limit)
    row = lines.count - 1
  }

  /// Each line in the one form in which text is stored, without empty lines at the end.
  var value: String {
    var clean = lines.map { TextForm.clean($0.text) }[...]
    while clean.last?.isEmpty == true { clean.removeLast() }
    return clean.joined(separator: "\n")
  }
  var draft: String? { text }
  var problem: Words? { nil }

  private var text: String { lines.map(\.text).joined(separator: "\n") }

  mutating func restore(_ draft: String) {
    lines = Self.lines(of: draft, limit: limit)
    row = lines.count - 1
  }

  mutating func handle(_ input: Input) -> FieldOutcome {
    switch input {
    case .command(.choose):
      breakLine()
      return .changed
    case .command(.up) where row > 0:
      row -= 1
      return .handled
    case .command(.down) where row < lines.count - 1:
      row += 1
      return .handled
    case .command(.deleteBack) where row > 0 && lines[row].caret == 0:
      joinLines()
      return .changed
    case .paste(let text):
      for (place, part) in text.split(whereSeparator: \.isNewline).enumerated() {
        if place > 0 { breakLine() }
        insert(String(part))
      }
      return .changed
    case .text(let text):
      insert(text)
      return .changed
    default:
      return lines[row].edit(input)
    }
  }

  func draw(on canvas: inout Canvas, in look: Look, state: FieldState) {
    canvas.fill(canvas.bounds, ink: state.ink)
    let top = max(0, row - canvas.size.rows + 1)
    for (place, line) in lines.dropFirst(top).prefix(canvas.size.rows).enumerated() {
      line.draw(
        on: &canvas, at: Position(column: 0, row: place), width: canvas.size.columns, ink: state.ink,
        hasCursor: state.isFocused && top + place == row)
    }
  }

  private mutating func insert(_ added: String) {
    let room = limit - text.unicodeScalars.count
    var taken = String.UnicodeScalarView()
    taken.append(contentsOf: added.unicodeScalars.prefix(max(0, room)))
    lines[row].insert(String(taken))
  }

  private mutating func breakLine() {
    let (before, after) = lines[row].halves
    lines[row] = TextLine(before, limit: limit)
    var next = TextLine(after, limit: limit)
    _ = next.handle(.command(.lineStart))
    lines.insert(next, at: row + 1)
    row += 1
  }

  private mutating func joinLines() {
    var joined = lines[row - 1]
    _ = joined.handle(.command(.lineEnd))
    let tail = lines.remove(at: row)
    row -= 1
    joined.append(keepingCaret: tail.text)
    lines[row] = joined
  }

  private static func lines(of text: String, limit: Int) -> [TextLine] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { TextLine(String($0), limit: limit) }
  }
}
