package import LECModel

/// Digests and counts of one unit's own rows.
extension Store {
  static let leaves = """
    SELECT leaf FROM student WHERE unit = ?1 AND leaf <> x''
    UNION ALL SELECT leaf FROM erased WHERE unit = ?1 AND leaf <> x''
    """
  static let countRows = """
    SELECT grade_rank, sex, count(*) FROM student WHERE unit = ?1 AND state = 'enrolled' GROUP BY grade_rank, sex
    """
  static let countRegister = "SELECT count(*) FROM student WHERE unit = ?1 AND state = 'removed'"

  /// The digest of a dataset's rows as they are now.
  package func digest(_ dataset: Dataset, unit: UnitCode, round: RoundKey) throws -> Hash32 {
    let at = try log.last
    let key = DigestKey(dataset: dataset, unit: unit, round: round)
    if let known = digestCache[key], known.at == at { return known.digest }
    let rows: [Hash32]
    switch dataset {
    case .students:
      rows = try connection.all(Self.leaves, [.text(unit.text)]) { $0.hash(0) }
    case .basics:
      let values = try BasicsTable(connection: connection).values(unit)
      rows = values.values.allSatisfy(\.isEmpty) ? [] : [Sodium.hash(RowDigest.basics(unit, values))]
    case .others:
      rows = try otherSchools(of: unit, round: round).map { Sodium.hash(RowDigest.other($0.school, $0.cells)) }
    }
    let digest = Sodium.hash(RowDigest.dataset(dataset, unit: unit, round: round, leaves: rows))
    digestCache[key] = (at, digest)
    return digest
  }

  /// How many enrolled children, by grade and sex.
  package func counts(unit: UnitCode) throws -> Counts {
    var counts = Counts()
    let rows = try connection.all(Self.countRows, [.text(unit.text)]) {
      ($0.integer(0), $0.text(1), Int($0.integer(2)))
    }
    for (rank, sex, count) in rows {
      counts.add(grade: Grade.allCases.first { $0.rank == Int(rank) }, sex: Sex(rawValue: sex), times: count)
    }
    return counts
  }

  package func registerCount(unit: UnitCode) throws -> Int {
    Int(try connection.one(Self.countRegister, [.text(unit.text)]) { $0.integer(0) } ?? 0)
  }
}
