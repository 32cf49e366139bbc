import LECModel

/// Children on two lists, as they were found last, and the institutions around which to look again. Local: never exchanged.
struct PairTable {
  let connection: Connection

  /// More institutions than this, and it is quicker to look at everybody again.
  static let few = 8

  private static let row = """
    SELECT event.id, s.unit, s.number, s.first, s.last, s.birth, s.sex FROM student s JOIN event ON event.n = s.n
    """
  static let dueUnits = "SELECT unit FROM pair_due"
  static let sameNumbers = """
    \(row) WHERE s.state = 'enrolled' AND s.number IN (
      SELECT number FROM student WHERE number <> '' AND state = 'enrolled' GROUP BY number
      HAVING count(DISTINCT unit) > 1)
    """
  static let byBirth = "\(row) WHERE s.state = 'enrolled' AND s.birth <> '' ORDER BY s.birth"
  static let relatives = """
    \(row) WHERE s.state = 'enrolled' AND s.birth <> '' AND s.birth IN (
      SELECT birth FROM student WHERE unit = ?1 AND state = 'enrolled' AND birth <> '')
    UNION ALL
    \(row) WHERE s.state = 'enrolled' AND s.number <> '' AND s.number IN (
      SELECT number FROM student WHERE unit = ?1 AND state = 'enrolled' AND number <> '')
    """
  static let found = """
    SELECT first, first_unit, second, second_unit, evidence FROM pair JOIN event ON event.id = pair.first
    ORDER BY rank, first_unit, second_unit, event.n
    """
  private static let put = """
    INSERT OR IGNORE INTO pair (first, first_unit, second, second_unit, evidence, rank) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    """
  private static let mark = "INSERT OR IGNORE INTO pair_due (unit) VALUES (?1)"

  func note(_ unit: UnitCode) throws(SQLiteError) { try connection.run(Self.mark, .text(unit.text)) }

  func due() throws -> Set<UnitCode> { Set(try connection.all(Self.dueUnits) { UnitCode($0.text(0)) }) }

  func forgetDue() throws { try connection.run("DELETE FROM pair_due") }

  func clear() throws { try connection.run("DELETE FROM pair") }

  func clear(_ unit: UnitCode) throws {
    try connection.run("DELETE FROM pair WHERE first_unit = ?1 OR second_unit = ?1", .text(unit.text))
  }

  func add(_ pairs: [DoubleCandidates.Pair]) throws {
    for pair in pairs {
      let isTurned = pair.second.unit < pair.first.unit
      let one = isTurned ? pair.second : pair.first, two = isTurned ? pair.first : pair.second
      try connection.run(
        Self.put, .blob(one.record.event.hash.bytes), .text(one.unit.text), .blob(two.record.event.hash.bytes),
        .text(two.unit.text), .text(pair.evidence.rawValue),
        .integer(Int64(DoubleCandidates.rank(pair.evidence))))
    }
  }

  func all() throws -> [DoublePair] {
    try connection.all(Self.found) { s -> DoublePair? in
      Claim.Evidence(rawValue: s.text(4)).map {
        DoublePair(
          first: RecordID(EventID(s.hash(0))), firstUnit: UnitCode(s.text(1)), second: RecordID(EventID(s.hash(2))),
          secondUnit: UnitCode(s.text(3)), evidence: $0)
      }
    }.compactMap { $0 }
  }

  func sharingNumbers() throws -> [DoubleCandidates.Row] { try connection.all(Self.sameNumbers, row: Self.read) }

  func relatives(of unit: UnitCode) throws -> [DoubleCandidates.Row] {
    try connection.all(Self.relatives, [.text(unit.text)], row: Self.read)
  }

  func eachByBirth(_ body: (DoubleCandidates.Row) throws -> Void) throws {
    let s = try connection.statement(Self.byBirth)
    defer { s.reset() }
    while try s.step() { try body(Self.read(s)) }
  }

  private static func read(_ s: Statement) -> DoubleCandidates.Row {
    DoubleCandidates.Row(
      record: RecordID(EventID(s.hash(0))), unit: UnitCode(s.text(1)), number: s.text(2), first: s.text(3),
      last: s.text(4), birth: s.text(5), sex: Sex(rawValue: s.text(6)))
  }
}
