import CXlsxwriter

extension Document {
  /// Writes the report as a spreadsheet: a sheet for each table, with title and remarks above it and real types in it.
  package func writeXLSX(to path: String, _ words: ReportWords) throws {
    let thai = words.digits("1") != "1"
    try WorkbookMaker.write(to: path, made: made, title: markedTitle, thaiDigits: thai) { book in
      var above: [String] = []
      var hasSheet = false
      let last = parts.lastIndex { $0.table != nil }
      for (i, part) in parts.enumerated() {
        if case .line(let text) = part, !text.isEmpty { above.append(text) }
        guard let grid = part.table else { continue }
        let below = i == last ? parts[i...].compactMap(\.words) : []
        put(grid, book, above: above, below: below, words)
        above = []
        hasSheet = true
      }
      if !hasSheet {
        let sheet = book.sheet(title)
        for (row, line) in (marks + [title] + facts + above).enumerated() {
          book.put(.text(line), sheet, row, 0, isWrapped: false)
        }
      }
    }
  }

  private var marks: [String] { stripe.isEmpty ? [] : [stripe] }

  private func put(_ grid: Grid, _ book: WorkbookMaker, above: [String], below: [String], _ words: ReportWords) {
    let flat = Flat(grid)
    let sheet = book.sheet(grid.title.isEmpty ? title : grid.title)
    var row = 0
    if !stripe.isEmpty {
      worksheet_set_tab_color(sheet, WorkbookMaker.orange)
      for column in flat.titles.indices {
        let text = column == 0 ? WorkbookMaker.clean(stripe) : ""
        worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), text, book.look.stripe)
      }
      row += 1
    }
    for line in [title] + facts + (grid.title.isEmpty ? [] : [grid.title]) + above {
      let cell = WorkbookMaker.clean(line)
      worksheet_write_string(sheet, lxw_row_t(row), 0, cell, line == title ? book.look.title : nil)
      row += 1
    }
    row += 1
    let head = row
    for (column, title) in flat.plainTitles.enumerated() {
      worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), WorkbookMaker.clean(title), book.look.head)
      let width = Double(max(flat.widths[column], 5)) + 2
      worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
    }
    row += 1
    for cells in flat.rows {
      for (column, cell) in cells.enumerated() { book.put(cell, sheet, row, column) }
      row += 1
    }
    let last = row - 1
    for cells in flat.sums {
      for (column, cell) in cells.enumerated() { book.put(cell, sheet, row, column, isSum: true) }
      row += 1
    }
    row += below.isEmpty ? 0 : 1
    for line in below {
      book.put(.text(line), sheet, row, 0, isWrapped: false)
      row += 1
    }
    book.setUp(
      sheet, head: head...head, last: last, columns: flat.titles.count, isWide: flat.widths.reduce(0, +) > 90,
      header: ([markedTitle] + facts.prefix(1)).joined(separator: "  "), footer: words("page", "&P", "&N"))
  }
}

extension Document.Part {
  /// Words below the last table.
  fileprivate var words: String? {
    if case .line(let text) = self, !text.isEmpty { text } else { nil }
  }
}
