import LECModel

/// The words that explain queries, each beside the values it explains.
struct ExplanationTable {
  let connection: Connection

  private static let put = """
    INSERT INTO explanation (record, finding, about, words, n) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (record, finding) DO UPDATE SET about = ?3, words = ?4, n = ?5
    """
  private static let remove = "DELETE FROM explanation WHERE record = ?1 AND finding = ?2"
  static let all = "SELECT record, finding, about, words FROM explanation"

  struct Key: Hashable {
    var record: RecordID?
    var check: String
  }

  func write(_ explanation: Explanation, record: RecordID?, n: Int64) throws(SQLiteError) {
    let key = record?.event.hash.bytes ?? []
    if explanation.words.isEmpty {
      try connection.run(Self.remove, .blob(key), .text(explanation.check))
    } else {
      try connection.run(
        Self.put, .blob(key), .text(explanation.check), .text(explanation.about), .text(explanation.words), .integer(n))
    }
  }

  func all() throws(SQLiteError) -> [Key: (about: String, words: String)] {
    var out: [Key: (about: String, words: String)] = [:]
    for row in try connection.all(
      Self.all, row: { (Hash32($0.blob(0)).map { RecordID(EventID($0)) }, $0.text(1), $0.text(2), $0.text(3)) })
    {
      out[Key(record: row.0, check: row.1)] = (row.2, row.3)
    }
    return out
  }
}
