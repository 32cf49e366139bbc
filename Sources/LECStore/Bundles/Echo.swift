import LECModel

/// What a unit told here itself: it came in with files of its own, and a file of what is new need not tell it back. Without this an
/// office would owe every unit below it whatever that unit has just sent.
struct Echo {
  /// One file that was read: the places of the log that it filled, and how far it went in each chain.
  struct Piece {
    var after: Int64
    var before: Int64
    var heads: [ChainID: Int64]
  }

  /// In the order of the log; none reaches into another.
  fileprivate(set) var pieces: [Piece] = []

  func holds(_ n: Int64, _ chain: ChainID, _ sequence: Int64) -> Bool {
    var low = 0, high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].before <= n { low = middle + 1 } else { high = middle }
    }
    guard low < pieces.count, pieces[low].after < n, let last = pieces[low].heads[chain] else { return false }
    return sequence <= last
  }
}

extension Store {
  static let marks = """
    SELECT mark.n, mark.body, chain.id,
      (SELECT max(n) FROM event WHERE chain = mark.chain AND seq = mark.seq - 1 AND n < mark.n)
    FROM event mark JOIN chain ON chain.n = mark.chain
    WHERE mark.kind = 52 AND mark.n > ?1 AND mark.body IS NOT NULL ORDER BY mark.n
    """

  /// What each unit has told in files that were read here behind a place of the log. An own entry stands right after each; what
  /// lies between that and the own entry before it came with the file.
  func echoes(after n: Int64, _ ownChains: Set<ChainID>) throws -> [UnitCode: Echo] {
    let faults = try ChainFaults(connection: connection).all()
    let rows = try connection.all(Self.marks, [.integer(n)]) {
      (n: $0.integer(0), body: $0.blob(1), chain: ChainID($0.hash(2)), before: $0.isNull(3) ? nil : $0.integer(3))
    }
    var out: [UnitCode: Echo] = [:]
    for row in rows where ownChains.contains(row.chain) {
      guard let value = try? CanonicalReader.read(row.body), let previous = row.before,
        case .bundleMark(let mark)? = EventBody(value, kind: .bundleRead)?.content
      else { continue }
      // Where a chain has two ends, a number does not say which.
      let heads = mark.heads.filter { faults[$0.chain]?.fork == nil }.map { ($0.chain, $0.sequence) }
      out[mark.from, default: Echo()].pieces.append(
        Echo.Piece(after: previous, before: row.n, heads: Dictionary(heads, uniquingKeysWith: min)))
    }
    return out
  }
}
