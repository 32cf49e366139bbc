/// A display without a terminal: it keeps the last canvas.
@MainActor final class LessonPaper: Display {
  let size: Size
  let capabilities = Capabilities.plain
  private(set) var canvas: Canvas

  init(size: Size = .smallest) {
    self.size = size
    canvas = Canvas(size: size)
  }

  func show(_ canvas: Canvas) { self.canvas = canvas }
  func readKey(timeout: Duration?) -> Key? { nil }
  func use(_ theme: Theme) {}
  func redraw() {}
  func suspend() {}
  func title(_ text: String) {}
  func copy(_ text: String) {}
  func leave() {}
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
