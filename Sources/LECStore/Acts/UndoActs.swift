package import LECModel

extension Store {
  package var canUndo: Bool { !undoStack.isEmpty }
  package var canRedo: Bool { !redoStack.isEmpty }

  /// Turns the last step back, as new events. Refused where somebody else has changed the same fields since.
  @discardableResult
  package func undo(by user: UserName) throws -> Outcome {
    guard let step = undoStack.last else { throw Refusal(.nothingToUndo, .pu11) }
    if let imported = step.imported {
      _ = try takeBackImport(imported, by: user)
      return Outcome(records: [])
    }
    var outcome = try play(step, back: true, by: user)
    outcome.settled = step.settled
    undoStack.removeLast()
    redoStack.append(step)
    return outcome
  }

  /// Does again what was turned back last.
  @discardableResult
  package func redo(by user: UserName) throws -> Outcome {
    guard let step = redoStack.last else { throw Refusal(.nothingToUndo, .pu11) }
    let outcome = try play(step, back: false, by: user)
    redoStack.removeLast()
    undoStack.append(step)
    return outcome
  }

  /// Forgets the steps of a person who leaves: the next one does not undo another's work.
  package func forgetSteps() {
    undoStack = []
    redoStack = []
  }

  private func play(_ step: UndoStep, back: Bool, by user: UserName) throws -> Outcome {
    let act: Act =
      step.entries.contains { $0.isBasics }
      ? .editBasics : step.entries.contains { $0.explained != nil } ? .explainFinding : .editStudent
    try require(act, user)
    guard let unit = try subject() else { throw Refusal(.notYourUnit, .au04) }
    var touched: [RecordID] = []
    try transaction(author: user, unit: unit.code) { writer in
      let sequence = writer.nextSequence
      for entry in step.entries {
        let wanted = back ? entry.before : entry.after, expected = back ? entry.after : entry.before
        let mark = step.entries.count > 1 ? sequence : nil
        if let explained = entry.explained {
          let words = back ? explained.before : explained.after
          let finding = explained.finding
          try writer.add(
            .findingExplained,
            EventBody(
              .explanation(Explanation(check: finding.check.rawValue, about: finding.about, words: words)), step: mark,
              undoes: step.sequence), record: entry.record)
        } else if entry.isBasics {
          let table = BasicsTable(connection: connection)
          let values = try table.values(unit.code)
          guard expected.allSatisfy({ (values[$0.field] ?? "") == $0.value }) else {
            throw Refusal(.changedMeanwhile, .pu11, detail: unit.name)
          }
          try writer.add(
            .basicsEdited, EventBody(.changes(wanted), step: mark, undoes: step.sequence), record: entry.record,
            base: try table.heads(unit.code))
        } else {
          guard let row = try student(entry.record) else { throw Refusal(.noSuchRecord, .pu11) }
          let same = expected.allSatisfy { change in
            StudentField(rawValue: change.field).map { row.student[$0] == change.value } ?? true
          }
          guard same else { throw Refusal(.changedMeanwhile, .pu11, detail: row.student.fullName) }
          try writer.add(
            StudentKinds.kind(of: wanted, before: row.student),
            EventBody(.changes(wanted), step: mark, undoes: step.sequence), record: entry.record, base: row.heads)
        }
        touched.append(entry.record)
      }
    }
    return Outcome(records: touched)
  }
}
