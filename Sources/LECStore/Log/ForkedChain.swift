import LECModel

/// A chain in which numbers were used twice, from its fork on. There the numbers alone tell neither whether something is missing, for a
/// piece of one branch may have come and what it goes on from not, nor which entries lie before which.
struct ForkedChain: Sendable {
  /// The entries that everything before them has come for.
  private var connected: Set<EventID> = []
  /// The places of entries that something goes on from, and that have not come.
  private(set) var missing: [Int64] = []
  /// When a walk through all branches comes to an entry, and when it has left the last of those behind it.
  private var visits: [EventID: ClosedRange<Int>] = [:]
  /// The ends of the branches as far as each is whole here, that of the one which was read first before all others: whoever writes
  /// longer ones later does not take its place.
  private(set) var heads: [ChainHead] = []
  private let fork: Int64

  private static let after = """
    SELECT event.id, header FROM event JOIN chain ON chain.n = event.chain WHERE chain.id = ?1 AND seq >= ?2
    ORDER BY seq, event.n
    """

  init(_ chain: ChainID, from fork: Int64, _ log: EventLog) throws(SQLiteError) {
    self.fork = fork
    var next: [EventID: [EventID]] = [:]
    var roots: [EventID] = []
    let events = try log.connection.all(Self.after, [.blob(chain.hash.bytes), .integer(fork)]) {
      (id: EventID($0.hash(0)), header: (try? CanonicalReader.read($0.blob(1))).flatMap { EventHeader($0) })
    }
    let known = Set(events.map(\.id))
    var ends: [EventID: ChainHead] = [:], first: EventID?
    for event in events {
      guard let header = event.header else { continue }
      if follows(header) {
        connected.insert(event.id)
        ends[header.previous] = nil
        ends[event.id] = ChainHead(chain: chain, sequence: header.sequence, id: event.id)
      }
      // Of those that go on from one the first was read first.
      if header.sequence == fork ? first == nil : header.previous == first { first = event.id }
      if known.contains(header.previous) {
        next[header.previous, default: []].append(event.id)
      } else {
        roots.append(event.id)
        if header.sequence > fork { missing.append(header.sequence - 1) }
      }
    }
    walk(roots, next)
    let longest = ends.values.sorted { ($0.sequence, $1.id) > ($1.sequence, $0.id) }
    let firstRead = first.flatMap { ends[$0] }.map { [$0] } ?? []
    heads = firstRead + longest.filter { $0.id != first }.prefix(Planted.oneBranchOnly.isOn ? 0 : Office.mostHeads - 1)
  }

  /// One walk for all questions: whoever names a thousand ends in a long chain makes nobody go back from each of them.
  private mutating func walk(_ roots: [EventID], _ next: [EventID: [EventID]]) {
    var time = 0
    var waiting: [(id: EventID, came: Int?)] = roots.map { ($0, nil) }
    while let (id, came) = waiting.popLast() {
      if let came {
        visits[id] = came...time
        continue
      }
      time += 1
      waiting.append((id, time))
      for behind in next[id] ?? [] { waiting.append((behind, nil)) }
    }
  }

  /// How many entries there are from the fork on.
  var count: Int { visits.count }

  func has(_ id: EventID) -> Bool { visits[id] != nil }

  /// Whether an entry lies on the way from the chain's beginning to another, or is that one; nil while not all of that way has come.
  func leads(from id: EventID, to head: EventID) -> Bool? {
    if let mine = visits[id], let other = visits[head], mine.contains(other.lowerBound) { return true }
    return connected.contains(head) ? false : nil
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
