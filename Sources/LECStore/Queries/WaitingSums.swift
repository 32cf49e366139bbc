import LECModel

/// How much of each chain came into the log after some place of it. Units that have got the same are many, so each place is summed
/// once.
struct WaitingSums {
  let connection: Connection
  private var known: [Int64: [(chain: ChainID, changes: Int, bytes: Int)]] = [:]

  init(connection: Connection) { self.connection = connection }

  static let sizes = """
    SELECT chain.id, count(*), coalesce(sum(length(header) + coalesce(length(body), 0)), 0) FROM event
    JOIN chain ON chain.n = event.chain WHERE event.n > ?1 AND event.kind <> 52 GROUP BY chain.id
    """

  private static let between = """
    SELECT count(*), coalesce(sum(length(header) + coalesce(length(body), 0)), 0) FROM event
    WHERE chain = (SELECT n FROM chain WHERE id = ?1) AND seq <= ?2 AND n > ?3 AND n < ?4 AND kind <> 52
    """

  /// What of it the receiver gets, and about how large it is as a file: files shrink to about a third.
  mutating func after(
    _ n: Int64, _ selection: BundleSelection, _ ownChains: Set<ChainID>, except its: Set<ChainID> = [],
    echo: Echo? = nil
  ) throws -> (changes: Int, bytes: Int) {
    if known[n] == nil {
      known[n] = try connection.all(Self.sizes, [.integer(n)]) {
        (ChainID($0.hash(0)), Int($0.integer(1)), Int($0.integer(2)))
      }
    }
    var changes = 0, bytes = 0
    var told: [ChainID: (changes: Int, bytes: Int)] = [:]
    for piece in echo?.pieces ?? [] where piece.before > n {
      for (chain, sequence) in piece.heads {
        let some = try connection.one(
          Self.between,
          [.blob(chain.hash.bytes), .integer(sequence), .integer(max(n, piece.after)), .integer(piece.before)]
        ) { (Int($0.integer(0)), Int($0.integer(1))) }
        guard let some else { continue }
        told[chain, default: (0, 0)].changes += some.0
        told[chain, default: (0, 0)].bytes += some.1
      }
    }
    for one in known[n] ?? []
    where try selection.takes(one.chain, ownChains: ownChains) && !selection.isReceivers(one.chain)
      && !its.contains(one.chain)
    {
      changes += one.changes - (told[one.chain]?.changes ?? 0)
      bytes += (one.bytes - (told[one.chain]?.bytes ?? 0)) / 3
    }
    return (changes, bytes == 0 ? 0 : bytes + 400)
  }
}
