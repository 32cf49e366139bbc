/// The form `digest-1` in which rows are hashed for a confirmation.
///
/// Frozen: a later program must give the same digest for the same rows, or an update would void every confirmation. A new form
/// takes a new name. Golden vectors stand in Tests/Vectors/digest-1.
package enum RowDigest {
  package static let form = "digest-1"

  /// The fields of a child that a confirmation vouches for. Remarks and the optional fields are not among them.
  static let studentFields: [StudentField] = [
    .number, .title, .first, .middle, .last, .sex, .birth, .nationality, .schoolNumber, .grade, .room, .admitted,
    .entry,
    .cameFrom, .state, .reason, .left, .disability,
  ]

  /// The bytes of one child's row, or nil for an entry that never was (withdrawn). Hash them keyed with the record's salt.
  package static func student(_ record: RecordID, _ student: Student) -> [UInt8]? {
    guard student.state != .withdrawn else { return nil }
    var out = CanonicalWriter(reserving: 192)
    out.array(studentFields.count + 2)
    out.hash(record.event.hash)
    for field in studentFields { out.text(Planted.numberUndigested.isOn && field == .number ? "" : student[field]) }
    // The mark carries its round, so that a new round does not change a row by itself.
    out.text(student.state == .enrolled ? student[.mark] : "")
    return out.bytes
  }

  /// The bytes of an institution's basic information.
  package static func basics(_ unit: UnitCode, _ values: [UInt8: String]) -> [UInt8] {
    var out = CanonicalWriter()
    out.array(2)
    out.text(unit.text)
    let filled = values.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    out.map(filled.count)
    for (field, value) in filled { out.pair(UInt64(field), text: value) }
    return out.bytes
  }

  /// The bytes of one school of another affiliation with its head counts.
  package static func other(_ school: OtherSchool, _ cells: [OtherCounting.Cell]) -> [UInt8] {
    var out = CanonicalWriter(reserving: 160)
    out.array(5)
    out.text(school.code)
    out.text(school.name)
    out.text(school.affiliation)
    out.bool(school.isDissolved)
    out.array(cells.count)
    for cell in cells.sorted(by: { $0.grade < $1.grade }) {
      out.array(4)
      out.text(cell.grade.rawValue)
      out.integer(cell.total)
      if let male = cell.male { out.integer(male) } else { out.null() }
      if let female = cell.female { out.integer(female) } else { out.null() }
    }
    return out.bytes
  }

  /// The bytes whose hash is the digest of a dataset: the leaves in ascending order, so that the order of rows plays no part.
  package static func dataset(_ dataset: Dataset, unit: UnitCode, round: RoundKey, leaves: [Hash32]) -> [UInt8] {
    var out = CanonicalWriter(reserving: leaves.count * 34 + 64)
    out.array(5)
    out.text(form)
    out.text(dataset.rawValue)
    out.text(unit.text)
    out.text(round.text)
    out.array(leaves.count)
    for leaf in leaves.sorted() { out.hash(leaf) }
    return out.bytes
  }
}
