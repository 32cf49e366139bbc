/// What a column of a roster says. The raw values are the stable English names that map files and scripts use; those that
/// are fields of a child's record have the field's name.
package enum RosterColumn: String, CaseIterable, Sendable {
  case number, title, first, middle, last, sex, birth, nationality, schoolNumber, grade, room
  case admitted, entry, cameFrom, elsewhere
  case state, reason, left, remark, mark
  case paper, numberStep
  case disability, ethnicity, religion
  case guardian, guardianPhone

  /// First name and surname in one cell, with or without the title.
  case fullName
  /// Grade and room in one cell, as in ป.1/2.
  case gradeAndRoom
  case guardianTitle, guardianLast
  case institution, institutionName
  case year, term

  /// What a roster can't do without. Name and surname may come in one cell, grade and room too.
  package static let required: [RosterColumn] = [.number, .first, .last, .birth, .grade]

  /// The column that can stand for this one because it holds both.
  var whole: RosterColumn? {
    switch self {
    case .first, .last: .fullName
    case .grade, .room: .gradeAndRoom
    default: nil
    }
  }
}
