import LECModel

/// The rounds that were opened; the latest one is the current one.
struct RoundTable {
  let connection: Connection

  private static let put = """
    INSERT INTO round (name, n, body, lamport, tie) VALUES (?1, ?2, ?3, ?4, ?5)
    ON CONFLICT (name) DO UPDATE SET n = ?2, body = ?3, lamport = ?4, tie = ?5 WHERE (?4, ?5) > (lamport, tie)
    """
  static let current = "SELECT body FROM round ORDER BY lamport DESC, tie DESC LIMIT 1"
  static let all = "SELECT body FROM round ORDER BY lamport DESC, tie DESC"

  func write(_ round: Round, n: Int64, lamport: Int64, tie: EventID) throws(SQLiteError) {
    var out = CanonicalWriter()
    EventBody(.round(round)).write(to: &out)
    try connection.run(
      Self.put, .text(round.key.text), .integer(n), .blob(out.bytes), .integer(lamport), .blob(tie.hash.bytes))
  }

  /// Every round this file knows, the one opened last first.
  func rounds() throws(SQLiteError) -> [Round] { try connection.all(Self.all) { $0.blob(0) }.compactMap(Self.read) }

  func current() throws(SQLiteError) -> Round? {
    try connection.one(Self.current, row: { $0.blob(0) }).flatMap(Self.read)
  }

  private static func read(_ bytes: [UInt8]) -> Round? {
    guard let value = try? CanonicalReader.read(bytes),
      case .round(let round)? = EventBody(value, kind: .roundSet)?.content
    else { return nil }
    return round
  }
}
