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

  /// What of it the receiver gets, and about how large it is as a file: files shrink to about a third.
  mutating func after(
    _ n: Int64, _ selection: BundleSelection, _ ownChains: Set<ChainID>, except its: Set<ChainID> = []
  ) throws -> (changes: Int, bytes: Int) {
    if known[n] == nil {
      known[n] = try connection.all(Self.sizes, [.integer(n)]) {
        (ChainID($0.hash(0)), Int($0.integer(1)), Int($0.integer(2)))
      }
    }
    var changes = 0, bytes = 0
    for one in known[n] ?? []
    where try selection.takes(one.chain, ownChains: ownChains) && !selection.isReceivers(one.chain)
      && !its.contains(one.chain)
    {
      changes += one.changes
      bytes += one.bytes / 3
    }
    return (changes, bytes == 0 ? 0 : bytes + 400)
  }
}
