package import LECModel

extension Store {
  /// Makes of this program an older one that does not know these kinds yet, or the present one again, and reads the log anew as an
  /// update does.
  package func behave(asBefore kinds: Set<EventKind>) throws {
    trust.newerKinds = kinds
    try rebuild()
  }

  /// Makes every table anew from the log; returns how many events were read.
  @discardableResult
  package func rebuild() throws -> Int {
    try local {
      let count = try connection.inTransaction {
        let count = try replay()
        try SettingTable(connection: connection).set(Setting.projection, String(ProjectionSchema.version))
        return count
      }
      forgetFigures()
      return count
    }
  }

  /// Inside a transaction: drops the tables and plays the whole log into new ones.
  @discardableResult
  func replay() throws -> Int {
    connection.forgetStatements()
    for sql in ProjectionSchema.drop { try connection.execute(sql) }
    for sql in ProjectionSchema.create { try connection.execute(sql) }
    trust.forgetAll()
    try TallyTable(connection: connection).forgetAll()
    // All of it will be asked about: at once is quicker than in parts.
    _ = try trust.state()
    let authority = AuthorityIndex(connection: connection)
    let projector = try Projector(connection, trust: trust, judged: 0)
    var last: Int64 = 0, count = 0
    while true {
      let events = try log.events(after: last, limit: 500)
      guard let end = events.last else { break }
      for event in events {
        try authority.file(event.n, event.header, event.body?.content)
        try projector.judge(event)
      }
      count += events.count
      last = end.n
    }
    try projector.settleWaiting { $1 == .waiting(.missingRecord) }
    try projector.finish()
    try trust.keepChecked()
    return count
  }

  /// One hash over every row of every table made from the log: two files with the same log have the same.
  package func projectionDigest() throws -> Hash32 {
    Sodium.hash(try tableDigests().flatMap(\.digest.bytes))
  }

  /// The same, table by table.
  package func tableDigests() throws -> [(table: String, digest: Hash32)] {
    try ProjectionSchema.tables.map { table in
      var all: [UInt8] = []
      for row in try connection.all(Self.dump(table), row: { $0.dump() }) { all += Sodium.hash(row).bytes }
      return (table, Sodium.hash(all))
    }
  }

  private static func dump(_ table: String) -> String {
    // The names come from the constant list of tables, never from input.
    "SELECT * FROM \(table) ORDER BY 1, 2"
  }

  /// The digest of what the file says: equal on two files that hold the same.
  package func stateDigest() throws -> Hash32 {
    guard let unit = try subject(), let round = try currentRound() else { return try projectionDigest() }
    var out: [UInt8] = []
    for dataset in Dataset.allCases { out += try digest(dataset, unit: unit.code, round: round.key).bytes }
    return Sodium.hash(out)
  }
}
