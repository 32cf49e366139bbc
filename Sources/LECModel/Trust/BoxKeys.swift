/// The keys that files for an office are sealed to: one that all machines of a term share.
extension TrustState {
  struct KeptBoxKey: Sendable {
    var key: BoxKey
    var term: Int64
  }

  /// The one that the machines of an office share now.
  package func boxKey(of unit: UnitCode) -> BoxKey? {
    (keptBoxKeys[unit] ?? []).map(\.term).max().flatMap { boxKey(of: unit, term: $0) }
  }

  private func boxKey(of unit: UnitCode, term: Int64) -> BoxKey? {
    keptBoxKeys[unit]?.last { $0.term == term }?.key
  }

  /// What a file for these machines is sealed to: the key of every term that one of them is of, so that nobody who is in office is shut
  /// out by another's; a dismissed officer has none of them. Nothing for machines of a term that has none.
  package func boxKeys(of unit: UnitCode, for machines: [ChainID]) -> [BoxKey] {
    let terms = Set(machines.compactMap { standing($0).office?.term })
    return terms.sorted(by: >).flatMap { term in
      (keptBoxKeys[unit] ?? []).filter { $0.term == term }.suffix(Self.mostOfTerm).reversed().map(\.key)
    }
  }

  /// A term has one, as a rule. Where its card was issued twice, since the first was lost with its office's file, each machine brought
  /// its own.
  private static let mostOfTerm = 4

  /// Machines that have no share in such a key: the term has none, or they were let in beside others by the office above, which has no
  /// key of the unit's to hand on, or by one of those. They open files with keys of their own.
  package func hasNoSharedKey(_ machine: ChainID, of unit: UnitCode) -> Bool {
    guard let term = standing(machine).office?.term, boxKey(of: unit, term: term) != nil else { return true }
    var at = machine, seen: Set<ChainID> = []
    while seen.insert(at).inserted, let letIn = wayIn(of: at, to: unit), letIn.card.purpose == .device {
      guard standing(letIn.issuer).office?.unit == unit else { return true }
      at = letIn.issuer
    }
    return false
  }

  /// All that there ever were.
  package func boxKeys(of unit: UnitCode) -> [BoxKey] { (keptBoxKeys[unit] ?? []).map(\.key) }

  mutating func keep(_ key: BoxKey, _ office: Office) {
    guard key.unit == office.unit else { return }
    keptBoxKeys[key.unit, default: []].append(KeptBoxKey(key: key, term: office.term))
  }
}
