/// A school of another affiliation with its counts in a round, and last round's beside them.
package struct OtherSchoolRow: Equatable, Sendable {
  package var record: RecordID
  package var unit: UnitCode
  package var school: OtherSchool
  package var cells: [OtherCounting.Cell]
  package var before: [OtherCounting.Cell]

  package init(
    record: RecordID, unit: UnitCode, school: OtherSchool, cells: [OtherCounting.Cell],
    before: [OtherCounting.Cell] = []
  ) {
    self.record = record
    self.unit = unit
    self.school = school
    self.cells = cells
    self.before = before
  }

  /// Kindergarten to primary 6: what a local authority counts of other affiliations (OA-01).
  package static let grades: [Grade] = [.k1, .k2, .k3, .p1, .p2, .p3, .p4, .p5, .p6]

  package var total: Int64 { cells.reduce(0) { $0 + $1.total } }

  /// OA-02, OA-03. Every grade has its figure: zero is entered and never left blank, and for a dissolved school all are zero.
  package var isComplete: Bool {
    let entered = Set(cells.map(\.grade))
    guard Self.grades.allSatisfy(entered.contains) else { return false }
    return !school.isDissolved || total == 0
  }
}
