import LECModel

/// Takes everything that is known of some children out of a file: the bodies with their salts, what the tables made of them, and half
/// filled forms. Headers stay, so that every chain still holds together.
struct BodyEraser {
  let connection: Connection

  private static let chains = """
    SELECT DISTINCT chain.id FROM event JOIN chain ON chain.n = event.chain
    WHERE (event.id = ?1 OR event.record = ?1) AND event.body IS NOT NULL
    """
  private static let bodies = "UPDATE event SET salt = NULL, body = NULL WHERE id = ?1 OR record = ?1"
  private static let place = "SELECT n FROM event WHERE id = ?1"
  private static let rows = [
    "DELETE FROM student WHERE n = ?1", "DELETE FROM dispute WHERE student = ?1",
  ]
  private static let words = "DELETE FROM explanation WHERE record = ?1"
  /// Forms left half filled are named after the child.
  private static let forms = "DELETE FROM draft WHERE instr(name, ?1) > 0"
  private static let pairs = "DELETE FROM pair WHERE first = ?1 OR second = ?1"

  /// `random` makes new seeds: whoever has an old one could make the salts that were erased, and try what hashes to what.
  func erase(_ records: [Hash32], random: (Int) -> [UInt8]) throws {
    let keys = DeviceKeys(connection: connection)
    var written: Set<ChainID> = []
    for record in records {
      let id = Value.blob(record.bytes)
      written.formUnion(try connection.all(Self.chains, [id]) { ChainID($0.hash(0)) })
      try connection.run(Self.bodies, id)
      if let n = try connection.one(Self.place, [id], row: { $0.integer(0) }) {
        for sql in Self.rows { try connection.run(sql, .integer(n)) }
      }
      try connection.run(Self.words, id)
      try connection.run(Self.pairs, id)
      try connection.run(Self.forms, .text(String(record.hex.prefix(16))))
    }
    for chain in written where try keys.salts(chain) != nil { try keys.write(SaltSeed(random), of: chain) }
  }
}
