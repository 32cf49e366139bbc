package import LECModel

/// Whether this file is an older or a second copy of itself.
extension Store {
  private static let readSince = """
    SELECT 1 FROM event JOIN chain ON chain.n = event.chain WHERE chain.id = ?1 AND event.kind = ?2 LIMIT 1
    """

  /// Why this machine goes on in a new chain, until a whole file of the office above has been read since, where there is one: what an
  /// old copy lacks comes back with no smaller file, and nobody knows of a copy how old it is.
  package func startedAnew() throws -> Genesis.Reason? {
    if let newChain, newChain != .behind { return newChain }
    if try setting(Setting.isSetBack) == "1" { return .restored }
    // A mark that is behind the file was not written before the power went: nothing is lost, and there is nothing to tell of that
    // chain. What was to be told of the one before still is.
    let wholeRead = try setting(Setting.wholeRead)
    var next = try ownChain()
    while let chain = next, let genesis = try genesis(of: chain) {
      let hasRead = try connection.one(
        Self.readSince, [.blob(chain.hash.bytes), .integer(Int64(EventKind.bundleRead.rawValue))], row: { _ in true })
      guard hasRead == nil || wholeRead != chain.hash.hex else { return nil }
      guard genesis.reason == .behind else {
        return [.first, .joined].contains(genesis.reason) ? nil : genesis.reason
      }
      next = genesis.continues?.chain
    }
    return nil
  }
}
