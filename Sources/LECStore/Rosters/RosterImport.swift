package import LECModel

/// How a roster file is to be read in.
package struct ImportOptions: Sendable {
  /// What is to be done with a row that is only like a child.
  package enum Likely: String, CaseIterable, Sendable { case ask, same, new }

  package var decisions = ImportDecisions()
  package var words = HeaderWords.none
  package var likely = Likely.ask
  /// Tell of every row and every column, and ask what would otherwise be refused.
  package var isPreview = false
  /// Write the good rows even though others are refused.
  package var partial = false
  package var dryRun = false
  /// Read in a roster that looks like another institution's.
  package var force = false

  package init() {}

  /// Read in a file that was read in before.
  package var again: Bool {
    get { decisions.again }
    set { decisions.again = newValue }
  }

  package var years: YearChoice {
    get { decisions.years }
    set { decisions.years = newValue }
  }
}

extension Store {
  private static let knownNumbers =
    "SELECT number, n FROM student WHERE unit = ?1 AND state <> 'withdrawn' AND number <> ''"
  private static let knownNames = """
    SELECT first, last, birth, n FROM student WHERE unit = ?1 AND state <> 'withdrawn'
    """

  /// Reads a roster file into the file: new children are added, known ones filled in, nobody is ever taken out for not being there.
  /// All or nothing unless `partial`; one step, which `takeBackImport` turns back.
  package func importRoster(
    _ bytes: [UInt8], name: String, options: ImportOptions, by user: UserName,
    progress: (_ done: Int) -> Bool = { _ in true }
  ) throws -> ImportReport {
    try require(.importRoster, user)
    guard let unit = try subject(), let round = try currentRound() else { throw Refusal(.noRound, .op04) }
    let hash = Sodium.hash(bytes)
    if !options.again, let before = try imports().first(where: { $0.fileHash == hash && !$0.isTakenBack }) {
      throw Refusal(.alreadyImported, .pu11, date: try log.event(before.n)?.header.time, detail: before.file)
    }
    var plan = try ImportPlan(self, bytes, name: name, options: options, unit: unit, round: round)
    try plan.read(progress: progress)
    guard plan.report.doubts.isEmpty, plan.report.needed.isEmpty, plan.report.sheets.isEmpty else { return plan.report }
    if !options.force, plan.looksForeign {
      throw Refusal(.otherInstitution, .pu11, detail: plan.foreignName.isEmpty ? "" : " (\(plan.foreignName))")
    }
    if options.dryRun || plan.report.added + plan.report.changed == 0 || (plan.report.refused > 0 && !options.partial) {
      return plan.report
    }
    try write(&plan, hash: hash, unit: unit, by: user, progress: progress)
    if !plan.words.pairs.isEmpty { try remember(plan.words.pairs, plan.signature) }
    return plan.report
  }

  private func write(
    _ plan: inout ImportPlan, hash: Hash32, unit: Unit, by user: UserName, progress: (Int) -> Bool
  ) throws {
    let mark = ImportMark(
      file: plan.report.file, fileHash: hash, added: Int64(plan.report.added), changed: Int64(plan.report.changed))
    let changes = plan.changes
    try transaction(author: user, unit: unit.code) { writer in
      let step = writer.nextSequence
      // Most of the roster is new: then the indexes are made once at the end instead of row by row.
      let isLarge = changes.count > 2000 && plan.report.added > plan.report.missing * 4
      if isLarge { for sql in ProjectionSchema.dropRosterIndexes { try connection.execute(sql) } }
      try writer.add(.imported, EventBody(.importMark(mark)))
      for (i, change) in changes.enumerated() {
        if i % 500 == 0, !progress(i) { throw ImportCancelled() }
        switch change {
        case .add(let student):
          try writer.add(.studentAdded, EventBody(.changes(student.fields), step: step))
        case .change(let n, let fields):
          guard let row = try StudentTable(connection: connection).row(n) else { continue }
          try writer.add(.studentEdited, EventBody(.changes(fields), step: step), record: row.id, base: row.heads)
        }
      }
      if isLarge { for sql in ProjectionSchema.rosterIndexes { try connection.execute(sql) } }
    }
    // The steps before can't be turned back over this one; it can.
    undoStack =
      try imports().first.map {
        [UndoStep(sequence: $0.sequence, author: user, entries: [], imported: $0.n)]
      } ?? []
    redoStack = []
    plan.report.isWritten = true
  }

  /// The files that were read in, newest first.
  package func imports() throws -> [ImportStep] {
    try ImportTable(connection: connection).all().map { step in
      var step = step
      step.at = try log.event(step.n)?.header.time
      return step
    }
  }

  static let eventsOfStep = """
    SELECT n, id, header, salt, body, signature FROM event WHERE chain = ?1 AND seq > ?2 AND kind IN (10, 11)
    AND n > ?3 ORDER BY n
    """

  /// Takes an import back: what it added goes, what it changed gets its old values where nobody has touched them since.
  /// Refused once the children were confirmed after it. Gives back how many were turned back and how many were left.
  package func takeBackImport(_ n: Int64, by user: UserName) throws -> (done: Int, left: Int) {
    try require(.takeBackImport, user)
    guard let unit = try subject(), let step = try imports().first(where: { $0.n == n }), !step.isTakenBack else {
      throw Refusal(.noSuchRecord, .pu11, detail: String(n))
    }
    if let round = try currentRound(),
      let latest = try ConfirmationTable(connection: connection).latest(unit.code, round.key, .students),
      latest.stands, latest.n > n
    {
      throw Refusal(.alreadyConfirmed, .cf01, dataset: .students, date: try log.event(latest.n)?.header.time)
    }
    let events = try connection.all(
      Self.eventsOfStep, [.integer(step.chain), .integer(step.sequence), .integer(n)], row: EventLog.row
    ).compactMap { $0 }.filter { $0.body?.step == step.sequence }
    var done = 0, left = 0
    try transaction(author: user, unit: unit.code) { writer in
      try writer.add(
        .importTakenBack,
        EventBody(
          .importMark(
            ImportMark(file: step.file, fileHash: step.fileHash, added: Int64(step.added), changed: Int64(step.changed))
          ),
          undoes: step.sequence))
      for event in events {
        guard case .changes(let fields)? = event.body?.content,
          let row = try student(event.header.record ?? RecordID(event.id))
        else { continue }
        let inverse = try self.inverse(of: event, fields, row)
        if inverse.isEmpty {
          left += 1
          continue
        }
        try writer.add(
          StudentKinds.kind(of: inverse, before: row.student), EventBody(.changes(inverse), undoes: step.sequence),
          record: row.id, base: row.heads)
        done += 1
      }
    }
    undoStack = []
    redoStack = []
    return (done, left)
  }

  /// The changes that turn one event of an import back; none where a person has worked on the child since.
  private func inverse(of event: StoredEvent, _ fields: [FieldChange], _ row: StudentRow) throws -> [FieldChange] {
    if event.header.kind == .studentAdded {
      // A mark of the roll-call is no work on the data: the entry goes with it.
      let later = try log.history(of: row.id).filter { $0.n > event.n && $0.header.kind != .studentMarked }
      return later.isEmpty ? [FieldChange(.state, StudentState.withdrawn.rawValue)] : []
    }
    var before: [UInt8: String] = [:]
    for earlier in try log.history(of: row.id) where earlier.n < event.n {
      if case .changes(let list)? = earlier.body?.content { for c in list { before[c.field] = c.value } }
    }
    return fields.compactMap { change in
      guard let field = StudentField(rawValue: change.field), row.student[field] == change.value else { return nil }
      return FieldChange(field, before[change.field] ?? "")
    }
  }

  /// The children of this unit, for matching rows to them.
  func knownChildren(_ unit: UnitCode) throws -> KnownChildren {
    var known = KnownChildren()
    for (number, n) in try connection.all(Self.knownNumbers, [.text(unit.text)], row: { ($0.text(0), $0.integer(1)) }) {
      known.add(number: number, n)
    }
    for row in try connection.all(
      Self.knownNames, [.text(unit.text)], row: { ($0.text(0), $0.text(1), $0.text(2), $0.integer(3)) })
    {
      known.add(first: row.0, last: row.1, birth: row.2, row.3)
    }
    return known
  }
}

/// The person stopped a long import: nothing was written.
package struct ImportCancelled: Error, Sendable {
  package init() {}
}
