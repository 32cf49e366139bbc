package import LECModel

/// Random checks by the province (RP-01, RP-02): a sample that can be drawn again from its seed, and what the visits found.
extension Store {
  @discardableResult
  package func drawSample(institutions: Int, perInstitution: Int, by user: UserName) throws -> EventID {
    guard let own = try ownUnit(), own.kind == .province, let round = try currentRound() else {
      throw Refusal(.notYourTask, .rp02, level: .province)
    }
    let number = (try samples().map(\.draw.number).max() ?? 0) + 1
    let seed = "\(round.key.text) \(own.code.text) \(number)"
    let drawn = try children(seed: seed, institutions: institutions, perInstitution: perInstitution, in: own)
    guard !drawn.isEmpty else { throw Refusal(.nothingToConfirm, .rp02, level: .province) }
    let draw = SampleDraw(
      number: number, round: round.key, seed: seed, institutions: Int64(institutions),
      perInstitution: Int64(perInstitution), children: drawn)
    return try transaction(author: user, unit: own.code) { writer in
      try writer.add(.sampleDrawn, EventBody(.sample(draw)))
    }
  }

  static let enrolledOf = """
    SELECT event.id FROM student JOIN event ON event.n = student.n
    WHERE student.unit = ?1 AND state = 'enrolled' ORDER BY event.id
    """

  private func children(
    seed: String, institutions: Int, perInstitution: Int, in province: Unit
  ) throws -> [SampleDraw.Child] {
    let units = try units().filter { $0.kind.isInstitution && $0.isOpen }
    let picked = Sample.pick(institutions, from: units.map { Array($0.code.text.utf8) }, seed: seed) { Sodium.hash($0) }
    var out: [SampleDraw.Child] = []
    for i in picked {
      let records = try connection.all(Self.enrolledOf, [.text(units[i].code.text)]) { RecordID(EventID($0.hash(0))) }
      let chosen = Sample.pick(perInstitution, from: records.map { $0.event.hash.bytes }, seed: seed) {
        Sodium.hash($0)
      }
      out += chosen.map { SampleDraw.Child(unit: units[i].code, record: records[$0]) }
    }
    return out
  }

  package func found(
    _ found: SampleResult.Found, child: RecordID, of sample: EventID, words: String, by user: UserName
  ) throws {
    guard let own = try ownUnit(), let entry = try samples().first(where: { $0.id == sample }),
      entry.lines.contains(where: { $0.record == child })
    else { throw Refusal(.noSuchRecord, .rp02, detail: child.short) }
    try transaction(author: user, unit: own.code) { writer in
      try writer.add(
        .sampleFound, EventBody(.sampleResult(SampleResult(child: child, found: found, words: words))),
        record: RecordID(sample))
    }
  }

  static let allSamples = "SELECT id, body FROM sample ORDER BY number DESC, n DESC"
  static let resultsOf = "SELECT child, found, words FROM sample_result WHERE sample = ?1"

  /// The samples drawn so far, the newest first.
  package func samples() throws -> [SampleEntry] {
    try connection.all(Self.allSamples) { (EventID($0.hash(0)), $0.blob(1)) }.compactMap { id, bytes in
      guard let value = try? CanonicalReader.read(bytes),
        case .sample(let draw)? = EventBody(value, kind: .sampleDrawn)?.content
      else { return nil }
      var results: [RecordID: SampleResult] = [:]
      for (child, found, words) in try connection.all(
        Self.resultsOf, [.blob(id.hash.bytes)], row: { (RecordID(EventID($0.hash(0))), $0.text(1), $0.text(2)) })
      {
        guard let found = SampleResult.Found(rawValue: found) else { continue }
        results[child] = SampleResult(child: child, found: found, words: words)
      }
      let lines = try draw.children.compactMap { child -> SampleEntry.Line? in
        guard let unit = try unit(child.unit), let row = try student(child.record) else { return nil }
        return SampleEntry.Line(
          unit: unit, record: child.record, name: row.student.fullName, number: row.student[.number],
          grade: row.student[.grade], result: results[child.record])
      }
      return SampleEntry(id: id, draw: draw, lines: lines)
    }
  }
}
