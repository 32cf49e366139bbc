import LECModel

/// What was here, and can be sent to a unit only from now on: files that were made for it before do not hold it, and the next one, a
/// delta too, goes back to where it begins.
struct SendingAgain {
  private let store: Store
  private let table: BundleFileTable

  init(_ store: Store) {
    self.store = store
    table = BundleFileTable(connection: store.connection)
  }

  /// Whoever was sent a file since only headers were here did not get the rest, and may need it; but for whoever told it now.
  func filled(_ whole: [(n: Int64, event: RawEvent)], exceptTo sender: UnitCode) throws {
    guard let first = whole.map(\.n).min() else { return }
    try shorten(beyond: first, exceptTo: sender) { selection, ownChains in
      try whole.filter { _, event in
        try selection.takes(event.header.chain, ownChains: ownChains) && selection.takesBody(event)
      }.map(\.n).min()
    }
  }

  private static let beginnings = """
    SELECT chain.id, event.n FROM pending JOIN event ON event.n = pending.n JOIN chain ON chain.n = event.chain
    WHERE event.seq = 0 AND pending.reason = ?1
    """

  /// The chains that are nobody's as far as is known here, each with where it begins: no file holds them.
  func unclaimed() throws -> [ChainID: Int64] {
    let rows = try store.connection.all(Self.beginnings, [.text(Verdict.Reason.unknownSender.rawValue)]) {
      (ChainID($0.hash(0)), $0.integer(1))
    }
    return Dictionary(rows) { min($0, $1) }
  }

  /// What was said since may have made some of them somebody's. Nobody has their beginnings but who told of them.
  func claimed(of before: [ChainID: Int64]) throws {
    guard !before.isEmpty else { return }
    let still = try unclaimed()
    let claimed = before.filter { still[$0.key] == nil }
    guard let first = claimed.values.min() else { return }
    try shorten(beyond: first, exceptTo: nil) { selection, ownChains in
      try claimed.filter { try selection.takes($0.key, ownChains: ownChains) }.values.min()
    }
  }

  private func shorten(
    beyond first: Int64, exceptTo sender: UnitCode?, from place: (BundleSelection, Set<ChainID>) throws -> Int64?
  ) throws {
    guard let own = try store.ownUnit()?.code else { return }
    let ownChains = try store.trust.anchors().ownChains
    for receiver in try table.receivers(beyond: first) where receiver != sender {
      let selection = try BundleSelection(trust: store.trust, own: own, receiver: receiver)
      if let n = try place(selection, ownChains) { try table.shorten(to: n - 1, of: receiver) }
    }
  }
}
