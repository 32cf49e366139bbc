import LECModel

/// What goes first where a file can't hold all of it, step by step, before any unit does: nobody who was dismissed, who waits to be let
/// in, or who writes what no program reads, writes so much that his unit is heard no more.
enum Spared: Int {
  case nothing
  /// The text of entries that do not count: who has read that they are there gets it with a later file.
  case textOfPending
  /// What is behind the end of a term. It is held, and goes along otherwise so that a successor can adopt it.
  case behindEnds
  /// The chains of machines that nobody let in: their cards are used or not looked at yet.
  case outOfOffice

  var more: Spared? { Spared(rawValue: rawValue + 1) }
}

/// Where the first of what a file had to leave out stands in the log: the next delta begins there, or whoever reads deltas alone would
/// never get it.
struct Lacking {
  let log: EventLog
  private(set) var first = Int64.max

  init(log: EventLog) { self.log = log }

  /// False: that none of this goes along.
  mutating func note(_ events: [RawEvent]) throws -> Bool {
    for event in events { first = try min(first, log.number(of: event.id) ?? .max) }
    return false
  }
}

/// What counts of a chain whose writer's term has ended is a piece of its own, vouched for where it ends, for this machine and for all
/// who have it from here.
extension Store {
  /// By way of the chain: of a large office tens of thousands of entries may be pending.
  private static let pendingOfChain = """
    SELECT event.id FROM chain CROSS JOIN event ON event.chain = chain.n CROSS JOIN pending ON pending.n = event.n
    WHERE chain.id = ?1
    """

  private func pendingEntries(of chain: ChainID) throws -> Set<EventID> {
    try Set(connection.all(Self.pendingOfChain, [.blob(chain.hash.bytes)]) { EventID($0.hash(0)) })
  }

  /// Those of a chain's entries that lie before the end of its writer's term or were taken over; nil where no end says anything of it.
  /// A beginning alone is nothing: it says who wrote what does not count.
  private func outlasting(_ chain: ChainID, _ events: [RawEvent]) throws -> Set<EventID>? {
    let state = try trust.state(about: [], chains: [chain])
    guard let office = state.standing(chain).office, office.reach != .open else { return nil }
    func isBeforeEnd(_ event: RawEvent) -> Bool {
      state.isBeforeEnd(ChainHead(chain: chain, sequence: event.header.sequence, id: event.id), of: office)
    }
    let behind = events.filter { !isBeforeEnd($0) }
    guard !behind.isEmpty else { return Set(events.map(\.id)) }
    let lost = try Set(behind.map(\.id)).intersection(pendingEntries(of: chain))
    let counting = events.filter { !lost.contains($0.id) }
    return counting.contains { $0.header.kind != .genesis } ? Set(counting.map(\.id)) : []
  }

  /// The last of these entries that count in spite of an end, on every branch of the chain.
  func lastCounting(of chain: ChainID, _ events: [RawEvent]) throws -> Set<EventID> {
    guard let counting = try outlasting(chain, events) else { return [] }
    let continued = Set(events.filter { counting.contains($0.id) }.map(\.header.previous))
    return counting.subtracting(continued)
  }

  /// A run in two where the end of its writer's term lies inside it and its machine has signed that place.
  func cutAtEnd(_ run: ChainRun) throws -> [ChainRun] {
    let last = try lastCounting(of: run.chain, run.events)
    guard let place = run.events.lastIndex(where: { last.contains($0.id) }), place < run.events.count - 1,
      let signature = try headSignature(run.events[place])
    else { return [run] }
    var before = run, behind = run
    before.events = Array(run.events[...place])
    before.signature = signature
    behind.events = Array(run.events[(place + 1)...])
    return [before, behind]
  }

  /// Whether nothing of a run counts: all of it lies behind the end of its writer's term.
  func isBehindEnd(_ run: ChainRun) throws -> Bool { try outlasting(run.chain, run.events)?.isEmpty ?? false }

  /// A run without the text of what does not count.
  func withoutPending(_ run: ChainRun, _ lacking: inout Lacking) throws -> ChainRun {
    let pending = try pendingEntries(of: run.chain)
    var run = run
    // By its beginning a machine is known at all, and by its join whose it is.
    let kept: [EventKind] = [.genesis, .joined]
    for i in run.events.indices where run.events[i].body != nil && pending.contains(run.events[i].id) {
      if let kind = run.events[i].header.kind, kept.contains(kind) { continue }
      _ = try lacking.note([run.events[i]])
      run.events[i].dropText()
    }
    return run
  }

  func isSpared(_ run: ChainRun, _ spared: Spared) throws -> Bool {
    switch spared {
    case .nothing, .textOfPending: false
    case .behindEnds: try isBehindEnd(run)
    case .outOfOffice:
      try trust.state(about: [], chains: [run.chain]).standing(run.chain).office == nil || isBehindEnd(run)
    }
  }
}
