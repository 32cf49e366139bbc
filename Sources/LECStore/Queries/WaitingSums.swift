import LECModel

/// How much of each chain came into the log after some place of it. Units that have got the same are many, and others nearly the same:
/// the log is gone through once, and then only from one place to the next.
struct WaitingSums {
  let connection: Connection
  private typealias Sums = [ChainID: (changes: Int, bytes: Int)]
  private var known: [Int64: Sums] = [:]
  private var names: [Int64: ChainID] = [:]

  init(connection: Connection) { self.connection = connection }

  /// Summed up here and not by the database, which would sort a million rows first.
  static let sizes = """
    SELECT chain, length(header) + coalesce(length(body), 0) FROM event WHERE n > ?1 AND n <= ?2 AND kind <> 52
    """
  static let chainNames = "SELECT n, id FROM chain"

  private static let between = """
    SELECT count(*), coalesce(sum(length(header) + coalesce(length(body), 0)), 0) FROM event
    WHERE chain = (SELECT n FROM chain WHERE id = ?1) AND seq <= ?2 AND n > ?3 AND n < ?4 AND kind <> 52
    """

  /// What of it the receiver gets, and about how large it is as a file: files shrink to about a third.
  mutating func after(
    _ n: Int64, _ selection: BundleSelection, _ ownChains: Set<ChainID>, except its: Set<ChainID> = [],
    echo: Echo? = nil
  ) throws -> (changes: Int, bytes: Int) {
    let sums = try sums(after: n)
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
    for (chain, one) in sums
    where try selection.takes(chain, ownChains: ownChains) && !selection.isReceivers(chain) && !its.contains(chain) {
      changes += one.changes - (told[chain]?.changes ?? 0)
      bytes += (one.bytes - (told[chain]?.bytes ?? 0)) / 3
    }
    return (changes, bytes == 0 ? 0 : bytes + 400)
  }

  private mutating func sums(after n: Int64) throws -> Sums {
    if let sums = known[n] { return sums }
    // From the nearest place that was summed before: what lies between is more here, or was too much there.
    let near = known.keys.min { abs($0 - n) < abs($1 - n) }
    var sums = near.flatMap { known[$0] } ?? [:]
    let (first, last, sign) = near.map { $0 > n ? (n, $0, 1) : ($0, n, -1) } ?? (n, .max, 1)
    if names.isEmpty {
      for (number, id) in try connection.all(Self.chainNames, row: { ($0.integer(0), ChainID($0.hash(1))) }) {
        names[number] = id
      }
    }
    var between: [Int64: (changes: Int, bytes: Int)] = [:]
    try connection.each(Self.sizes, [.integer(first), .integer(last)]) {
      between[$0.integer(0), default: (0, 0)].changes += sign
      between[$0.integer(0), default: (0, 0)].bytes += sign * Int($0.integer(1))
    }
    for (number, one) in between {
      guard let chain = names[number] else { continue }
      sums[chain, default: (0, 0)].changes += one.changes
      sums[chain, default: (0, 0)].bytes += one.bytes
    }
    known[n] = sums.filter { $0.value.changes > 0 }
    return known[n] ?? [:]
  }
}
