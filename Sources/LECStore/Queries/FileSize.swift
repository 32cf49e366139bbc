package import LECModel

/// How large a file would be, by making it and throwing it away: a person is told beforehand what the stick or the chat will show.
extension Store {
  /// More than this is guessed from its parts: making it would be felt.
  private static let mostMeasured: Int64 = 3000

  /// The bytes of a file with what was written after a place of the log, or with everything; nil where it is too much to try, or
  /// nobody could open it.
  package func fileSize(for receiver: UnitCode, after base: Int64?) throws -> Int? {
    guard try log.last - (base ?? 0) <= Self.mostMeasured, let own = try ownUnit(), let chain = try ownChain(),
      let secret = try DeviceKeys(connection: connection).signing(chain), let mine = try genesis(of: chain),
      let root = try trust.anchors().root
    else { return nil }
    let seals = try boxKeys(of: receiver)
    guard !seals.isEmpty else { return nil }
    let runs = try base.map { try newRuns(for: receiver, after: $0) } ?? runs(for: receiver)
    let plain = BundleContent.write(runs)
    var header = BundleHeader(
      kind: base == nil ? .full : .delta, from: own.code, to: [receiver], chain: chain,
      signingKey: base == nil ? mine.signingKey : [],
      number: try BundleFileTable(connection: connection).nextNumber(to: receiver), created: world.now().date,
      training: isTraining, root: root, events: runs.reduce(0) { $0 + Int64($1.events.count) },
      plainSize: Int64(plain.count))
    if base == nil { header.introduction = try introduction(of: chain) }
    // Nothing of this is kept, so that no luck has to be spent on it.
    return try? Container.write(
      header, plain: plain, recipients: seals + [mine.boxKey], signing: secret,
      random: { [UInt8](repeating: 7, count: $0) }
    ).count
  }

  /// The same for a file of what is new, or of everything.
  package func fileSize(for receiver: UnitCode, isDelta: Bool) throws -> Int? {
    try fileSize(for: receiver, after: isDelta ? BundleFileTable(connection: connection).base(for: receiver) : nil)
  }
}
