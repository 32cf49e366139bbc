import CXlsxwriter
package import LECModel

extension Store {
  /// The roster, or the register, as a spreadsheet: the same columns as the CSV with the types that they have, so that an import of it
  /// loses nothing.
  package func exportXLSX(_ state: StudentState, thai: Bool, title: String, stripe: String = "", to path: String)
    throws
  {
    guard let unit = try subject() else { throw Refusal(.notYourUnit, .au04) }
    let columns = Self.exportColumns + [.institution]
    let kinds = columns.map(SheetKind.init)
    try WorkbookMaker.write(to: path, made: now(), title: title) { book in
      let sheet = book.sheet(title)
      // The first row has to stay the heads of the columns, or it could not be read in again.
      if !stripe.isEmpty { worksheet_set_tab_color(sheet, WorkbookMaker.orange) }
      for (i, column) in columns.enumerated() {
        let name = thai ? column.thaiName : column.englishName
        worksheet_write_string(sheet, 0, lxw_col_t(i), name, book.look.head)
        worksheet_set_column(sheet, lxw_col_t(i), lxw_col_t(i), kinds[i].width, nil)
      }
      var row = 0
      let fields = columns.map { StudentField.named($0.rawValue) }
      try each(state) { child in
        row += 1
        for (i, field) in fields.enumerated() {
          let text = field.map { child.student[$0] } ?? unit.code.text
          if !text.isEmpty { book.put(kinds[i].cell(text), sheet, row, i, isWrapped: false) }
        }
      }
      book.setUp(
        sheet, head: 0...0, last: row, columns: columns.count, isWide: true,
        header: (stripe.isEmpty ? "" : stripe + " · ") + title + "  " + unit.name,
        footer: "&P/&N")
    }
  }
}

/// How a column of a roster stands in a spreadsheet.
private enum SheetKind {
  case text, code, date

  init(_ column: RosterColumn) {
    switch column {
    case .number, .schoolNumber, .institution, .guardianPhone, .room: self = .code
    case .birth, .admitted, .left: self = .date
    default: self = .text
    }
  }

  var width: Double {
    switch self {
    case .text: 14
    case .code: 17
    case .date: 12
    }
  }

  func cell(_ text: String) -> Cell {
    switch self {
    case .text: .text(text)
    case .code: .code(text)
    case .date: .day(text)
    }
  }
}
