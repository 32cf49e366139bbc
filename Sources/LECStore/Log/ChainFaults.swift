import LECModel

/// The chains in which a number is missing or was used twice: few, and they have an index of their own.
struct ChainFaults {
  let connection: Connection

  struct Fault {
    /// The first number that two entries have.
    var fork: Int64?
    /// The first entry before which one is missing.
    var gap: Int64?
  }

  static let faults = "SELECT fork, gap, id FROM chain WHERE fork IS NOT NULL OR gap IS NOT NULL"
  private static let fault = "SELECT fork, gap FROM chain WHERE id = ?1"
  private static let lastBefore = """
    SELECT max(seq) FROM chain JOIN event ON event.chain = chain.n WHERE chain.id = ?1 AND seq < ?2
    """

  func all() throws(SQLiteError) -> [ChainID: Fault] {
    let rows = try connection.all(Self.faults) { (ChainID($0.hash(2)), Self.read($0)) }
    return Dictionary(rows) { first, _ in first }
  }

  func of(_ chain: ChainID) throws(SQLiteError) -> Fault {
    try connection.one(Self.fault, [.blob(chain.hash.bytes)], row: Self.read) ?? Fault()
  }

  /// The number of the last entry before a place; -1 where there is none.
  func last(of chain: ChainID, before place: Int64) throws(SQLiteError) -> Int64 {
    try connection.one(Self.lastBefore, [.blob(chain.hash.bytes), .integer(place)]) {
      $0.isNull(0) ? -1 : $0.integer(0)
    } ?? -1
  }

  private static func read(_ row: Statement) -> Fault {
    Fault(fork: row.isNull(0) ? nil : row.integer(0), gap: row.isNull(1) ? nil : row.integer(1))
  }
}
