package import LECModel

/// Schools of other affiliations, whose head counts a local authority records.
extension Store {
  static let schoolsOfUnit = """
    SELECT record, code, name, affiliation, dissolved FROM other_school WHERE unit = ?1 ORDER BY affiliation, code
    """
  static let countsOfSchool = """
    SELECT grade, total, male, female FROM other_count WHERE school = ?1 AND round = ?2
    """

  /// The schools of an authority with their counts in a round and those of the round before it.
  package func otherSchools(of unit: UnitCode, round: RoundKey) throws -> [OtherSchoolRow] {
    let schools = try connection.all(Self.schoolsOfUnit, [.text(unit.text)]) {
      (
        RecordID(EventID($0.hash(0))),
        OtherSchool(code: $0.text(1), name: $0.text(2), affiliation: $0.text(3), isDissolved: $0.integer(4) != 0)
      )
    }
    let earlier = try rounds().map(\.key).filter { $0 < round }.max()
    return try schools.map { record, school in
      OtherSchoolRow(
        record: record, unit: unit, school: school, cells: try cells(record, round),
        before: try earlier.map { try cells(record, $0) } ?? [])
    }
  }

  private func cells(_ school: RecordID, _ round: RoundKey) throws -> [OtherCounting.Cell] {
    try connection.all(Self.countsOfSchool, [.blob(school.event.hash.bytes), .text(round.text)]) {
      (
        Grade(rawValue: $0.text(0)), $0.integer(1), $0.isNull(2) ? nil : $0.integer(2),
        $0.isNull(3) ? nil : $0.integer(3)
      )
    }.compactMap { grade, total, male, female in
      grade.map { OtherCounting.Cell(grade: $0, total: total, male: male, female: female) }
    }.sorted { $0.grade < $1.grade }
  }
}
