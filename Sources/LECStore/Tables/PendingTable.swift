import LECModel

/// The events that do not count, or not yet, each with its reason: nothing waits unseen.
struct PendingTable {
  let connection: Connection

  private static let put = "INSERT OR REPLACE INTO pending (n, verdict, reason, unit) VALUES (?1, ?2, ?3, ?4)"
  private static let delete = "DELETE FROM pending WHERE n = ?1"
  static let has = "SELECT 1 FROM pending WHERE n = ?1"
  static let any = "SELECT 1 FROM pending LIMIT 1"
  static let all = "SELECT n, verdict, reason FROM pending ORDER BY n"

  func write(_ n: Int64, _ verdict: Verdict, unit: UnitCode) throws(SQLiteError) {
    try connection.run(
      Self.put, .integer(n), .text(verdict.name), .text(verdict.reason?.rawValue ?? ""), .text(unit.text))
  }

  func remove(_ n: Int64) throws(SQLiteError) { try connection.run(Self.delete, .integer(n)) }

  func has(_ n: Int64) throws(SQLiteError) -> Bool {
    try connection.one(Self.has, [.integer(n)]) { _ in true } ?? false
  }

  var isEmpty: Bool {
    get throws(SQLiteError) { try connection.one(Self.any) { _ in true } == nil }
  }

  func all() throws(SQLiteError) -> [(n: Int64, verdict: Verdict)] {
    try connection.all(Self.all) { ($0.integer(0), Verdict(name: $0.text(1), reason: $0.text(2))) }.compactMap { row in
      row.1.map { (row.0, $0) }
    }
  }
}
