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
    id: EventID, chain: Int64, header: EventHeader, bytes: [UInt8], salt: [UInt8], body: [UInt8]?, signature: [UInt8]
  ) throws(SQLiteError) -> Int64 {
    let s = try connection.statement(Self.insert)
    defer { s.reset() }
    try s.bind(1, blob: id.hash.bytes)
    try s.bind(2, integer: chain)
    try s.bind(3, integer: header.sequence)
    try s.bind(4, integer: Int64(header.kindNumber))
    if let record = header.record { try s.bind(5, blob: record.event.hash.bytes) }
    try s.bind(6, blob: bytes)
    if let body {
      try s.bind(7, blob: salt)
      try s.bind(8, blob: body)
    }
    if !signature.isEmpty { try s.bind(9, blob: signature) }
    _ = try s.step()
    let n = connection.lastRow
    try AuthorityIndex(connection: connection).file(n, header, body: body)
    return n
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
  static func row(_ s: Statement) -> StoredEvent? { row(s, header: 2) }

  /// The same where the columns from the header on stand elsewhere.
  static func row(_ s: Statement, header at: Int) -> StoredEvent? {
    guard let value = try? CanonicalReader.read(s.blob(at)), let header = EventHeader(value) else { return nil }
    var body: EventBody?
    if let kind = header.kind, !s.isNull(at + 2), let content = try? CanonicalReader.read(s.blob(at + 2)) {
      body = EventBody(content, kind: kind)
    }
    return StoredEvent(
      n: s.integer(0), id: EventID(s.hash(1)), header: header, salt: s.blob(at + 1), body: body,
      signature: s.blob(at + 3))
  }

  private static let insertHead =
    "INSERT OR REPLACE INTO chain_head (chain, seq, id, signature) VALUES (?1, ?2, ?3, ?4)"
  private static let sameNumber = "SELECT 1 FROM event WHERE chain = ?1 AND seq = ?2 AND id <> ?3 LIMIT 1"
  private static let markFork = "UPDATE chain SET fork = min(coalesce(fork, ?2), ?2) WHERE n = ?1"
  private static let firstGap = """
    SELECT min(e.seq) FROM event e WHERE e.chain = ?1 AND e.seq > 0
      AND NOT EXISTS (SELECT 1 FROM event p WHERE p.chain = e.chain AND p.seq = e.seq - 1)
    """
  private static let markGap = "UPDATE chain SET gap = ?2 WHERE n = ?1"
  private static let bodyOf = "SELECT n, body IS NULL, signature FROM event WHERE id = ?1"
  private static let fillBody = "UPDATE event SET salt = ?2, body = ?3, signature = ?4 WHERE n = ?1"
  private static let sign = "UPDATE event SET signature = ?2 WHERE n = ?1"
  private static let atPlace = "SELECT n, header FROM event WHERE chain = ?1 AND seq = ?2"

  /// What storing an event from elsewhere came to.
  enum Arrival: Equatable {
    case new(n: Int64), known, filled(n: Int64)
  }

  /// Stores an event that another machine wrote, exactly as it came; a body that was left out before is filled in, with the person's
  /// signature.
  func store(_ event: RawEvent) throws(SQLiteError) -> Arrival {
    if let known = try connection.one(
      Self.bodyOf, [.blob(event.id.hash.bytes)],
      row: { (n: $0.integer(0), isBare: $0.integer(1) != 0, signature: $0.blob(2)) })
    {
      guard let body = event.body else { return .known }
      guard known.isBare else {
        guard try takesSignature(of: event, known.n, known.signature) else { return .known }
        try connection.run(Self.sign, .integer(known.n), .blob(event.signature))
        return .filled(n: known.n)
      }
      try connection.run(
        Self.fillBody, .integer(known.n), .blob(event.salt), .blob(body),
        event.signature.isEmpty ? .null : .blob(event.signature))
      try AuthorityIndex(connection: connection).file(known.n, event.header, body: body)
      return .filled(n: known.n)
    }
    let chain = try chainNumber(event.header.chain)
    try noteFork(of: chain, at: event.header.sequence, besides: event.id)
    let n = try append(
      id: event.id, chain: chain, header: event.header, bytes: event.headerBytes, salt: event.salt, body: event.body,
      signature: event.signature)
    return .new(n: n)
  }

  /// A person's signature is not part of what an event is called by: whoever hands an act on could leave it out or put another there.
  /// While what lies here does not count, the one that comes next is tried in its place.
  private func takesSignature(of event: RawEvent, _ n: Int64, _ known: [UInt8]) throws(SQLiteError) -> Bool {
    guard event.header.kind?.isOfficialAct ?? false, !event.signature.isEmpty, event.signature != known else {
      return false
    }
    return try PendingTable(connection: connection).has(n) && !Planted.firstSignature.isOn
  }

  /// What stands right behind this event, came before it, and has a counter that is not above its own. Where something there names
  /// another event as the one before it, this number was used twice, whether the other has come or not.
  func outrun(by event: RawEvent) throws(SQLiteError) -> [Int64] {
    guard event.header.sequence < .max else { return [] }
    let chain = try chainNumber(event.header.chain)
    var late: [Int64] = []
    for (n, next) in try events(of: chain, at: event.header.sequence + 1) {
      if next.previous != event.id {
        try connection.run(Self.markFork, .integer(chain), .integer(event.header.sequence))
      } else if next.lamport <= event.header.lamport, !Planted.anyCounter.isOn {
        late.append(n)
      }
    }
    return late
  }

  /// The same from behind: a piece of a chain goes on from an event that is not here, though another with its number is.
  func noteBranch(before event: RawEvent) throws(SQLiteError) {
    guard event.header.sequence > 0 else { return }
    try noteFork(
      of: chainNumber(event.header.chain), at: event.header.sequence - 1, besides: event.header.previous)
  }

  /// Marks a number as used twice where another event with it is here.
  private func noteFork(of chain: Int64, at sequence: Int64, besides id: EventID) throws(SQLiteError) {
    let place: [Value] = [.integer(chain), .integer(sequence), .blob(id.hash.bytes)]
    guard try connection.one(Self.sameNumber, place, row: { _ in true }) ?? false else { return }
    try connection.run(Self.markFork, .integer(chain), .integer(sequence))
  }

  private func events(of chain: Int64, at sequence: Int64) throws(SQLiteError) -> [(n: Int64, header: EventHeader)] {
    try connection.all(Self.atPlace, [.integer(chain), .integer(sequence)]) { ($0.integer(0), $0.blob(1)) }.compactMap {
      n, bytes in (try? CanonicalReader.read(bytes)).flatMap { EventHeader($0) }.map { (n, $0) }
    }
  }

  /// The device's word for everything up to this event of its chain.
  func store(_ head: ChainHead, signature: [UInt8]) throws(SQLiteError) {
    let chain = try chainNumber(head.chain)
    try connection.run(
      Self.insertHead, .integer(chain), .integer(head.sequence), .blob(head.id.hash.bytes), .blob(signature))
  }

  /// Finds the first missing number of a chain, after events came for it.
  func noteGap(_ chain: ChainID) throws(SQLiteError) {
    let number = try chainNumber(chain)
    let gap = try connection.one(Self.firstGap, [.integer(number)]) { $0.isNull(0) ? nil : $0.integer(0) } ?? nil
    try connection.run(Self.markGap, .integer(number), gap.map(Value.integer) ?? .null)
  }
}
