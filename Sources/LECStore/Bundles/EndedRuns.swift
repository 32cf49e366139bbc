import LECModel

/// What is behind the end of a term is held, and goes along with everything else so that a successor can adopt it. Where a file can't
/// hold all of it that goes first: nobody who was dismissed writes so much that his unit is heard no more.
extension Store {
  /// A run as far as an end of its writer's term says; nil where no end names it.
  func upToEnd(_ run: ChainRun) throws -> ChainRun? {
    switch try trust.state(about: [], chains: [run.chain]).standing(run.chain).office?.reach {
    case .open?, nil: return run
    case .nothing?: return nil
    case .upTo(let ends)?:
      let named = Set(ends.joined().map(\.id))
      guard let place = run.events.lastIndex(where: { named.contains($0.id) }) else { return nil }
      // Only where its machine has signed a place can the rest be left away.
      guard let signature = try headSignature(run.events[place]) else { return run }
      var short = run
      short.events = Array(run.events[...place])
      short.signature = signature
      return short
    }
  }
}
