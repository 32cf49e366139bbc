import LECModel

/// What a move says of those who lose a unit by it: how far their machines still count for the unit. What they wrote and nobody here has
/// read yet waits for the office that has the unit now.
extension Store {
  /// How far everybody is known here who is above `old` and no longer above `new`, and who was above it before: what an earlier move
  /// said of those holds, as far as it is known here, and no further.
  func ends(from old: Unit?, to new: Unit) throws -> [ChainHead] {
    guard let old, old.parent != new.parent || old.office != new.office else { return [] }
    let kept = try above(new)
    let history = try trust.state(about: [old.code]).units[old.code]
    let before = try (history?.forms ?? []).reduce(into: Set<UnitCode>()) { $0.formUnion(try above($1.unit)) }
    let losing = try above(old).subtracting(kept)
    var ends = try losing.sorted().flatMap { try newest(of: $0) }
    let former = try before.subtracting(kept).subtracting(losing).sorted().flatMap { try chains(of: $0) }
    for chain in former {
      guard let earlier = history?.shortestEnd(of: chain) else { continue }
      let heads = try trust.heads(of: chain), last = heads.map(\.sequence).max() ?? -1
      let known = try earlier.filter { try $0.sequence <= last && log.number(of: $0.id) != nil }
      ends += known.isEmpty ? heads : known
    }
    return ends
  }

  /// The last entries of every machine that ever wrote for an office or asked to.
  private func newest(of unit: UnitCode) throws -> [ChainHead] {
    try chains(of: unit).flatMap { try trust.heads(of: $0) }
  }

  private func chains(of unit: UnitCode) throws -> [ChainID] {
    try trust.state(about: [unit]).chains(of: unit).sorted()
  }

  /// Whoever stands over a unit: the offices above, and the districts in whose view it is with one of them.
  private func above(_ unit: Unit) throws -> Set<UnitCode> {
    var out: Set<UnitCode> = []
    var at: Unit? = unit
    while let here = at {
      if let office = here.office { out.insert(office) }
      guard let parent = here.parent, out.insert(parent).inserted else { break }
      at = try self.unit(parent)
    }
    return out
  }
}
