import LECModel

/// The chains that one machine wrote, one after the other: a file that was put back, copied or moved goes on in a new chain, and the
/// key of the old one vouches for it.
struct MachineLives {
  let connection: Connection

  static let beginning = """
    SELECT n, id, header, salt, body, signature FROM event
    WHERE chain = (SELECT n FROM chain WHERE id = ?1) AND seq = 0 AND kind = 1 AND body IS NOT NULL LIMIT 1
    """
  /// More lives than any file has; what claims more is looked at no further.
  private static let most = 100

  /// This chain and those it goes on from, the latest first.
  func lives(before chain: ChainID) throws(SQLiteError) -> [ChainID] {
    var lives = [chain]
    var genesis = try self.genesis(of: chain)
    while lives.count < Self.most, let made = genesis, let old = made.continues, !lives.contains(old.chain) {
      guard let before = try self.genesis(of: old.chain),
        Sodium.verify(old.signature, made.vow, publicKey: before.signingKey)
      else { break }
      lives.append(old.chain)
      genesis = before
    }
    return lives
  }

  /// The chain that the next one goes on from. A file that is carried to and fro, or told again and again that it is an old copy, has
  /// many lives, and whoever reads it seldom has to be shown all of them up to one that he knows: after a few the first vouches again.
  func voucher(after chain: ChainID) throws(SQLiteError) -> ChainID {
    let lives = try lives(before: chain)
    guard lives.count > Self.longestLine, let first = lives.last else { return chain }
    return try DeviceKeys(connection: connection).signing(first) == nil ? chain : first
  }

  private static let longestLine = 8

  /// What the first entry of a chain says; nothing while that entry has not come.
  func genesis(of chain: ChainID) throws(SQLiteError) -> Genesis? {
    let event = try connection.one(Self.beginning, [.blob(chain.hash.bytes)], row: EventLog.row) ?? nil
    guard case .genesis(let genesis)? = event?.body?.content else { return nil }
    return genesis
  }
}
