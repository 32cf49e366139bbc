package import LECModel

/// An event as it lies in the log.
package struct StoredEvent: Sendable {
  package var n: Int64
  package var id: EventID
  package var header: EventHeader
  package var salt: [UInt8]
  /// Nil when the body was erased, or is of a kind that this version does not know.
  package var body: EventBody?
  package var signature: [UInt8]
}

/// The log: appends in order, gives back what was appended, byte for byte.
package struct EventLog {
  let connection: Connection

  private static let insert = """
    INSERT INTO event (id, chain, seq, kind, record, header, salt, body, signature)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    """
  private static let columns = "n, id, header, salt, body, signature"
  static let byNumber = "SELECT \(columns) FROM event WHERE n = ?1"
  static let byID = "SELECT n FROM event WHERE id = ?1"
  static let ofRecord = """
    SELECT \(columns) FROM event WHERE id = ?1
    UNION ALL SELECT \(columns) FROM event WHERE record = ?1 ORDER BY n
    """
  static let after = "SELECT \(columns) FROM event WHERE n > ?1 ORDER BY n LIMIT ?2"
  static let before = "SELECT \(columns) FROM event WHERE n < ?1 ORDER BY n DESC LIMIT ?2"
  static let last = "SELECT coalesce(max(n), 0) FROM event"
  static let count = "SELECT count(*) FROM event"
  static let headOfChain = """
    SELECT event.id, event.seq FROM event JOIN chain ON chain.n = event.chain
    WHERE chain.id = ?1 ORDER BY seq DESC LIMIT 1
    """
  static let chainNumber = "SELECT n FROM chain WHERE id = ?1"
  static let addChain = "INSERT INTO chain (id) VALUES (?1)"
  static let idOf = "SELECT id FROM event WHERE n = ?1"

  /// Adds one event whose header is already hashed; returns its place in this file.
  func append(
    id: EventID, chain: Int64, header: EventHeader, bytes: [UInt8], salt: [UInt8], body: [UInt8], signature: [UInt8]
  ) throws(SQLiteError) -> Int64 {
    let s = try connection.statement(Self.insert)
    defer { s.reset() }
    try s.bind(1, blob: id.hash.bytes)
    try s.bind(2, integer: chain)
    try s.bind(3, integer: header.sequence)
    try s.bind(4, integer: Int64(header.kindNumber))
    if let record = header.record { try s.bind(5, blob: record.event.hash.bytes) }
    try s.bind(6, blob: bytes)
    try s.bind(7, blob: salt)
    try s.bind(8, blob: body)
    if !signature.isEmpty { try s.bind(9, blob: signature) }
    _ = try s.step()
    return connection.lastRow
  }

  func chainNumber(_ chain: ChainID) throws(SQLiteError) -> Int64 {
    if let known = try connection.one(Self.chainNumber, [.blob(chain.hash.bytes)], row: { $0.integer(0) }) {
      return known
    }
    try connection.run(Self.addChain, .blob(chain.hash.bytes))
    return connection.lastRow
  }

  func head(of chain: ChainID) throws(SQLiteError) -> (id: EventID, sequence: Int64)? {
    try connection.one(Self.headOfChain, [.blob(chain.hash.bytes)]) { (EventID($0.hash(0)), $0.integer(1)) }
  }

  package func number(of id: EventID) throws(SQLiteError) -> Int64? {
    try connection.one(Self.byID, [.blob(id.hash.bytes)]) { $0.integer(0) }
  }

  package func event(_ n: Int64) throws(SQLiteError) -> StoredEvent? {
    try connection.one(Self.byNumber, [.integer(n)], row: Self.row) ?? nil
  }

  /// Everything that happened to one record, oldest first.
  package func history(of record: RecordID) throws(SQLiteError) -> [StoredEvent] {
    try connection.all(Self.ofRecord, [.blob(record.event.hash.bytes)], row: Self.row).compactMap { $0 }
  }

  package func events(after n: Int64, limit: Int) throws(SQLiteError) -> [StoredEvent] {
    try connection.all(Self.after, [.integer(n), .integer(Int64(limit))], row: Self.row).compactMap { $0 }
  }

  package func events(before n: Int64, limit: Int) throws(SQLiteError) -> [StoredEvent] {
    try connection.all(Self.before, [.integer(n), .integer(Int64(limit))], row: Self.row).compactMap { $0 }
  }

  package var last: Int64 {
    get throws(SQLiteError) { try connection.one(Self.last) { $0.integer(0) } ?? 0 }
  }

  package var count: Int64 {
    get throws(SQLiteError) { try connection.one(Self.count) { $0.integer(0) } ?? 0 }
  }

  /// Reads one row; nil when the bytes are not an event, which `verify` reports.
  static func row(_ s: Statement) -> StoredEvent? {
    guard let value = try? CanonicalReader.read(s.blob(2)), let header = EventHeader(value) else { return nil }
    var body: EventBody?
    if let kind = header.kind, !s.isNull(4), let content = try? CanonicalReader.read(s.blob(4)) {
      body = EventBody(content, kind: kind)
    }
    return StoredEvent(
      n: s.integer(0), id: EventID(s.hash(1)), header: header, salt: s.blob(3), body: body, signature: s.blob(5))
  }
}
