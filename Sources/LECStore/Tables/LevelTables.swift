import LECModel

/// What the levels above the institution write: acceptances, exceptions, notes, claims, samples, counts of other schools, snapshots.
struct LevelTables {
  let connection: Connection

  func write(_ event: StoredEvent, _ content: EventContent) throws(SQLiteError) {
    let header = event.header
    switch content {
    case .acceptance(let v):
      try connection.run(
        Self.acceptance, .integer(event.n), .text(v.unit.text), .text(v.round.text), .text(v.dataset.rawValue),
        .blob(v.confirmation.hash.bytes), .integer(header.kind == .accepted ? 0 : 1), .text(v.words),
        .integer(header.lamport), .blob(event.id.hash.bytes))
    case .exemption(let v):
      try connection.run(
        Self.exemption, .integer(event.n), .text(v.unit.text), .text(v.round.text), .integer(v.until.milliseconds),
        .text(v.reason))
    case .note(let v):
      try connection.run(
        Self.note, .integer(event.n), .blob(event.id.hash.bytes), .text(v.unit.text),
        .blob(header.record?.event.hash.bytes ?? []), .text(v.words))
    case .claim(let v):
      try connection.run(
        Self.claim, .integer(event.n), .blob(event.id.hash.bytes), .text(header.unit.text), .integer(v.number),
        .text(v.asked.unit.text), .blob(v.asked.record.event.hash.bytes), .text(v.other.unit.text),
        .blob(v.other.record.event.hash.bytes), .text(v.evidence.rawValue), .text(v.due.iso))
    case .claimAnswer(let v):
      try connection.run(
        Self.answer, .integer(event.n), .blob(header.record?.event.hash.bytes ?? []), .text(header.unit.text),
        .text(v.answer.rawValue), .text(v.words), .integer(header.lamport))
    case .claimDecision(let v):
      try connection.run(
        Self.decision, .integer(event.n), .blob(header.record?.event.hash.bytes ?? []), .text(v.outcome.rawValue),
        .text(v.words), .integer(header.lamport))
    case .sample(let v):
      try connection.run(
        Self.sample, .integer(event.n), .blob(event.id.hash.bytes), .text(header.unit.text), .integer(v.number),
        .blob(Self.bytes(.sample(v))))
    case .sampleResult(let v):
      try connection.run(
        Self.result, .blob(header.record?.event.hash.bytes ?? []), .blob(v.child.event.hash.bytes),
        .text(v.found.rawValue), .text(v.words), .integer(event.n), .integer(header.lamport),
        .blob(event.id.hash.bytes))
    case .otherSchool(let v): try school(v, event)
    case .otherCounts(let v): try counts(v, event)
    case .snapshot(let v):
      try connection.run(
        Self.snapshot, .text(v.round.text), .integer(event.n), .blob(event.id.hash.bytes),
        .blob(Self.bytes(.snapshot(v))), .integer(header.lamport))
    case .snapshotPart(let v): try part(v, event)
    case .amendment(let v):
      try connection.run(
        Self.amendment, .integer(event.n), .text(v.round.text), .integer(v.number), .text(v.row.unit.text),
        .blob(Self.bytes(.amendment(v))))
    default: break
    }
  }

  private func school(_ school: OtherSchool, _ event: StoredEvent) throws(SQLiteError) {
    let record = event.header.record?.event ?? event.id
    try connection.run(
      Self.school, .blob(record.hash.bytes), .text(event.header.unit.text), .text(school.code), .text(school.name),
      .text(school.affiliation), .integer(school.isDissolved ? 1 : 0), .integer(event.header.lamport),
      .blob(event.id.hash.bytes))
  }

  private func counts(_ counting: OtherCounting, _ event: StoredEvent) throws(SQLiteError) {
    guard let record = event.header.record else { return }
    for cell in counting.cells {
      try connection.run(
        Self.count, .blob(record.event.hash.bytes), .text(counting.round.text), .text(cell.grade.rawValue),
        .integer(cell.total), cell.male.map(Value.integer) ?? .null, cell.female.map(Value.integer) ?? .null,
        .integer(event.header.lamport), .blob(event.id.hash.bytes))
    }
  }

  private func part(_ part: SnapshotPart, _ event: StoredEvent) throws(SQLiteError) {
    for (i, row) in part.rows.enumerated() {
      try connection.run(
        Self.row, .text(part.round.text), .blob(event.id.hash.bytes), .integer(Int64(i)), .text(row.unit.text),
        .text(part.province.text), .text(row.dataset.rawValue), .blob(row.digest.bytes), .integer(row.total),
        .integer(row.male), .integer(row.female), .integer(row.isConfirmed ? 1 : 0))
    }
  }

  private static func bytes(_ content: EventContent) -> [UInt8] {
    var out = CanonicalWriter()
    EventBody(content).write(to: &out)
    return out.bytes
  }

  private static let acceptance = """
    INSERT OR REPLACE INTO acceptance (n, unit, round, dataset, confirmation, taken_back, words, lamport, tie)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    """
  private static let exemption = """
    INSERT OR REPLACE INTO exemption (n, unit, round, until, reason) VALUES (?1, ?2, ?3, ?4, ?5)
    """
  private static let note = "INSERT OR REPLACE INTO note (n, id, unit, answers, words) VALUES (?1, ?2, ?3, ?4, ?5)"
  private static let claim = """
    INSERT OR REPLACE INTO claim (n, id, opener, number, asked_unit, asked_record, other_unit, other_record, evidence,
      due)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    """
  private static let answer = """
    INSERT OR REPLACE INTO claim_answer (n, claim, unit, answer, words, lamport) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    """
  private static let decision = """
    INSERT OR REPLACE INTO claim_decision (n, claim, outcome, words, lamport) VALUES (?1, ?2, ?3, ?4, ?5)
    """
  private static let sample = "INSERT OR REPLACE INTO sample (n, id, unit, number, body) VALUES (?1, ?2, ?3, ?4, ?5)"
  private static let result = """
    INSERT INTO sample_result (sample, child, found, words, n, lamport, tie) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    ON CONFLICT (sample, child) DO UPDATE SET found = ?3, words = ?4, n = ?5, lamport = ?6, tie = ?7
    WHERE (?6, ?7) > (lamport, tie)
    """
  private static let school = """
    INSERT INTO other_school (record, unit, code, name, affiliation, dissolved, lamport, tie)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT (record) DO UPDATE SET code = ?3, name = ?4, affiliation = ?5, dissolved = ?6, lamport = ?7, tie = ?8
    WHERE (?7, ?8) > (lamport, tie) AND unit = ?2
    """
  private static let count = """
    INSERT INTO other_count (school, round, grade, total, male, female, lamport, tie)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    ON CONFLICT (school, round, grade) DO UPDATE SET total = ?4, male = ?5, female = ?6, lamport = ?7, tie = ?8
    WHERE (?7, ?8) > (lamport, tie)
    """
  private static let snapshot = """
    INSERT OR REPLACE INTO snapshot (round, n, id, body, lamport) VALUES (?1, ?2, ?3, ?4, ?5)
    """
  private static let row = """
    INSERT OR REPLACE INTO snapshot_row (round, part, place, unit, province, dataset, digest, total, male, female,
      confirmed)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
    """
  private static let amendment = """
    INSERT OR REPLACE INTO amendment (n, round, number, unit, body) VALUES (?1, ?2, ?3, ?4, ?5)
    """
}
