/// A line of text being edited: what stands in it and where the caret is. Fields, search boxes and the palette are made of it.
///
/// The caret goes by columns: a base letter with its vowels and tone marks is one step, SARA AM a step of its own. Backspace takes one code
/// point, as Thai typists expect (a wrong tone mark goes alone); delete takes the whole column.
struct TextLine: Hashable, Sendable {
  private(set) var scalars: [Unicode.Scalar]
  private(set) var caret: Int
  /// The most code points it takes; what would go beyond is not taken.
  let limit: Int

  init(_ text: String = "", limit: Int = 200) {
    scalars = Array(text.unicodeScalars.filter(TextLine.isAllowed).prefix(limit))
    caret = scalars.count
    self.limit = limit
  }

  var text: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  var isEmpty: Bool { scalars.isEmpty }

  /// What is left of the caret.
  var beforeCaret: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[..<caret])
    return String(text)
  }

  /// What is left and right of the caret.
  var halves: (before: String, after: String) {
    var after = String.UnicodeScalarView()
    after.append(contentsOf: scalars[caret...])
    return (beforeCaret, String(after))
  }

  /// The same line with a star for each letter.
  var masked: TextLine {
    var masked = self
    masked.scalars = scalars.map { _ in "*" }
    return masked
  }

  /// Puts text at the end and leaves the caret where it is.
  mutating func append(keepingCaret text: String) {
    scalars += text.unicodeScalars.filter(TextLine.isAllowed).prefix(max(0, limit - scalars.count))
  }

  /// Takes letters, pastes and editing commands; false when the input is none of these and belongs to somebody else.
  mutating func handle(_ input: Input) -> Bool {
    switch input {
    case .text(let text): insert(text)
    case .paste(let text): insert(text)
    case .command(.left): caret = boundary(before: caret)
    case .command(.right): caret = boundary(after: caret)
    case .command(.lineStart): caret = 0
    case .command(.lineEnd): caret = scalars.count
    case .command(.deleteBack): deleteBack()
    case .command(.deleteForward): scalars.removeSubrange(caret..<boundary(after: caret))
    case .command(.clearLine): self = TextLine(limit: limit)
    default: return false
    }
    return true
  }

  /// Puts text at the caret. Line ends become spaces; control characters are left out.
  mutating func insert(_ text: String) {
    let spaced = text.unicodeScalars.map { $0 == "\n" || $0 == "\r" || $0 == "\t" ? " " : $0 }
    let added = spaced.filter(TextLine.isAllowed).prefix(max(0, limit - scalars.count))
    scalars.insert(contentsOf: added, at: caret)
    caret += added.count
  }

  private mutating func deleteBack() {
    guard caret > 0 else { return }
    caret -= 1
    scalars.remove(at: caret)
  }

  private func boundary(before place: Int) -> Int {
    var place = max(0, place - 1)
    while place > 0, TextLine.isMark(scalars[place]) { place -= 1 }
    return place
  }

  private func boundary(after place: Int) -> Int {
    var place = min(scalars.count, place + 1)
    while place < scalars.count, TextLine.isMark(scalars[place]) { place += 1 }
    return place
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    if case .mark = Glyph(scalar) { true } else { false }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
  }
}

extension TextLine {
  /// Draws the line in one row of room and puts the canvas' cursor at the caret. What is too long scrolls so far that the caret is seen.
  func draw(on canvas: inout Canvas, at place: Position, width: Int, ink: Ink, hasCursor: Bool = true) {
    guard width > 0 else { return }
    canvas.fill(Rect(column: place.column, row: place.row, columns: width, rows: 1), ink: ink)
    let caretColumn = Columns.width(of: beforeCaret)
    let hidden = max(0, caretColumn - width + 1)
    let seen = Columns.string(Columns(text).dropFirst(hidden))
    canvas.put(seen, at: place, width: width, ink: ink, cut: hasCursor ? .clip : .ellipsis)
    if hasCursor { canvas.cursor = place.moved(columns: caretColumn - hidden) }
  }
}
