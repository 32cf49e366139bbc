import LECModel

/// What a delta holds: everything that came into the log since the receiver's last receipt, by the number of those entries and not
/// by the size of the file.
extension Store {
  static let eventsSince = """
    SELECT header, salt, body, signature, event.id, event.n FROM event JOIN chain ON chain.n = event.chain
    WHERE event.n > ?1 ORDER BY event.n
    """
  private static let headAt = """
    SELECT signature FROM chain_head JOIN chain ON chain.n = chain_head.chain
    WHERE chain.id = ?1 AND chain_head.seq = ?2 AND chain_head.id = ?3
    """

  func newRuns(for receiver: UnitCode, after base: Int64) throws -> [ChainRun] {
    guard let own = try ownUnit() else { return [] }
    let selection = try BundleSelection(trust: trust, own: own.code, receiver: receiver)
    let ownChains = try trust.anchors().ownChains
    var order: [ChainID] = []
    var news: [ChainID: [RawEvent]] = [:]
    // Of several other machines of the own unit, one has told what the rest still lack.
    let isShared = try receiver == own.code && otherMachines().count > 1
    let echo = try isShared ? nil : echoes(after: base, ownChains)[receiver]
    for (event, n) in try connection.all(
      Self.eventsSince, [.integer(Planted.deltaOffByOne.isOn ? base + 1 : base)],
      row: { (RawEvent($0), $0.integer(5)) })
    {
      guard let event else { continue }
      let chain = event.header.chain
      if echo?.holds(n, chain, event.header.sequence) ?? false { continue }
      if news[chain] == nil {
        guard try selection.takes(chain, ownChains: ownChains), try !selection.isReceivers(chain) else { continue }
        order.append(chain)
      }
      news[chain, default: []].append(event)
    }
    var out: [ChainRun] = []
    for chain in order {
      let events = (news[chain] ?? []).sorted { $0.header.sequence < $1.header.sequence }
      if let run = try run(events, of: chain, isOwn: ownChains.contains(chain)) {
        out += try cutAtEnd(run).map { try visible($0, selection) }
      } else {
        // A gap was filled, or the chain forked: then all of it goes again.
        out += try runs(of: chain, isOwn: ownChains.contains(chain)).map { try visible($0, selection) }
      }
    }
    return out
  }

  /// The events as one run, if they follow each other and their device has signed the last.
  private func run(_ events: [RawEvent], of chain: ChainID, isOwn: Bool) throws -> ChainRun? {
    guard let last = events.last else { return nil }
    for (one, next) in zip(events, events.dropFirst()) where next.header.previous != one.id { return nil }
    if isOwn, let secret = try DeviceKeys(connection: connection).signing(chain) {
      guard let signature = Sodium.sign(last.id.hash.bytes, secret: secret) else { return nil }
      return ChainRun(chain: chain, events: events, signature: signature)
    }
    return try headSignature(last).map { ChainRun(chain: chain, events: events, signature: $0) }
  }

  /// What the machine signed where its chain ended with this event; nothing where it never did.
  func headSignature(_ event: RawEvent) throws -> [UInt8]? {
    let header = event.header
    return try connection.one(
      Self.headAt, [.blob(header.chain.hash.bytes), .integer(header.sequence), .blob(event.id.hash.bytes)],
      row: { $0.blob(0) })
  }
}
