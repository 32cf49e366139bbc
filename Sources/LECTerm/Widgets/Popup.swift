/// A box of lines over a screen, one of them chosen: what column choice, lists of options and reasons look like.
struct Popup: Sendable {
  let title: String
  var hint = ""
  let lines: [String]
  let cursor: Int
  /// Where it would like its upper left corner to be; in the middle when nil.
  var near: Position?

  /// Draws it inside the canvas, scrolled so that the chosen line is seen, with the cursor on that line.
  func draw(on canvas: inout Canvas, in look: Look) {
    let widest = (lines + [title, hint]).map { Columns.width(of: $0) }.max() ?? 0
    let hintRows = hint.isEmpty ? 0 : 1
    let area = place(Size(columns: widest + 4, rows: lines.count + 2 + hintRows), in: canvas.bounds)
    canvas.fill(area, ink: .dialog)
    if look.plain {
      canvas.put(title, at: area.origin, width: area.columns, ink: .title)
    } else {
      canvas.box(area, title: title, ink: .borderFocused)
    }
    let room = max(0, area.rows - 2 - hintRows)
    let top = max(0, min(cursor - room / 2, lines.count - room))
    for (row, line) in lines.dropFirst(top).prefix(room).enumerated() {
      let at = area.origin.moved(columns: 1, rows: row + 1)
      let isChosen = top + row == cursor
      let width = area.columns - 2
      if isChosen { canvas.fill(Rect(origin: at, size: Size(columns: width, rows: 1)), ink: .selected) }
      canvas.put(line, at: at.moved(columns: 1), width: width - 2, ink: isChosen ? .selected : .dialog)
      if look.plain, isChosen { canvas.put(">", at: at, width: 1, ink: .selected) }
      if isChosen { canvas.cursor = at.moved(columns: 1) }
    }
    if hintRows > 0 {
      canvas.put(hint, at: area.origin.moved(columns: 2, rows: area.rows - 2), width: area.columns - 4, ink: .dim)
    }
  }

  private func place(_ size: Size, in bounds: Rect) -> Rect {
    guard let near else { return bounds.centered(size) }
    let columns = min(size.columns, bounds.columns), rows = min(size.rows, bounds.rows)
    return Rect(
      column: max(0, min(near.column, bounds.columns - columns)), row: max(0, min(near.row, bounds.rows - rows)),
      columns: columns, rows: rows)
  }
}
