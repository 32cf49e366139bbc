import LECModel

/// The events whose counter is not above that of the event before them.
struct OutrunTable {
  let connection: Connection

  private static let insert = "INSERT OR IGNORE INTO outrun (n) VALUES (?1)"
  static let all = "SELECT n FROM outrun"

  func add(_ n: Int64) throws(SQLiteError) { try connection.run(Self.insert, .integer(n)) }

  static let has = "SELECT 1 FROM outrun WHERE n = ?1"

  func has(_ n: Int64) throws(SQLiteError) -> Bool {
    try connection.one(Self.has, [.integer(n)]) { _ in true } ?? false
  }

  func all() throws(SQLiteError) -> Set<Int64> { Set(try connection.all(Self.all) { $0.integer(0) }) }
}
