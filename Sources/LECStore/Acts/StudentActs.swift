package import LECModel

extension Store {
  /// Adds a child. The changes are values as they are stored (`FieldReading` makes them from what people type).
  @discardableResult
  package func addStudent(_ changes: [FieldChange], by user: UserName) throws -> Outcome {
    try require(.addStudent, user)
    guard let unit = try subject() else { throw Refusal(.notYourUnit, .au04) }
    let filled = Self.withState(changes)
    var id = EventID(.zero)
    try transaction(author: user, unit: unit.code) { writer in
      let sequence = writer.nextSequence
      id = try writer.add(.studentAdded, EventBody(.changes(filled)))
      remember(
        UndoStep(
          sequence: sequence, author: user,
          entries: [
            .init(
              record: RecordID(id), isBasics: false,
              before: [FieldChange(.state, StudentState.withdrawn.rawValue)],
              after: [FieldChange(.state, StudentState.enrolled.rawValue)])
          ]))
    }
    return Outcome(records: [RecordID(id)])
  }

  static func withState(_ changes: [FieldChange]) -> [FieldChange] {
    changes.filter { !$0.value.isEmpty && $0.field != StudentField.state.rawValue }
      + [FieldChange(.state, StudentState.enrolled.rawValue)]
  }

  /// Edits one child. `seen` are the heads that the person had on the screen: an edit made meanwhile by somebody else becomes a
  /// listed dispute instead of being overwritten.
  @discardableResult
  package func editStudent(
    _ record: RecordID, _ changes: [FieldChange], seen: [EventID]? = nil, by user: UserName
  ) throws -> Outcome {
    try change([record], act: .editStudent, by: user, seen: seen) { _ in changes }
  }

  /// Sets the same fields of many children in one step: class, room, any field of the form.
  @discardableResult
  package func set(_ changes: [FieldChange], of records: [RecordID], by user: UserName) throws -> Outcome {
    try change(records, act: .editStudent, by: user) { _ in changes }
  }

  /// Moves children to the next grade in one step; who has none stays and is counted as unchanged.
  @discardableResult
  package func promote(_ records: [RecordID], by user: UserName) throws -> Outcome {
    try change(records, act: .editStudent, by: user) { row in
      guard let next = row.student.grade?.next else { return [] }
      return [FieldChange(.grade, next.rawValue)]
    }
  }

  /// Writes what the roll-call found, for one child or many.
  @discardableResult
  package func mark(_ records: [RecordID], _ mark: Mark, by user: UserName) throws -> Outcome {
    guard let round = try currentRound() else { throw Refusal(.noRound, .op04) }
    let value = MarkValue(round: round.key, mark: mark).text
    return try change(records, act: .markStudent, by: user) { row in
      try Self.marked(row.student, value)
    }
  }

  /// Writes a whole sheet of marks in one step.
  @discardableResult
  package func mark(sheet: [RecordID: Mark], by user: UserName) throws -> Outcome {
    guard let round = try currentRound() else { throw Refusal(.noRound, .op04) }
    return try change(sheet.keys.sorted(), act: .markStudent, by: user) { row in
      try Self.marked(row.student, MarkValue(round: round.key, mark: sheet[row.id] ?? .unchecked).text)
    }
  }

  private static func marked(_ student: Student, _ value: String) throws -> [FieldChange] {
    guard student.state == .enrolled else { throw Refusal(.wrongState, .rm04, detail: student.fullName) }
    return [FieldChange(.mark, value)]
  }

  /// Takes children out, with the reason; the lines stay in the register (RM-04).
  @discardableResult
  package func remove(
    _ records: [RecordID], reason: RemovalReason, left: CalendarDate? = nil, remark: String = "", by user: UserName
  ) throws -> Outcome {
    let day = (left ?? world.now().date).iso
    return try change(records, act: .removeStudent, by: user) { row in
      guard row.student.state == .enrolled else {
        throw Refusal(.wrongState, reason.rule, detail: row.student.fullName)
      }
      return [
        FieldChange(.state, StudentState.removed.rawValue), FieldChange(.reason, reason.rawValue),
        FieldChange(.left, day),
      ] + (remark.isEmpty ? [] : [FieldChange(.remark, remark)])
    }
  }

  /// Takes children out of the register back into the roster; they must be looked for again.
  @discardableResult
  package func restore(_ records: [RecordID], by user: UserName) throws -> Outcome {
    try change(records, act: .restoreStudent, by: user) { row in
      guard row.student.state == .removed else {
        throw Refusal(.wrongState, .rm04, detail: row.student.fullName)
      }
      // Bringing a child back must not make a double: the one who has the number now is told.
      let number = row.student[.number]
      if let twin = try number.isEmpty ? nil : students(named: number).first(where: { $0.student.state == .enrolled }) {
        throw Refusal(.numberTaken, .rm06, detail: twin.student.fullName)
      }
      return [
        FieldChange(.state, StudentState.enrolled.rawValue), FieldChange(.reason, ""), FieldChange(.left, ""),
        FieldChange(.mark, ""),
      ]
    }
  }

  /// The one way in which children change: ask the rules, write one event a child, remember the step.
  private func change(
    _ records: [RecordID], act: Act, by user: UserName, seen: [EventID]? = nil,
    _ changes: (StudentRow) throws -> [FieldChange]
  ) throws -> Outcome {
    try require(act, user)
    guard let unit = try subject() else { throw Refusal(.notYourUnit, .au04) }
    var touched: [RecordID] = []
    var unchanged = 0
    try transaction(author: user, unit: unit.code) { writer in
      var step = UndoStep(sequence: writer.nextSequence, author: user, entries: [])
      for record in records {
        guard let row = try student(record), row.student.state != .withdrawn else {
          throw Refusal(.noSuchRecord, .pu11, detail: record.short)
        }
        let wanted = try changes(row).filter { change in
          StudentField(rawValue: change.field).map { row.student[$0] != change.value } ?? false
        }
        if let number = wanted.first(where: { $0.field == StudentField.number.rawValue }) {
          let ruling = GCodeRules.numberNeverGoesBack(from: row.student[.number], to: number.value)
          if case .refused(let refusal) = ruling { throw refusal }
        }
        if wanted.isEmpty, try seen == nil || !isDisputed(row) {
          unchanged += 1
          continue
        }
        let before = wanted.compactMap { change in
          StudentField(rawValue: change.field).map { FieldChange($0, row.student[$0]) }
        }
        try writer.add(
          StudentKinds.kind(of: wanted, before: row.student),
          EventBody(.changes(wanted), step: records.count > 1 ? step.sequence : nil), record: record,
          base: seen ?? row.heads)
        touched.append(record)
        step.entries.append(.init(record: record, isBasics: false, before: before, after: wanted))
      }
      if !step.entries.isEmpty { remember(step) }
    }
    return Outcome(records: touched, unchanged: unchanged)
  }

  private func isDisputed(_ row: StudentRow) throws -> Bool {
    try DisputeTable(connection: connection).hasAny(row.unit, row.n)
  }

  func remember(_ step: UndoStep) {
    undoStack.append(step)
    if undoStack.count > 200 { undoStack.removeFirst() }
    redoStack = []
  }
}

/// Which kind of event a set of changes is.
enum StudentKinds {
  static func kind(of changes: [FieldChange], before: Student) -> EventKind {
    if let state = changes.first(where: { $0.field == StudentField.state.rawValue })?.value {
      switch StudentState(rawValue: state) {
      case .removed?: return .studentRemoved
      case .withdrawn?: return .studentWithdrawn
      case .enrolled?, .graduated?, nil: return .studentRestored
      }
    }
    return changes.allSatisfy { $0.field == StudentField.mark.rawValue } && !changes.isEmpty
      ? .studentMarked : .studentEdited
  }
}
