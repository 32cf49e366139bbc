extension ListWindow {
  /// How many rows of a list there is room for: one row is its headings, one its place and search.
  static func capacity(in size: Size) -> Int { max(1, size.rows - 2) }

  /// Draws headings, the rows held, and at the bottom the place in the whole list or the search; the cursor stands on the chosen row.
  func draw(on canvas: inout Canvas, in look: Look) {
    let layout = layout(in: canvas.size, look)
    drawHeadings(on: &canvas, layout, look)
    if rows.isEmpty { drawEmpty(on: &canvas, look) }
    for (place, row) in rows.prefix(max(0, canvas.size.rows - 2)).enumerated() {
      drawRow(row, at: place, on: &canvas, layout, look)
    }
    drawFoot(on: &canvas, look)
    chooser?.draw(on: &canvas, in: look)
  }

  private func layout(in size: Size, _ look: Look) -> ColumnLayout {
    let shown = columns.indices.filter { index in
      chosenColumns.map { $0.contains(columns[index].id) } ?? (columns[index].from <= look.sizeClass)
    }
    return ColumnLayout(columns, shown: shown, width: max(0, size.columns - 2))
  }

  private func drawHeadings(on canvas: inout Canvas, _ layout: ColumnLayout, _ look: Look) {
    canvas.fill(canvas.bounds.row(0), ink: .heading)
    if look.plain {
      let names = layout.places.map { look.text(columns[$0.index].heading) }
      canvas.put(names.joined(separator: ", "), at: Position(column: 2, row: 0), ink: .heading)
      return
    }
    for place in layout.places {
      let column = columns[place.index]
      let arrow = column.id == sort ? (isReversed ? " v" : " ^") : ""
      canvas.put(
        look.text(column.heading) + arrow, at: Position(column: place.start + 2, row: 0), width: place.width,
        ink: .heading, align: column.side == .right ? .trailing : .leading)
    }
  }

  private func drawRow(_ row: ListRow, at place: Int, on canvas: inout Canvas, _ layout: ColumnLayout, _ look: Look) {
    let isChosen = place == cursor
    let isMarked = marks.contains(row.id)
    let line = canvas.bounds.row(place + 1)
    if row.ink != .text { canvas.fill(line, ink: row.ink) }
    canvas.put((isChosen ? ">" : " ") + (isMarked ? "*" : " "), at: line.origin, width: 2, ink: row.ink)
    if look.plain {
      let words = layout.places.map { look.said(cell($0.index, of: row)) }.filter { !$0.isEmpty }
      canvas.put(words.joined(separator: ", "), at: line.origin.moved(columns: 2), ink: row.ink)
    } else {
      for column in layout.places {
        canvas.put(
          look.said(cell(column.index, of: row)), at: line.origin.moved(columns: column.start + 2),
          width: column.width, ink: row.ink, align: columns[column.index].side == .right ? .trailing : .leading)
      }
    }
    if isChosen || isMarked { canvas.tint(bar(on: line, layout, look), ink: isChosen ? .selected : .marked) }
    if isChosen, searchBox == nil { canvas.cursor = line.origin }
  }

  /// How far the bar of a chosen row goes. Each row that it leaves or enters is sent anew as far as the bar goes, and Thai letters have
  /// three bytes: where the look asks for the head of the row only, it ends before the first column that grows, the names.
  private func bar(on line: Rect, _ layout: ColumnLayout, _ look: Look) -> Rect {
    if look.plain || look.highlight == .row { return line }
    let grows = layout.places.first { columns[$0.index].grows }
    guard let grows, grows.start > 0 else { return line }
    return line.split(left: grows.start + 2).left
  }

  private func cell(_ index: Int, of row: ListRow) -> Words {
    row.cells.indices.contains(index) ? row.cells[index] : .none
  }

  private func drawEmpty(on canvas: inout Canvas, _ look: Look) {
    let words = search.isEmpty ? look.text(emptyText) : look.text("list.notFound", [.text("search", search)])
    canvas.put(words, at: Position(column: 2, row: 1), ink: .dim)
    if searchBox == nil { canvas.cursor = Position(column: 2, row: 1) }
  }

  private func drawFoot(on canvas: inout Canvas, _ look: Look) {
    let foot = canvas.bounds.row(-1)
    let place = look.text("list.place", [.number("at", ordinal), .number("of", total)])
    let marked = marks.count(of: total)
    let right = (marked > 0 ? look.text("list.marked", [.number("count", marked)]) + "  " : "") + place + " "
    let rightWidth = Columns.width(of: right)
    canvas.put(right, at: foot.origin, width: foot.columns, ink: .dim, align: .trailing)
    let label = " " + look.text("list.search") + ": "
    let labelWidth = Columns.width(of: label)
    if let searchBox {
      canvas.put(label, at: foot.origin, ink: .key)
      let room = max(4, foot.columns - labelWidth - rightWidth - 2)
      searchBox.draw(on: &canvas, at: foot.origin.moved(columns: labelWidth), width: room, ink: .fieldFocused)
    } else if !search.isEmpty {
      canvas.put(label + search, at: foot.origin, width: foot.columns - rightWidth - 1, ink: .match)
    }
  }
}
