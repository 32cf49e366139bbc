import LECModel

/// Takes everything that is known of some children out of a file: the bodies with their salts, what the tables made of them, and half
/// filled forms. Headers stay, so that every chain still holds together.
struct BodyEraser {
  let connection: Connection

  private static let bodies = "UPDATE event SET salt = NULL, body = NULL WHERE n = ?1"
  private static let rows = [
    "DELETE FROM student WHERE n = ?1", "DELETE FROM dispute WHERE student = ?1",
  ]
  private static let words = "DELETE FROM explanation WHERE record = ?1"
  /// Forms left half filled are named after the child.
  private static let forms = "DELETE FROM draft WHERE instr(name, ?1) > 0"
  private static let pairs = "DELETE FROM pair WHERE first = ?1 OR second = ?1"

  /// `random` makes new seeds: whoever has an old one could make the salts that were erased, and try what hashes to what.
  /// Only what a child's own unit wrote about it goes: another unit that names the child has no say in it.
  func erase(_ children: [(record: RecordID, unit: UnitCode)], random: (Int) -> [UInt8]) throws {
    let log = EventLog(connection: connection)
    let keys = DeviceKeys(connection: connection)
    var written: Set<ChainID> = []
    for (record, unit) in children {
      let all = try log.history(of: record)
      if let first = all.first(where: { $0.id == record.event }), first.header.unit != unit { continue }
      for event in all where event.header.unit == unit {
        if event.body != nil { written.insert(event.header.chain) }
        try connection.run(Self.bodies, .integer(event.n))
        if event.id == record.event { for sql in Self.rows { try connection.run(sql, .integer(event.n)) } }
      }
      let id = Value.blob(record.event.hash.bytes)
      try connection.run(Self.words, id)
      try connection.run(Self.pairs, id)
      try connection.run(Self.forms, .text(String(record.event.hash.hex.prefix(16))))
    }
    for chain in written where try keys.salts(chain) != nil { try keys.write(SaltSeed(random), of: chain) }
  }
}
