import LECModel

/// The basic information of the institution: one row a filled field.
struct BasicsTable {
  let connection: Connection

  private static let put = """
    INSERT INTO basics (unit, field, value) VALUES (?1, ?2, ?3) ON CONFLICT (unit, field) DO UPDATE SET value = ?3
    """
  private static let putHead = """
    INSERT INTO basics_head (unit, heads) VALUES (?1, ?2) ON CONFLICT (unit) DO UPDATE SET heads = ?2
    """
  static let values = "SELECT field, value FROM basics WHERE unit = ?1"
  static let heads = "SELECT heads FROM basics_head WHERE unit = ?1"

  func write(_ changes: [FieldChange], unit: UnitCode, heads: [EventID]) throws(SQLiteError) {
    for change in changes {
      try connection.run(Self.put, .text(unit.text), .integer(Int64(change.field)), .text(change.value))
    }
    try connection.run(Self.putHead, .text(unit.text), .blob(Heads.bytes(heads)))
  }

  func values(_ unit: UnitCode) throws(SQLiteError) -> [UInt8: String] {
    let rows = try connection.all(Self.values, [.text(unit.text)]) {
      (UInt8(truncatingIfNeeded: $0.integer(0)), $0.text(1))
    }
    return Dictionary(rows) { _, last in last }
  }

  func heads(_ unit: UnitCode) throws(SQLiteError) -> [EventID] {
    try connection.one(Self.heads, [.text(unit.text)]) { Heads.read($0.blob(0)) } ?? []
  }
}
