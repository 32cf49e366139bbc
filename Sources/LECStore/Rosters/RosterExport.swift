package import LECModel

extension Store {
  /// The columns of an export, in the order of the form; a round trip through them loses nothing that a sheet may say.
  package static let exportColumns: [RosterColumn] = [
    .number, .title, .first, .middle, .last, .sex, .birth, .nationality, .schoolNumber, .grade, .room, .admitted,
    .entry,
    .cameFrom, .elsewhere, .state, .reason, .left, .remark, .mark, .paper, .numberStep, .disability, .ethnicity,
    .religion,
    .guardian, .guardianPhone,
  ]

  /// The roster, or the register, as CSV: headers in Thai or English, dates as they are stored.
  package func exportCSV(_ state: StudentState, thai: Bool, mark: Bool) throws -> [UInt8] {
    guard let unit = try subject() else { throw Refusal(.notYourUnit, .au04) }
    var writer = CSVWriter(mark: mark)
    writer.row(
      Self.exportColumns.map { thai ? $0.thaiName : $0.englishName }
        + [thai ? RosterColumn.institution.thaiName : RosterColumn.institution.englishName])
    let fields = Self.exportColumns.map { StudentField.named($0.rawValue) }
    try each(state) { row in writer.row(fields.map { $0.map { row.student[$0] } ?? "" } + [unit.code.text]) }
    return writer.bytes
  }

  /// Every child of a state in dictionary order, piece by piece.
  package func each(_ state: StudentState, _ body: (StudentRow) throws -> Void) throws {
    let filter = RosterFilter(states: state)
    var rows = try roster(filter, .first, limit: 1000)
    while let last = rows.last {
      for row in rows { try body(row) }
      rows = try roster(filter, .after(last.n), limit: 1000)
    }
  }
}
