/// A table: its head is repeated on every page, no row is cut in two, long text takes more lines.
struct TableLayout {
  let table: Table
  private let sheet: Sheet
  private let size: Double
  private let widths: [Double]
  private let room: Double
  private static let pad = 3.0
  /// No cell may be taller than a page.
  private static let mostLetters = 1500

  init(_ table: Table, in layout: Layout) {
    self.table = table
    sheet = layout.sheet
    room = layout.room
    let letters = table.columns.reduce(0) { $0 + $1.width + 1.4 }
    size = max(7.5, min(Layout.body, layout.room / letters / 0.44))
    let wanted = letters * size * 0.5
    // A narrow table is not stretched over the page.
    let scale = min(layout.room, wanted) / letters
    widths = table.columns.map { ($0.width + 1.4) * scale }
  }

  private var width: Double { widths.reduce(0, +) }
  private var left: Double { Layout.side }

  func put(into layout: inout Layout) {
    let (head, headHeight) = self.head
    if !table.title.isEmpty {
      layout.need(headHeight + 60)
      layout.y += 6
      layout.paragraph(table.title, bold: true)
    }
    layout.need(headHeight + 30)
    for mark in head { layout.mark(mark.moved(down: layout.y)) }
    layout.y += headHeight
    layout.head = head
    layout.headHeight = headHeight
    for (i, row) in table.rows.enumerated() {
      switch row {
      case .group(let isNewPage, let lines):
        if isNewPage, i > 0 { layout.turn() }
        group(lines, next: i + 1 < table.rows.count ? table.rows[i + 1] : nil, &layout)
      case .cells(let cells): put(cells, isBold: false, &layout)
      case .subtotal(let cells): put(cells, isBold: true, &layout)
      case .sum(let cells): put(cells, isBold: true, isShaded: true, &layout)
      }
    }
    layout.head = []
    layout.headHeight = 0
    layout.y += 8
  }

  /// The head as marks from zero down, and its height.
  private var head: (marks: [Mark], height: Double) {
    var marks: [Mark] = []
    let hasOver = table.columns.contains { !$0.over.isEmpty }
    let over = hasOver ? sheet.height("อู้", 0, size, true) + 2 * Self.pad : 0
    let titles = zip(table.columns, widths).map { sheet.height($0.title, $1 - 2 * Self.pad, size, true) }
    let height = over + (titles.max() ?? 0) + 2 * Self.pad
    marks.append(.fill(x: left, y: 0, width: width, height: height, grey: 0.9))
    var x = left
    for (i, column) in table.columns.enumerated() {
      let isOver = !column.over.isEmpty
      let y = isOver ? over : 0
      let inner = height - y
      marks.append(.frame(x: x, y: y, width: widths[i], height: inner))
      marks.append(
        .text(
          column.title, x: x + Self.pad, y: y + (inner - titles[i]) / 2, width: widths[i] - 2 * Self.pad, size: size,
          bold: true, align: .center))
      let isFirst = isOver && (i == 0 || table.columns[i - 1].over != column.over)
      if isFirst {
        let span = table.columns[i...].prefix { $0.over == column.over }.count
        let wide = widths[i..<(i + span)].reduce(0, +)
        marks.append(.frame(x: x, y: 0, width: wide, height: over))
        marks.append(
          .text(column.over, x: x, y: Self.pad, width: wide, size: size, bold: true, align: .center))
      }
      x += widths[i]
    }
    return (marks, height)
  }

  private func group(_ lines: [String], next: Table.Row?, _ layout: inout Layout) {
    let text = lines.filter { !$0.isEmpty }.joined(separator: "\n")
    let height = sheet.height(text, width - 2 * Self.pad, size, true) + 2 * Self.pad
    var after = 0.0
    if case .cells(let cells)? = next { after = self.height(cells, isBold: false) }
    layout.need(height + after)
    layout.mark(.fill(x: left, y: layout.y, width: width, height: height, grey: 0.96))
    layout.mark(.frame(x: left, y: layout.y, width: width, height: height))
    layout.mark(
      .text(
        text, x: left + Self.pad, y: layout.y + Self.pad, width: width - 2 * Self.pad, size: size, bold: true,
        align: .left))
    layout.y += height
  }

  private func height(_ cells: [String], isBold: Bool) -> Double {
    let least = sheet.height("อู้", 0, size, isBold)
    let heights = zip(cells, widths).map { cell, width in
      cell.isEmpty ? least : sheet.height(Self.cut(cell), width - 2 * Self.pad, size, isBold)
    }
    return max(least, heights.max() ?? least) + 2 * Self.pad
  }

  private func put(_ cells: [String], isBold: Bool, isShaded: Bool = false, _ layout: inout Layout) {
    let height = self.height(cells, isBold: isBold)
    layout.need(height)
    if isShaded { layout.mark(.fill(x: left, y: layout.y, width: width, height: height, grey: 0.94)) }
    var x = left
    for (i, column) in table.columns.enumerated() {
      layout.mark(.frame(x: x, y: layout.y, width: widths[i], height: height))
      if column.align == .box, !isBold {
        box(cells[i], x + widths[i] / 2, layout.y + height / 2, &layout)
      } else if !cells[i].isEmpty {
        layout.mark(
          .text(
            Self.cut(cells[i]), x: x + Self.pad, y: layout.y + Self.pad, width: widths[i] - 2 * Self.pad, size: size,
            bold: isBold, align: column.align))
      }
      x += widths[i]
    }
    layout.y += height
  }

  private func box(_ tick: String, _ x: Double, _ y: Double, _ layout: inout Layout) {
    let half = 4.5
    layout.mark(.frame(x: x - half, y: y - half, width: 2 * half, height: 2 * half))
    guard !tick.isEmpty else { return }
    layout.mark(.line(x1: x - half, y1: y - half, x2: x + half, y2: y + half, thick: 1))
    layout.mark(.line(x1: x - half, y1: y + half, x2: x + half, y2: y - half, thick: 1))
  }

  private static func cut(_ text: String) -> String {
    text.utf8.count <= mostLetters * 3 ? text : String(text.prefix(mostLetters)) + "…"
  }
}
