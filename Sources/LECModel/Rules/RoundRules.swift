/// Rules OP: a round that makes sense.
package enum RoundRules {
  /// OP-04. The dates follow each other: recording opens before it closes, and no level is due after the one above it.
  package static func fault(in round: Round) -> String? {
    if let opens = round.opens, let closes = round.closes, opens >= closes { return "closes" }
    let levels: [Level] = [.institution, .authority, .province]
    for (lower, upper) in zip(levels, levels.dropFirst()) {
      if let low = round.due(lower), let high = round.due(upper), low > high { return upper.rawValue }
    }
    return round.datasets.isEmpty ? "datasets" : nil
  }
}
