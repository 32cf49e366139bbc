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

extension Store {
  /// A run without the text of what does not count.
  func withoutPending(_ run: ChainRun, _ lacking: inout Lacking) throws -> ChainRun {
    let pending = try pendingEntries(of: run.chain)
    var run = run
    // By its beginning a machine is known at all, and by its join whose it is.
    let kept: [EventKind] = [.genesis, .joined]
    for i in run.events.indices where run.events[i].body != nil && pending.contains(run.events[i].id) {
      if let kind = run.events[i].header.kind, kept.contains(kind) { continue }
      try lacking.note([run.events[i]])
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
