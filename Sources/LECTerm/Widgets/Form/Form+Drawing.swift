extension Form {
  /// Where each field stands: which page it is on, and on which row of it.
  private struct Slot {
    let field: FormField
    let message: Remark?
    let messageIsBelow: Bool
    let rows: Int
  }

  /// Draws the page of fields on which the focus is, and in the last two rows the help for the field that has it.
  func draw(on canvas: inout Canvas, in look: Look) {
    let (body, foot) = canvas.bounds.split(bottom: 2)
    let label = labelWidth(look, in: canvas.size.columns)
    let slots = shown.map { slot($0, label: label, width: canvas.size.columns, look) }
    let pages = pages(slots, rows: body.rows)
    let page = pages.firstIndex { $0.contains { $0.field.id == focus } } ?? 0
    var row = 0
    var over: (control: any FieldControl, place: Position)?
    for slot in pages.indices.contains(page) ? pages[page] : [] {
      let place = Position(column: label + 2, row: row)
      draw(slot, at: row, label: label, on: &canvas, look)
      if slot.field.id == focus { over = (slot.field.control, place) }
      row += slot.rows
    }
    drawFoot(on: &canvas, foot, page: page, of: pages.count, look)
    over?.control.drawOver(on: &canvas, at: over?.place ?? .origin, in: look)
    question?.draw(on: &canvas, in: look)
  }

  private func draw(_ slot: Slot, at row: Int, label: Int, on canvas: inout Canvas, _ look: Look) {
    let field = slot.field
    let isFocused = field.id == focus
    let name = look.said(field.label) + (field.need == .required ? " *" : "")
    if field.isChanged { canvas.put("+", at: Position(column: 0, row: row), ink: .dim) }
    canvas.put(
      look.plain ? name + ":" : name, at: Position(column: 1, row: row), width: label, ink: isFocused ? .title : .text)
    let size = field.control.size
    let width = min(size.columns, max(1, canvas.size.columns - label - 3))
    let state: FieldState = isFocused ? .focused : field.error == nil ? .resting : .wrong
    canvas.part(Rect(column: label + 2, row: row, columns: width, rows: size.rows)) { part in
      field.control.draw(on: &part, in: look, state: state)
    }
    if let message = slot.message {
      let place =
        slot.messageIsBelow
        ? Position(column: label + 2, row: row + size.rows) : Position(column: label + width + 4, row: row)
      canvas.put(look.said(message.words), at: place, width: canvas.size.columns - place.column, ink: message.ink)
    }
  }

  private func drawFoot(on canvas: inout Canvas, _ foot: Rect, page: Int, of pages: Int, _ look: Look) {
    let help = shown.first { $0.id == focus }?.help ?? .none
    let room = foot.columns - (pages > 1 ? 12 : 2)
    for (row, line) in Wrap.lines(look.said(help), width: room).prefix(2).enumerated() {
      canvas.put(line, at: foot.row(row).origin.moved(columns: 1), width: room, ink: .dim)
    }
    guard pages > 1 else { return }
    let text = look.text("form.page", [.number("at", page + 1), .number("of", pages)])
    canvas.put(text, at: foot.row(1).origin, width: foot.columns - 1, ink: .dim, align: .trailing)
  }

  private func labelWidth(_ look: Look, in columns: Int) -> Int {
    let widths = fields.map { Columns.width(of: look.said($0.label)) + ($0.need == .required ? 2 : 0) }
    return min((widths.max() ?? 0) + (look.plain ? 1 : 0), columns * 2 / 5)
  }

  private func slot(_ field: FormField, label: Int, width: Int, _ look: Look) -> Slot {
    let size = field.control.size
    guard let message = field.message(isFocused: field.id == focus) else {
      return Slot(field: field, message: nil, messageIsBelow: false, rows: size.rows)
    }
    let beside = width - label - size.columns - 4
    let isBelow = Columns.width(of: look.said(message.words)) > beside
    return Slot(field: field, message: message, messageIsBelow: isBelow, rows: size.rows + (isBelow ? 1 : 0))
  }

  private func pages(_ slots: [Slot], rows: Int) -> [[Slot]] {
    var pages: [[Slot]] = [[]]
    var used = 0
    for slot in slots {
      if used > 0, used + slot.rows > rows {
        pages.append([])
        used = 0
      }
      pages[pages.count - 1].append(slot)
      used += slot.rows
    }
    return pages
  }
}
