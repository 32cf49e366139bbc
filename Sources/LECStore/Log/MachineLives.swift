import LECModel

/// The chains that one machine wrote, one after the other: a file that was put back, copied or moved goes on in a new chain, and the
/// key of the old one vouches for it.
struct MachineLives {
  let connection: Connection

  static let beginning = """
    SELECT n, id, header, salt, body, signature FROM event
    WHERE chain = (SELECT n FROM chain WHERE id = ?1) AND seq = 0 LIMIT 1
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

  /// What the first entry of a chain says; nothing while that entry has not come.
  func genesis(of chain: ChainID) throws(SQLiteError) -> Genesis? {
    let event = try connection.one(Self.beginning, [.blob(chain.hash.bytes)], row: EventLog.row) ?? nil
    guard case .genesis(let genesis)? = event?.body?.content else { return nil }
    return genesis
  }
}
