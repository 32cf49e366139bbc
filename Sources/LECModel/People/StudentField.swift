/// Every field of a child's record. The numbers are written into events and never change; new fields take new numbers.
package enum StudentField: UInt8, CaseIterable, Sendable {
  case number = 1, title, first, middle, last, sex, birth, nationality, schoolNumber, grade, room
  case admitted, entry, cameFrom, elsewhere
  case state, reason, left, remark
  case mark
  case paper, numberStep
  case disability
  case ethnicity, religion, guardian, guardianPhone

  /// The stable English name that scripts, language files and columns use.
  package var name: String { String(describing: self) }

  package static func named(_ name: String) -> StudentField? { byName[name] }

  /// Asked for every cell of a sheet.
  private static let byName = Dictionary(allCases.map { ($0.name, $0) }) { first, _ in first }

  /// The fields that a person types into the form, in the order of the form; the rest are set by commands.
  package static let typed: [StudentField] = [
    .number, .title, .first, .middle, .last, .sex, .birth, .nationality, .grade, .room, .schoolNumber, .admitted,
    .entry,
    .cameFrom, .elsewhere, .numberStep, .paper, .disability, .ethnicity, .religion, .guardian, .guardianPhone, .remark,
  ]
}
