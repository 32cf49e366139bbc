import LECModel

/// Where authority events are filed, so that who a few units are can be read without the rest of the nation.
struct AuthorityIndex {
  let connection: Connection

  private static let insert = "INSERT OR IGNORE INTO authority (key, n) VALUES (?1, ?2)"
  static let filed = """
    SELECT event.n, id, header, salt, body, signature FROM authority JOIN event ON event.n = authority.n
    WHERE authority.key = ?1
    """
  static let named = """
    SELECT n, id, header, salt, body, signature FROM event
    WHERE id = ?1 AND (kind < 7 OR kind BETWEEN 60 AND 66)
    """

  /// Files an event where it will be looked for; one without a body says nothing yet.
  func file(_ n: Int64, _ header: EventHeader, _ content: EventContent?) throws(SQLiteError) {
    for key in TrustKey.filed(header, content) {
      try connection.run(Self.insert, .blob(key.bytes), .integer(n))
    }
  }

  /// The same for one that is in the log as bytes.
  func file(_ n: Int64, _ header: EventHeader, body: [UInt8]?) throws(SQLiteError) {
    guard let kind = header.kind, kind.isAuthority, let body, let value = try? CanonicalReader.read(body) else {
      return
    }
    try file(n, header, EventBody(value, kind: kind)?.content)
  }

  func events(_ key: TrustKey) throws(SQLiteError) -> [TrustEvent] {
    let rows =
      if case .event(let id) = key {
        try connection.all(Self.named, [.blob(id.hash.bytes)], row: EventLog.row)
      } else {
        try connection.all(Self.filed, [.blob(key.bytes)], row: EventLog.row)
      }
    return rows.compactMap { $0 }.map { TrustEvent($0) }
  }
}
