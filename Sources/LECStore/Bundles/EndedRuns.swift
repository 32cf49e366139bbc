import LECModel

/// What counts of a chain whose writer's term has ended is a piece of its own, vouched for where it ends, for this machine and for all
/// who have it from here.
extension Store {
  /// By way of the chain: of a large office tens of thousands of entries may be pending.
  private static let pendingOfChain = """
    SELECT event.id FROM chain CROSS JOIN event ON event.chain = chain.n CROSS JOIN pending ON pending.n = event.n
    WHERE chain.id = ?1
    """

  func pendingEntries(of chain: ChainID) throws -> Set<EventID> {
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
}
