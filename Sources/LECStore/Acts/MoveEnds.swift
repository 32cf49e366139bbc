import LECModel

/// What a move says of those who lose a unit by it: how far their machines still count for the unit. What they wrote and nobody here has
/// read yet waits for the office that has the unit now.
extension Store {
  /// How far everybody is known here who is above `old` and no longer above `new`.
  func ends(from old: Unit?, to new: Unit) throws -> [ChainHead] {
    guard let old, old.parent != new.parent || old.office != new.office else { return [] }
    let kept = try above(new)
    return try above(old).subtracting(kept).sorted().flatMap { try heads(of: $0, except: nil) }
  }

  private func above(_ unit: Unit) throws -> Set<UnitCode> {
    var out = Set([unit.office].compactMap { $0 })
    var at = unit.parent
    while let here = at, out.insert(here).inserted { at = try self.unit(here)?.parent }
    return out
  }
}
