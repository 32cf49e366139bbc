import LECModel

/// The bundle files that were made and read here, known by their hash. Local: never exchanged.
struct BundleFileTable {
  let connection: Connection

  private static let put = """
    INSERT OR REPLACE INTO bundle_file (hash, name, unit, number, made, at, events)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """
  static let latest = """
    SELECT name, number, at FROM bundle_file WHERE unit = ?1 AND made = ?2 ORDER BY at DESC, number DESC LIMIT 1
    """

  func write(
    _ hash: Hash32, name: String, unit: UnitCode, number: Int64, made: Bool, at: Moment, events: Int64
  ) throws(SQLiteError) {
    try connection.run(
      Self.put, .blob(hash.bytes), .text(name), .text(unit.text), .integer(number), .integer(made ? 1 : 0),
      .integer(at.milliseconds), .integer(events))
  }

  func latest(_ unit: UnitCode, made: Bool) throws(SQLiteError) -> (name: String, number: Int64, at: Moment)? {
    try connection.one(Self.latest, [.text(unit.text), .integer(made ? 1 : 0)]) {
      ($0.text(0), $0.integer(1), Moment(milliseconds: $0.integer(2)))
    }
  }
}
