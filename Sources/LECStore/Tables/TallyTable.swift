import LECModel

/// Figures of an institution that were worked out once and hold until its rows change. Local: never exchanged, and made anew
/// whenever one is missing.
struct TallyTable {
  let connection: Connection

  private static let delete = "DELETE FROM tally WHERE unit = ?1"
  private static let put = "INSERT OR REPLACE INTO tally (unit, round, day, body) VALUES (?1, ?2, ?3, ?4)"
  static let get = "SELECT body FROM tally WHERE unit = ?1 AND round = ?2"
  static let missing = """
    SELECT count(*) FROM unit WHERE kind IN ('school', 'centre', 'college') AND closed = '' AND NOT EXISTS (
      SELECT 1 FROM tally WHERE tally.unit = unit.code AND tally.round = ?1)
    """
  private static let clear = "DELETE FROM tally"

  func forget(_ unit: UnitCode) throws(SQLiteError) { try connection.run(Self.delete, .text(unit.text)) }

  /// How many institutions have no figures for a round.
  func missing(_ round: RoundKey) throws(SQLiteError) -> Int {
    Int(try connection.one(Self.missing, [.text(round.text)]) { $0.integer(0) } ?? 0)
  }

  func forgetAll() throws(SQLiteError) { try connection.run(Self.clear) }

  func write(_ unit: UnitCode, _ round: RoundKey, day: CalendarDate, _ body: [UInt8]) throws(SQLiteError) {
    try connection.run(Self.put, .text(unit.text), .text(round.text), .text(day.iso), .blob(body))
  }

  func body(_ unit: UnitCode, _ round: RoundKey) throws(SQLiteError) -> [UInt8]? {
    try connection.one(Self.get, [.text(unit.text), .text(round.text)]) { $0.blob(0) }
  }
}
