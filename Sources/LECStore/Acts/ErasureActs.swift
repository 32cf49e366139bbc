package import LECModel

/// Erasing what is known of children for good: an official act, and its carrying out in every file by a person who has seen the list.
extension Store {
  /// Orders children to be erased, and carries it out here.
  package func erase(
    _ records: [RecordID], reason: Erasure.Reason, password: String, by user: UserName
  ) throws {
    let (own, rows) = try mayErase(records, reason: reason, by: user)
    let key = try signingKey(user, password: password)
    try transaction(author: user, unit: own.code) { writer in
      for (unit, rows) in Dictionary(grouping: rows, by: \.unit).sorted(by: { $0.key < $1.key }) {
        var children: [Erasure.Child] = []
        for row in rows {
          let removal = try self.removal(row, isOwn: unit == own.code, writer)
          children.append(Erasure.Child(record: row.id, removal: removal, leaf: try leaf(row)))
        }
        for start in stride(from: 0, to: children.count, by: Erasure.most) {
          let some = Array(children[start..<min(start + Erasure.most, children.count)])
          try writer.add(.erased, EventBody(.erasure(Erasure(reason: reason, children: some))), sign: key, about: unit)
        }
      }
    }
    _ = try carryOutErasures()
  }

  /// Whether an order may be given at all, before anybody types a password for it.
  @discardableResult
  package func mayErase(
    _ records: [RecordID], reason: Erasure.Reason, by user: UserName
  ) throws -> (own: Unit, rows: [StudentRow]) {
    let rows = try records.map { record -> StudentRow in
      guard let row = try student(record) else { throw Refusal(.noSuchRecord, .rm04, detail: record.short) }
      return row
    }
    guard let own = try ownUnit(), let first = rows.first else { throw Refusal(.nothingToConfirm, .rm04) }
    guard try ProfileTable(connection: connection).current(user) != nil else {
      throw Refusal(.noProfile, .au06, level: own.kind.level)
    }
    for unit in Set(rows.map(\.unit)) { try requireErasing(unit, own, first.student.fullName) }
    let open = Set(
      try claims().filter { $0.decision == nil }.flatMap { [$0.claim.asked.record, $0.claim.other.record] })
    let round = try currentRound()
    for row in rows {
      let ruling = ErasingRules.mayErase(row.student, reason, hasOpenClaim: open.contains(row.id), round: round)
      if case .refused(let refusal) = ruling { throw refusal }
    }
    return (own, rows)
  }

  private func requireErasing(_ unit: UnitCode, _ own: Unit, _ name: String) throws {
    let relation = try relation(to: unit)
    guard Rights.right(of: Role(own.kind), to: .erased, on: relation) == .allowed else {
      throw Refusal(.notYourUnit, .rm04, level: .institution, detail: name)
    }
  }

  /// The event that took the child out. Who has finished school was never taken out: the institution then writes that it was, which
  /// changes nothing in the row.
  private func removal(_ row: StudentRow, isOwn: Bool, _ writer: Writer) throws -> EventID {
    let pending = PendingTable(connection: connection)
    for event in try log.history(of: row.id).reversed() where event.header.kind?.takesOut == true {
      if try !pending.has(event.n), try trust.mayHaveWritten(event) { return event.id }
    }
    guard isOwn else { throw Refusal(.wrongState, .rm04, level: .institution, detail: row.student.fullName) }
    return try writer.add(.studentRemoved, EventBody(.changes([])), record: row.id, base: row.heads)
  }

  private static let leafOf = "SELECT leaf FROM student WHERE n = ?1 AND leaf <> x''"

  private func leaf(_ row: StudentRow) throws -> Hash32? {
    try connection.one(Self.leafOf, [.integer(row.n)]) { $0.hash(0) }
  }

  /// Carries out every order that is known: of those children nothing is left in this file, beside it in the copies of old years, or
  /// in the free space of either. Returns how many there were.
  package func carryOutErasures() throws -> Int {
    let children = try erasedHere()
    if !children.isEmpty {
      try local {
        try connection.inTransaction {
          try BodyEraser(connection: connection).erase(children, random: world.random)
          try SettingTable(connection: connection).set(Setting.compactDue, "1")
          try replay()
        }
      }
      undoStack = []
      redoStack = []
      forgetFigures()
    }
    if try setting(Setting.compactDue) == "1" {
      try local { try connection.compact() }
      for copy in yearCopies() { try compact(copy, without: try erasedAnywhere()) }
      try set(Setting.compactDue, to: "0")
      try local { connection.checkpoint(truncate: true) }
    }
    return children.count
  }

  private func erasedAnywhere() throws -> [(record: RecordID, unit: UnitCode)] {
    try connection.all("SELECT record, unit FROM erased") { (RecordID(EventID($0.hash(0))), UnitCode($0.text(1))) }
  }

  /// The copies of earlier years beside this file.
  private func yearCopies() -> [String] {
    let folder = FileCare.folder(of: path)
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let start = (name.hasSuffix(".db") ? String(name.dropLast(3)) : name) + "-"
    return FileCare.names(in: folder).filter { $0.hasPrefix(start) && $0.hasSuffix(".db") }.map { folder + "/" + $0 }
      .filter { (try? FileCare.header($0))?.application == LogSchema.applicationID }
  }

  /// The same in a copy of an old year. It is only read, so that its tables are mended in their place.
  private func compact(_ path: String, without children: [(record: RecordID, unit: UnitCode)]) throws {
    let copy = try Connection(path: path, create: false)
    defer { copy.close() }
    guard try SettingTable(connection: copy).value(Setting.closedYear) != nil else { return }
    try copy.inTransaction { try BodyEraser(connection: copy).erase(children, random: world.random) }
    try copy.compact()
    try copy.execute("PRAGMA journal_mode = DELETE")
  }
}
