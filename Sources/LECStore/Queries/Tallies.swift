import LECModel

/// The figures of one institution, worked out once and kept until its rows change: a board of six hundred asks for these.
struct Tally: Equatable {
  struct Figures: Equatable {
    var digest = Hash32.zero
    var errors = 0
    var queries = 0
  }

  var counts = Counts()
  var register = 0
  var figures: [Dataset: Figures] = [:]
}

extension Store {
  func tally(_ unit: Unit, _ round: Round) throws -> Tally {
    let table = TallyTable(connection: connection)
    if let bytes = try table.body(unit.code, round.key), let known = Tally(bytes) { return known }
    let made = try makeTally(unit, round)
    // A file that can't be written can still be looked at.
    if !isReadOnly, !connection.isInTransaction {
      try? local { try table.write(unit.code, round.key, day: world.now().date, made.bytes) }
    }
    return made
  }

  /// Whether figures of several institutions would have to be worked out first.
  func missesTallies(_ round: Round) throws -> Bool {
    guard !isReadOnly, !connection.isInTransaction else { return false }
    return try TallyTable(connection: connection).missing(round.key) > 1
  }

  private func makeTally(_ unit: Unit, _ round: Round) throws -> Tally {
    var tally = Tally(counts: try counts(unit: unit.code), register: try registerCount(unit: unit.code))
    let findings = try findings(of: unit, round: round, today: world.now().date)
    for dataset in round.datasets(for: .institution) {
      let mine = findings.filter { $0.dataset == dataset }
      tally.figures[dataset] = Tally.Figures(
        digest: try digest(dataset, unit: unit.code, round: round.key),
        errors: mine.count { $0.check.severity == .error },
        queries: mine.count { $0.check.severity == .warning && $0.explained == nil })
    }
    return tally
  }

  /// After files were read in: the figures of every institution that changed and the children on two lists, so that the next board
  /// need not wait for them.
  package func settleFigures() throws {
    try findDoubles()
    _ = try openJoinCount()
    guard let round = try currentRound() else { return }
    let units = try units().filter { $0.kind.isInstitution && $0.isOpen }
    for start in stride(from: 0, to: units.count, by: Self.atOnce) {
      try settle(units[start..<min(start + Self.atOnce, units.count)], round)
    }
  }

  /// As many as a second process at work on this file can wait for; one commit each would make a slow disk wait twenty thousand times.
  private static let atOnce = 64

  private func settle(_ units: ArraySlice<Unit>, _ round: Round) throws {
    let table = TallyTable(connection: connection)
    let missing = try units.filter { try table.body($0.code, round.key) == nil }
    guard !missing.isEmpty, !isReadOnly, !connection.isInTransaction else { return }
    try local {
      try connection.inTransaction {
        for unit in missing {
          try table.write(unit.code, round.key, day: world.now().date, try makeTally(unit, round).bytes)
        }
      }
    }
  }
}

extension Tally {
  var bytes: [UInt8] {
    var out = CanonicalWriter()
    out.array(3)
    counts.write(to: &out)
    out.integer(Int64(register))
    out.array(figures.count)
    for (dataset, f) in figures.sorted(by: { $0.key < $1.key }) {
      out.array(4)
      out.text(dataset.rawValue)
      out.hash(f.digest)
      out.integer(Int64(f.errors))
      out.integer(Int64(f.queries))
    }
    return out.bytes
  }

  init?(_ bytes: [UInt8]) {
    guard let f = (try? CanonicalReader.read(bytes))?.items, f.count == 3, let counts = Counts(f[0]),
      let register = f[1].integer, let rows = f[2].items
    else { return nil }
    self.counts = counts
    self.register = Int(register)
    for row in rows {
      guard let c = row.items, c.count == 4, let dataset = c[0].text.flatMap(Dataset.init), let digest = c[1].hash,
        let errors = c[2].integer, let queries = c[3].integer
      else { return nil }
      figures[dataset] = Figures(digest: digest, errors: Int(errors), queries: Int(queries))
    }
  }
}
