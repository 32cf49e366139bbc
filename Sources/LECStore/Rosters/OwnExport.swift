import LECModel

/// Our own export that has come back from a spreadsheet. What a person did to it that a sheet can't say is told, so that nobody
/// believes it done: a cell that was emptied, and the cells of the roll-call and of where a child stands.
enum OwnExport {
  private static let names: Set<String> = Set(
    RosterColumn.allCases.flatMap { [HeaderFold.fold($0.thaiName), HeaderFold.fold($0.englishName)] })

  /// Whether every column bears a name that an export writes, and there are as many as no other system has.
  static func isOurs(_ columns: ColumnMap) -> Bool {
    columns.columns.count > 20 && columns.names.allSatisfy { $0.isEmpty || names.contains(HeaderFold.fold($0)) }
  }

  /// The cells of a row that are not taken over: empty ones, and what a sheet does not decide.
  static func untaken(_ row: CSVRow, _ reader: SheetRowReader) -> [StudentField: String] {
    guard reader.isOurExport else { return [:] }
    var out: [StudentField: String] = [:]
    for column in reader.columns.columns {
      guard let index = reader.columns[column], let field = StudentField.named(column.rawValue) else { continue }
      switch field {
      case .state, .reason, .mark: out[field] = TextForm.clean(row[index])
      case .left: out[field] = reader.day(TextForm.clean(row[index]))
      default: if row.isBlank(index), reader.text(column, in: row).isEmpty { out[field] = "" }
      }
    }
    return out
  }
}
