import LECModel

/// A chain in which numbers were used twice. There the numbers alone do not tell whether something is missing: a piece of one branch may
/// have come, and what it goes on from not.
struct ForkedChain {
  /// The entries from the fork on that everything before them has come for.
  private(set) var connected: Set<EventID> = []
  /// The places of entries that something goes on from, and that have not come.
  private(set) var missing: [Int64] = []
  private let fork: Int64

  private static let after = """
    SELECT event.id, header FROM event JOIN chain ON chain.n = event.chain WHERE chain.id = ?1 AND seq >= ?2 ORDER BY seq
    """

  init(_ chain: ChainID, from fork: Int64, _ log: EventLog) throws(SQLiteError) {
    self.fork = fork
    let events = try log.connection.all(Self.after, [.blob(chain.hash.bytes), .integer(fork)]) {
      (id: EventID($0.hash(0)), header: (try? CanonicalReader.read($0.blob(1))).flatMap { EventHeader($0) })
    }
    for event in events {
      guard let header = event.header else { continue }
      if follows(header) {
        connected.insert(event.id)
      } else if try log.number(of: header.previous) == nil {
        missing.append(header.sequence - 1)
      }
    }
  }

  /// Whether an entry goes on from one that all before has come for; before the fork the numbers tell.
  private func follows(_ header: EventHeader) -> Bool { header.sequence <= fork || connected.contains(header.previous) }

  /// The same of an entry that may have come since.
  mutating func takes(_ id: EventID, _ header: EventHeader) -> Bool {
    if connected.contains(id) { return true }
    guard follows(header) else { return false }
    connected.insert(id)
    return true
  }
}
