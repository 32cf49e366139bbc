import LECModel

/// The events that do not count, or not yet, each with its reason: nothing waits unseen.
struct PendingTable {
  let connection: Connection

  private static let put = "INSERT OR REPLACE INTO pending (n, verdict, reason, unit) VALUES (?1, ?2, ?3, ?4)"
  private static let delete = "DELETE FROM pending WHERE n = ?1"
  static let has = "SELECT 1 FROM pending WHERE n = ?1"
  static let any = "SELECT 1 FROM pending LIMIT 1"
  static let waitingOf = "SELECT 1 FROM pending WHERE unit = ?1 AND verdict = 'waiting' LIMIT 1"
  /// Without bodies, which may be large.
  static let heldOf = """
    SELECT verdict, reason, id, header FROM pending JOIN event ON event.n = pending.n
    WHERE pending.unit = ?1 AND verdict = 'held' ORDER BY pending.n
    """
  static let all = "SELECT n, verdict, reason FROM pending ORDER BY n"
  static let of = "SELECT n, verdict, reason FROM pending WHERE n = ?1"
  static let after = "SELECT n, verdict, reason FROM pending WHERE n > ?1 ORDER BY n LIMIT ?2"
  /// From the one name to the other, which begin alike.
  static let named = """
    SELECT pending.n, verdict, reason FROM event JOIN pending ON pending.n = event.n
    WHERE event.id BETWEEN ?1 AND ?2 ORDER BY pending.n
    """
  static let count = "SELECT count(*) FROM pending"
  /// Without what never counts, come what may: it stays listed, and there is nothing to do about it.
  static let open = """
    SELECT count(*) FROM pending JOIN event ON event.n = pending.n
    WHERE verdict = 'waiting' OR verdict = 'held'
      AND NOT (reason IN ('after-term', 'after-move')
        AND kind IN (\(EventKind.neverAdopted.map { "\($0.rawValue)" }.sorted().joined(separator: ", "))))
    """
  static let headers = "SELECT pending.unit, header FROM pending JOIN event ON event.n = pending.n"

  func write(_ n: Int64, _ verdict: Verdict, unit: UnitCode) throws(SQLiteError) {
    try connection.run(
      Self.put, .integer(n), .text(verdict.name), .text(verdict.reason?.rawValue ?? ""), .text(unit.text))
  }

  func remove(_ n: Int64) throws(SQLiteError) { try connection.run(Self.delete, .integer(n)) }

  func has(_ n: Int64) throws(SQLiteError) -> Bool {
    try connection.one(Self.has, [.integer(n)]) { _ in true } ?? false
  }

  /// Whether anything about a unit waits for what has not come.
  func isWaiting(for unit: UnitCode) throws(SQLiteError) -> Bool {
    try connection.one(Self.waitingOf, [.text(unit.text)]) { _ in true } ?? false
  }

  func held(about unit: UnitCode) throws(SQLiteError) -> [(id: EventID, header: EventHeader, verdict: Verdict)] {
    try connection.all(Self.heldOf, [.text(unit.text)]) { row in
      guard let verdict = Verdict(name: row.text(0), reason: row.text(1)),
        let value = try? CanonicalReader.read(row.blob(3)), let header = EventHeader(value)
      else { return nil }
      return (EventID(row.hash(2)), header, verdict)
    }.compactMap { $0 }
  }

  var isEmpty: Bool {
    get throws(SQLiteError) { try connection.one(Self.any) { _ in true } == nil }
  }

  func all() throws(SQLiteError) -> [Row] { try rows(Self.all) }

  /// A page of them: those behind a place in the log.
  func after(_ n: Int64, limit: Int) throws(SQLiteError) -> [Row] {
    try rows(Self.after, .integer(n), .integer(Int64(limit)))
  }

  func verdict(of n: Int64) throws(SQLiteError) -> Verdict? { try rows(Self.of, .integer(n)).first?.verdict }

  /// Those whose name begins so, in hexadecimal digits.
  func named(_ start: String) throws(SQLiteError) -> [Row] {
    let missing = 64 - start.utf8.count
    guard missing >= 0, let first = Hex.bytes(start + String(repeating: "0", count: missing)),
      let last = Hex.bytes(start + String(repeating: "f", count: missing))
    else { return [] }
    return try rows(Self.named, .blob(first), .blob(last))
  }

  func count() throws(SQLiteError) -> Int { try connection.one(Self.count) { Int($0.integer(0)) } ?? 0 }

  func countOpen() throws(SQLiteError) -> Int { try connection.one(Self.open) { Int($0.integer(0)) } ?? 0 }

  /// How many there are of each unit, and the time of the oldest.
  func sums() throws(SQLiteError) -> [UnitCode: (count: Int, oldest: Moment)] {
    var out: [UnitCode: (count: Int, oldest: Moment)] = [:]
    try connection.each(Self.headers) { row in
      guard let value = try? CanonicalReader.read(row.blob(1)), let header = EventHeader(value) else { return }
      let unit = UnitCode(row.text(0)), known = out[unit]
      out[unit] = ((known?.count ?? 0) + 1, min(known?.oldest ?? header.time, header.time))
    }
    return out
  }

  typealias Row = (n: Int64, verdict: Verdict)

  private func rows(_ sql: String, _ values: Value...) throws(SQLiteError) -> [Row] {
    try connection.all(sql, values) { ($0.integer(0), Verdict(name: $0.text(1), reason: $0.text(2))) }.compactMap {
      row in row.1.map { (row.0, $0) }
    }
  }
}
