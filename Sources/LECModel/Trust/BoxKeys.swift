/// The keys that files for an office are sealed to: one that all its machines share.
extension TrustState {
  struct KeptBoxKey: Sendable {
    var key: BoxKey
    var term: Int64
  }

  /// The one that counts now. A new officer has one of his own: what is sent from then on the dismissed one can't open.
  package func boxKey(of unit: UnitCode) -> BoxKey? { bestBoxKey(of: unit)?.key }

  private func bestBoxKey(of unit: UnitCode) -> KeptBoxKey? {
    (keptBoxKeys[unit] ?? []).reduce(nil as KeptBoxKey?) { best, one in
      best.map { $0.term > one.term } ?? false ? best : one
    }
  }

  /// The same for whoever seals a file: nothing for machines of a later term than the key's, which have others.
  package func boxKey(of unit: UnitCode, for machines: [ChainID]) -> BoxKey? {
    guard let latest = machines.compactMap({ standing($0).office?.term }).max(), let best = bestBoxKey(of: unit) else {
      return nil
    }
    return best.term < latest ? nil : best.key
  }

  /// All that there ever were.
  package func boxKeys(of unit: UnitCode) -> [BoxKey] { (keptBoxKeys[unit] ?? []).map(\.key) }

  mutating func keep(_ key: BoxKey, _ office: Office) {
    guard key.unit == office.unit else { return }
    keptBoxKeys[key.unit, default: []].append(KeptBoxKey(key: key, term: office.term))
  }
}
