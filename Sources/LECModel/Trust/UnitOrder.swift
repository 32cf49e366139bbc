/// The settings of one unit in the order in which they hold: by their counters, but never one before what its author had seen. Else a
/// counter set far ahead would make a setting that nobody could ever change.
enum UnitOrder {
  static func sorted(_ settings: [TrustEvent]) -> [TrustEvent] {
    let byID = Dictionary(settings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let isInOrder = settings.allSatisfy { event in
      event.header.base.allSatisfy { (byID[$0]?.header.lamport ?? -1) < event.header.lamport }
    }
    if isInOrder { return settings }
    var ranks: [EventID: Int64] = [:]
    // With a stack of its own: there can be more settings than a call stack has room for.
    for event in settings {
      var stack = [event]
      while let top = stack.last {
        let open = top.header.base.compactMap { ranks[$0] == nil ? byID[$0] : nil }
        if ranks[top.id] == nil, !open.isEmpty {
          stack += open
          continue
        }
        let seen = top.header.base.compactMap { byID[$0] == nil ? nil : ranks[$0] }.max() ?? -1
        ranks[top.id] = max(top.header.lamport, seen + 1)
        stack.removeLast()
      }
    }
    return settings.sorted {
      (ranks[$0.id] ?? 0, $0.header.chain, $0.id) < (ranks[$1.id] ?? 0, $1.header.chain, $1.id)
    }
  }
}
