/// Rules OA: head counts of schools of other affiliations.
package enum OtherCountRules {
  /// A school is not larger than this in one grade; a figure above it is a slip of the finger.
  package static let most: Int64 = 5000

  /// The rule a cell breaks, or nil.
  package static func problem(with cell: OtherCounting.Cell, in school: OtherSchool) -> Rule? {
    dissolvedIsZero(cell, school) ?? isRight(cell)
  }

  /// OA-02. For a dissolved school zero is entered and nothing else.
  /// Letters: S20a/b G 5.2(2).
  static func dissolvedIsZero(_ cell: OtherCounting.Cell, _ school: OtherSchool) -> Rule? {
    school.isDissolved && (cell.total != 0 || (cell.male ?? 0) != 0 || (cell.female ?? 0) != 0) ? .oa02 : nil
  }

  /// OA-03. A count is right: a grade from kindergarten to primary 6, not below zero, and the sexes, where given, make up the total.
  /// Letters: S20a/b G 5.2(3).
  static func isRight(_ cell: OtherCounting.Cell) -> Rule? {
    guard OtherSchoolRow.grades.contains(cell.grade), (0...most).contains(cell.total) else { return .oa03 }
    switch (cell.male, cell.female) {
    case (nil, nil): return nil
    case (let male?, let female?): return male >= 0 && female >= 0 && male + female == cell.total ? nil : .oa03
    case (let one?, nil), (nil, let one?): return (0...cell.total).contains(one) ? nil : .oa03
    }
  }
}
