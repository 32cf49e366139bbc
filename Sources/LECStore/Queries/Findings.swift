package import LECModel

extension Store {
  static let enrolled = """
    SELECT \(StudentTable.selected) FROM student JOIN event ON event.n = student.n
    WHERE unit = ?1 AND state = 'enrolled' ORDER BY student.n
    """

  /// Every problem that stands in the file now, errors first; explained queries carry their words. Kept until the next event.
  package func findings() throws -> [Finding] {
    guard let unit = try subject(), let round = try currentRound(), unit.kind.isInstitution else { return [] }
    let at = try log.last
    let today = world.now().date
    if let known = findingsCache, known.at == at, known.day == today { return known.findings }
    let out = try findings(of: unit, round: round, today: today)
    findingsCache = (at, today, out)
    return out
  }

  /// The same for any institution in the file.
  func findings(of unit: Unit, round: Round, today: CalendarDate) throws -> [Finding] {
    let years = try BasicsTable(connection: connection).values(unit.code)[BasicsField.kindergartenYears.rawValue]
    let context = CheckContext(
      kind: unit.kind, round: round, today: today, kindergartenYears: years.flatMap { Int($0) } ?? 3)
    let words = try ExplanationTable(connection: connection).all(of: unit.code)
    var doubled = DoubledChildren()
    var out: [Finding] = []
    func add(_ found: [Finding]) {
      for var finding in found {
        if let known = words[.init(record: finding.record, check: finding.check.rawValue)] {
          if known.about == finding.about { finding.explained = known.words } else { finding.outdated = known.words }
        }
        out.append(finding)
      }
    }
    let s = try connection.statement(Self.enrolled)
    try s.bind(1, text: unit.code.text)
    do {
      defer { s.reset() }
      while try s.step() {
        let row = StudentTable.read(s)
        add(StudentChecks.findings(of: row.id, row.student, in: context))
        add(doubled.add(row.id, row.student, wasBefore: wasBefore))
      }
    }
    add(
      try DisputeTable(connection: connection).all(of: unit.code).compactMap {
        guard $0.record != nil || round.datasets.contains(.basics) else { return nil }
        return Finding(
          check: $0.record == nil ? .basicsDispute : .dispute, record: $0.record, fields: [$0.dispute.field],
          about: $0.dispute.otherValue)
      })
    if round.datasets.contains(.basics) {
      add(BasicsCheck.findings(try BasicsTable(connection: connection).values(unit.code), kind: unit.kind))
    }
    return out.filter { $0.check.severity == .error } + out.filter { $0.check.severity == .warning }
  }

  /// Which of two children was entered first, the same in every file: not the one that arrived here first.
  private func wasBefore(_ one: RecordID, _ other: RecordID) -> Bool {
    func counter(_ record: RecordID) -> Int64 {
      (try? log.number(of: record.event).flatMap { try log.event($0)?.header.lamport }) ?? .max
    }
    return (counter(one), one) < (counter(other), other)
  }

  /// The children with a problem that stands against confirming, the roll-call aside: that is shown by its own mark.
  package func flagged() throws -> Set<RecordID> {
    let at = try log.last
    if let known = flaggedCache, known.at == at { return known.records }
    let marks: Set<Check> = [.unchecked, .later, .absent]
    let records = Set(try findings().lazy.filter { $0.blocks && !marks.contains($0.check) }.compactMap(\.record))
    flaggedCache = (at, records)
    return records
  }

  /// The place of a record in this file.
  package func number(of record: RecordID) throws -> Int64? { try log.number(of: record.event) }

  /// The problems of one child.
  package func findings(of record: RecordID) throws -> [Finding] { try findings().filter { $0.record == record } }
}
