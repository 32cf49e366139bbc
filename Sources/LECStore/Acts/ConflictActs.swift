package import LECModel

/// Where two machines changed one field of a child or of the basic information at once: shown with both sides, settled by a person.
extension Store {
  package func conflicts() throws -> [ConflictEntry] {
    try subject().map { try conflicts(of: $0.code) } ?? []
  }

  func conflicts(of unit: UnitCode) throws -> [ConflictEntry] {
    let basics = try BasicsTable(connection: connection).values(unit)
    // A child whom many changed has as many heads and stands here as often: it is read once.
    var last: (record: RecordID, row: StudentRow?)?
    return try DisputeTable(connection: connection).all(of: unit).compactMap { record, dispute in
      guard let record else {
        guard let mine = try side(dispute.inForce, dispute.field, or: basics[dispute.field] ?? ""),
          let other = try side(dispute.other, dispute.field, or: dispute.otherValue)
        else { return nil }
        return ConflictEntry(
          record: nil, child: nil, field: dispute.field, inForce: mine, other: other, isRemoved: false)
      }
      if last?.record != record { last = (record, try student(record)) }
      guard let row = last?.row, let mine = try side(dispute.inForce, dispute.field, of: row),
        let other = try side(dispute.other, dispute.field, of: row)
      else { return nil }
      return ConflictEntry(
        record: record, child: row.student, field: dispute.field, inForce: mine, other: other,
        isRemoved: row.student.state == .removed)
    }
  }

  private func side(_ id: EventID, _ field: UInt8, of row: StudentRow) throws -> ConflictEntry.Side? {
    try side(id, field, or: StudentField(rawValue: field).map { row.student[$0] } ?? "")
  }

  private func side(_ id: EventID, _ field: UInt8, or known: String) throws -> ConflictEntry.Side? {
    guard let n = try log.number(of: id), let event = try log.event(n) else { return nil }
    var value = known
    if case .changes(let changes)? = event.body?.content, let own = changes.first(where: { $0.field == field }) {
      value = own.value
    }
    return ConflictEntry.Side(
      event: id, value: value, person: try person(event.header.author, at: n), at: event.header.time,
      device: event.header.chain.short, kind: event.header.kind)
  }

  /// Settles conflicts in one step: the value in force stays, or the other one is taken. An edit beside a removal brings the child
  /// back when it is taken. What was decided is an edit like any other, made by somebody who has seen both; where it changed
  /// something it can be undone.
  package func settle(_ conflicts: [ConflictEntry], takingOther: Bool, by user: UserName) throws {
    if conflicts.contains(where: { $0.record == nil }) { try require(.editBasics, user) }
    if conflicts.contains(where: { $0.record != nil }) { try require(.editStudent, user) }
    guard let unit = try subject() else { throw Refusal(.notYourUnit, .au04) }
    // Several fields of one child go into one entry, or the second would stand on heads that are no longer there.
    let groups = Dictionary(grouping: conflicts, by: \.record).sorted {
      ($0.key?.event ?? EventID(.zero)) < ($1.key?.event ?? EventID(.zero))
    }
    var undo: UndoStep?
    try transaction(author: user, unit: unit.code) { writer in
      let step = writer.nextSequence
      var entries: [UndoStep.Entry] = []
      for (record, all) in groups {
        guard let record else {
          let entry = try settleBasics(all, takingOther, unit.code, writer, step: groups.count > 1 ? step : nil)
          entries += entry.map { [$0] } ?? []
          continue
        }
        guard let row = try student(record) else { continue }
        var changes: [UInt8: String] = [:]
        for one in all {
          changes[one.field] =
            takingOther ? one.other.value : StudentField(rawValue: one.field).map { row.student[$0] } ?? ""
        }
        // Said anew also where the child stays out: somebody may bring it back at the same time, and neither is lost.
        if let one = all.first(where: { $0.otherBringsBack || $0.field == StudentField.state.rawValue }) {
          changes.merge(try state(takingOther ? one : nil, of: row)) { $1 }
        } else if Student.besideState.contains(where: { changes[$0] != nil }) {
          // A reason alone would go with whatever state comes to be in force.
          changes.merge(try state(nil, of: row)) { said, _ in said }
        }
        let list = changes.sorted { $0.key < $1.key }.map { FieldChange(field: $0.key, value: $0.value) }
        let kind: EventKind =
          switch changes[StudentField.state.rawValue].flatMap(StudentState.init) {
          case .enrolled?: .studentRestored
          case .removed?: .studentRemoved
          case .withdrawn?, .graduated?, nil: .studentEdited
          }
        try writer.add(
          kind, EventBody(.changes(list), step: groups.count > 1 ? step : nil), record: record, base: row.heads)
        let before = list.map { change in
          FieldChange(field: change.field, value: StudentField(rawValue: change.field).map { row.student[$0] } ?? "")
        }
        entries.append(.init(record: record, isBasics: false, before: before, after: list))
      }
      undo = UndoStep(
        sequence: step, author: user, entries: entries, settled: conflicts.count == 1 ? conflicts.first : nil)
    }
    redoStack = []
    if takingOther, let undo, !undo.entries.isEmpty {
      remember(undo)
    } else {
      // Where the values in force were kept there is nothing to turn back, and an older step must not go in its place.
      undoStack = []
    }
    forgetFigures()
  }

  /// A state with what is said beside it: as it is, or as the other side of a conflict has it.
  private func state(_ taken: ConflictEntry?, of row: StudentRow) throws -> [UInt8: String] {
    let fields = [StudentField.state.rawValue] + Student.besideState
    guard let taken else {
      return Dictionary(
        uniqueKeysWithValues: fields.map { ($0, StudentField(rawValue: $0).map { row.student[$0] } ?? "") })
    }
    var out = Dictionary(uniqueKeysWithValues: fields.map { ($0, "") })
    out[StudentField.state.rawValue] = StudentState.enrolled.rawValue
    guard taken.field == StudentField.state.rawValue, let n = try log.number(of: taken.other.event),
      case .changes(let said)? = try log.event(n)?.body?.content
    else { return out }
    for change in said where out[change.field] != nil { out[change.field] = change.value }
    return out
  }

  private func settleBasics(
    _ conflicts: [ConflictEntry], _ takingOther: Bool, _ unit: UnitCode, _ writer: Writer, step: Int64?
  ) throws -> UndoStep.Entry? {
    guard let record = try basicsRecord() else { return nil }
    let before = try BasicsTable(connection: connection).values(unit)
    let changes = Dictionary(
      conflicts.map { ($0.field, takingOther ? $0.other.value : $0.inForce.value) }, uniquingKeysWith: { $1 })
    let list = changes.sorted { $0.key < $1.key }.map { FieldChange(field: $0.key, value: $0.value) }
    try writer.add(
      .basicsEdited, EventBody(.changes(list), step: step), record: record,
      base: try BasicsTable(connection: connection).heads(unit))
    return UndoStep.Entry(
      record: record, isBasics: true, before: list.map { FieldChange(field: $0.field, value: before[$0.field] ?? "") },
      after: list)
  }
}
