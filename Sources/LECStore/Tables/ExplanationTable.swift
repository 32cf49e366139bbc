import LECModel

/// The words that explain queries, each beside the values it explains.
struct ExplanationTable {
  let connection: Connection

  private static let put = """
    INSERT INTO explanation (unit, record, finding, about, words, lamport, tie) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    ON CONFLICT (unit, record, finding) DO UPDATE SET about = ?4, words = ?5, lamport = ?6, tie = ?7
    WHERE (?6, ?7) > (lamport, tie)
    """
  static let all = "SELECT record, finding, about, words FROM explanation WHERE unit = ?1 AND words <> ''"

  struct Key: Hashable {
    var record: RecordID?
    var check: String
  }

  func write(_ explanation: Explanation, event: EventHeader, id: EventID) throws(SQLiteError) {
    try connection.run(
      Self.put, .text(event.unit.text), .blob(event.record?.event.hash.bytes ?? []), .text(explanation.check),
      .text(explanation.about), .text(explanation.words), .integer(event.lamport), .blob(id.hash.bytes))
  }

  func all(of unit: UnitCode) throws(SQLiteError) -> [Key: (about: String, words: String)] {
    var out: [Key: (about: String, words: String)] = [:]
    for row in try connection.all(
      Self.all, [.text(unit.text)],
      row: { (Hash32($0.blob(0)).map { RecordID(EventID($0)) }, $0.text(1), $0.text(2), $0.text(3)) })
    {
      out[Key(record: row.0, check: row.1)] = (row.2, row.3)
    }
    return out
  }
}
