import LECModel

/// Fields that two people set without knowing of each other: of a child, or of the basic information.
struct DisputeTable {
  let connection: Connection

  private static let put = """
    INSERT OR REPLACE INTO dispute (unit, student, field, in_force, other, other_value) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    """
  private static let clear = "DELETE FROM dispute WHERE unit = ?1 AND student = ?2"
  static let any = "SELECT 1 FROM dispute WHERE unit = ?1 AND student = ?2 LIMIT 1"
  private static let columns = "event.id, field, in_force, other, other_value"
  static let count = "SELECT count(*) FROM dispute"
  static let ofUnit = """
    SELECT \(columns) FROM dispute LEFT JOIN event ON event.n = dispute.student WHERE unit = ?1
    ORDER BY dispute.student, field, other
    """

  /// The row of a unit's basic information; no event has this number.
  static let basics: Int64 = 0

  func hasAny(_ unit: UnitCode, _ student: Int64) throws(SQLiteError) -> Bool {
    try connection.one(Self.any, [.text(unit.text), .integer(student)]) { _ in true } ?? false
  }

  func replace(_ unit: UnitCode, _ student: Int64, _ disputes: [Dispute]) throws(SQLiteError) {
    try connection.run(Self.clear, .text(unit.text), .integer(student))
    for d in disputes {
      try connection.run(
        Self.put, .text(unit.text), .integer(student), .integer(Int64(d.field)), .blob(d.inForce.hash.bytes),
        .blob(d.other.hash.bytes), .text(d.otherValue))
    }
  }

  func count() throws(SQLiteError) -> Int { try connection.one(Self.count) { Int($0.integer(0)) } ?? 0 }

  /// Those of one unit; `record` is nil for the basic information, which comes first.
  func all(of unit: UnitCode) throws(SQLiteError) -> [(record: RecordID?, dispute: Dispute)] {
    try connection.all(Self.ofUnit, [.text(unit.text)]) {
      (
        $0.isNull(0) ? nil : RecordID(EventID($0.hash(0))),
        Dispute(
          field: UInt8(truncatingIfNeeded: $0.integer(1)), inForce: EventID($0.hash(2)), other: EventID($0.hash(3)),
          otherValue: $0.text(4))
      )
    }
  }
}
