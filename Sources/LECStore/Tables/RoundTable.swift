import LECModel

/// The rounds that were opened; the latest one is the current one.
struct RoundTable {
  let connection: Connection

  private static let put = """
    INSERT INTO round (name, n, body) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET n = ?2, body = ?3
    """
  static let current = "SELECT body FROM round ORDER BY n DESC LIMIT 1"

  func write(_ round: Round, n: Int64) throws(SQLiteError) {
    var out = CanonicalWriter()
    EventBody(.round(round)).write(to: &out)
    try connection.run(Self.put, .text(round.key.text), .integer(n), .blob(out.bytes))
  }

  func current() throws(SQLiteError) -> Round? {
    guard let bytes = try connection.one(Self.current, row: { $0.blob(0) }),
      let value = try? CanonicalReader.read(bytes), case .round(let round)? = EventBody(value, kind: .roundSet)?.content
    else { return nil }
    return round
  }
}
