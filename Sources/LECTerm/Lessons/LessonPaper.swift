/// A display without a terminal: it keeps the last canvas.
@MainActor final class LessonPaper: PaperDisplay {
  let size: Size
  let capabilities = Capabilities.plain
  private(set) var canvas: Canvas

  init(size: Size = .smallest) {
    self.size = size
    canvas = Canvas(size: size)
  }

  func show(_ canvas: Canvas) { self.canvas = canvas }
  func readKey(timeout: Duration?) -> Key? { nil }
}

extension Canvas {
  /// The rows as text, without the blanks at their ends.
  var lines: [String] {
    frame.rows.map { row in
      guard let last = row.lastIndex(where: { $0 != " " }) else { return "" }
      return String(row[...last])
    }
  }

  /// The row on which the cursor stands.
  var chosenLine: String {
    guard let row = cursor?.row, lines.indices.contains(row) else { return "" }
    return lines[row]
  }
}
