/// How far a long task has come: what is being done, how much of it, and how much there is when that is known.
struct Progress: Hashable, Sendable {
  let task: Words
  let done: Int
  let total: Int?

  init(_ task: Words, done: Int, total: Int? = nil) {
    self.task = task
    self.done = done
    self.total = total
  }

  var isFinished: Bool { total.map { done >= $0 } ?? false }

  /// Draws a box in the middle with a bar, the figures and how to stop.
  func draw(on canvas: inout Canvas, in look: Look) {
    let area = canvas.bounds.centered(Size(columns: min(60, canvas.size.columns), rows: 6))
    canvas.fill(area, ink: .dialog)
    if !look.plain { canvas.box(area, ink: .borderFocused) }
    let inner = area.inset(columns: 2, rows: 1)
    canvas.put(look.said(task), at: inner.row(0).origin, width: inner.columns, ink: .dialog)
    drawBar(on: &canvas, inner.row(1), look)
    canvas.put(figures(look), at: inner.row(2).origin, width: inner.columns, ink: .dialog)
    canvas.put(look.text("progress.cancel"), at: inner.row(3).origin, width: inner.columns, ink: .dim)
    canvas.cursor = inner.row(2).origin
  }

  private func drawBar(on canvas: inout Canvas, _ line: Rect, _ look: Look) {
    guard let total, total > 0, !look.plain else { return }
    let part = min(max(0, done), total) * line.columns / total
    canvas.fill(line, ink: .progress)
    canvas.put(String(repeating: "░", count: line.columns), at: line.origin, ink: .progress)
    canvas.put(String(repeating: "█", count: part), at: line.origin, ink: .progressDone)
  }

  private func figures(_ look: Look) -> String {
    guard let total, total > 0 else { return look.text("progress.count", [.number("done", done)]) }
    return look.text(
      "progress.figures",
      [.number("percent", min(100, done * 100 / total)), .number("done", done), .number("total", total)])
  }
}
