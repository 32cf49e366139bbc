extension Dialog {
  /// Draws the box in the middle of the canvas; the cursor stands in the line, else on the reason, else on the button.
  func draw(on canvas: inout Canvas, in look: Look) {
    let width = min(64, max(20, canvas.size.columns - 8))
    let messageLines = Wrap.lines(look.said(message), width: width - 4)
    let errorLines = error.map { Wrap.lines(look.said($0), width: width - 4) } ?? []
    let rows = 2 + messageLines.count + reasons.count + (reasons.isEmpty ? 0 : 1) + (line == nil ? 0 : 3)
    let area = canvas.bounds.centered(Size(columns: width, rows: rows + errorLines.count + 2))
    canvas.fill(area, ink: .dialog)
    let name = look.said(title)
    if look.plain {
      canvas.put(name, at: area.origin, width: width, ink: .title)
    } else {
      canvas.box(area, title: name, ink: .borderFocused)
    }
    canvas.part(area.inset(columns: 2, rows: 1)) { inner in
      var row = 0
      for text in messageLines {
        inner.put(text, at: Position(column: 0, row: row), ink: .dialog)
        row += 1
      }
      row = drawReasons(on: &inner, from: row, look)
      row = drawLine(on: &inner, from: row, look)
      for text in errorLines {
        inner.put(text, at: Position(column: 0, row: row), ink: .error)
        row += 1
      }
      drawButtons(on: &inner, row: inner.size.rows - 1, look)
    }
  }

  private func drawReasons(on canvas: inout Canvas, from first: Int, _ look: Look) -> Int {
    guard !reasons.isEmpty else { return first }
    for (place, words) in reasons.enumerated() {
      let line = canvas.bounds.row(first + 1 + place)
      let isChosen = place == reason
      if isChosen { canvas.fill(line, ink: .selected) }
      let text = (isChosen ? "(x) " : "( ) ") + look.said(words)
      canvas.put(text, at: line.origin, width: line.columns, ink: isChosen ? .selected : .dialog)
      if isChosen { canvas.cursor = line.origin.moved(columns: 1) }
    }
    return first + 1 + reasons.count
  }

  private func drawLine(on canvas: inout Canvas, from first: Int, _ look: Look) -> Int {
    guard let line else { return first }
    canvas.put(look.said(lineLabel), at: Position(column: 0, row: first + 1), ink: .dialog)
    let shown = isSecret ? line.masked : line
    shown.draw(on: &canvas, at: Position(column: 0, row: first + 2), width: canvas.size.columns, ink: .fieldFocused)
    return first + 3
  }

  private func drawButtons(on canvas: inout Canvas, row: Int, _ look: Look) {
    var column = 0
    for (place, each) in buttons.enumerated() {
      let isChosen = place == button
      let text = isChosen ? "[ \(look.text(each.label)) ]" : "  \(look.text(each.label))  "
      let at = Position(column: column, row: row)
      canvas.put(text, at: at, ink: isChosen ? .selected : .dialog)
      if isChosen, line == nil, reasons.isEmpty { canvas.cursor = at.moved(columns: 2) }
      column += Columns.width(of: text) + 2
    }
  }
}
