package import LECModel

/// Where two machines changed one field of a child at once: shown with both sides, settled by a person.
extension Store {
  package func conflicts() throws -> [ConflictEntry] {
    guard let unit = try subject() else { return [] }
    return try DisputeTable(connection: connection).all(of: unit.code).compactMap { record, dispute in
      guard let row = try student(record), let mine = try side(dispute.inForce, dispute.field, of: row),
        let other = try side(dispute.other, dispute.field, of: row)
      else { return nil }
      return ConflictEntry(
        record: record, child: row.student.fullName, field: dispute.field, inForce: mine, other: other,
        isRemoved: row.student.state == .removed)
    }
  }

  private func side(_ id: EventID, _ field: UInt8, of row: StudentRow) throws -> ConflictEntry.Side? {
    guard let n = try log.number(of: id), let event = try log.event(n) else { return nil }
    var value = StudentField(rawValue: field).map { row.student[$0] } ?? ""
    if case .changes(let changes)? = event.body?.content, let own = changes.first(where: { $0.field == field }) {
      value = own.value
    }
    return ConflictEntry.Side(
      event: id, value: value, person: try person(event.header.author, at: n), at: event.header.time,
      device: event.header.chain.short, kind: event.header.kind)
  }

  /// Settles conflicts in one step: the value in force stays, or the other one is taken. An edit beside a removal brings the child
  /// back when it is taken. What was decided is an edit like any other, made by somebody who has seen both.
  package func settle(_ conflicts: [ConflictEntry], takingOther: Bool, by user: UserName) throws {
    try require(.editStudent, user)
    guard let unit = try subject() else { throw Refusal(.notYourUnit, .au04) }
    // Several fields of one child go into one entry, or the second would stand on heads that are no longer there.
    let groups = Dictionary(grouping: conflicts, by: \.record).sorted { $0.key < $1.key }
    try transaction(author: user, unit: unit.code) { writer in
      let step = writer.nextSequence
      for (record, all) in groups {
        guard let row = try student(record) else { continue }
        var changes: [UInt8: String] = [:]
        for one in all {
          let isEditBesideRemoval = one.isRemoved && one.inForce.kind == .studentRemoved
          if takingOther, isEditBesideRemoval {
            changes[StudentField.state.rawValue] = StudentState.enrolled.rawValue
            changes[StudentField.reason.rawValue] = ""
            changes[StudentField.left.rawValue] = ""
          }
          changes[one.field] =
            takingOther ? one.other.value : StudentField(rawValue: one.field).map { row.student[$0] } ?? ""
        }
        let list = changes.sorted { $0.key < $1.key }.map { FieldChange(field: $0.key, value: $0.value) }
        let kind: EventKind = changes[StudentField.state.rawValue] == nil ? .studentEdited : .studentRestored
        try writer.add(
          kind, EventBody(.changes(list), step: groups.count > 1 ? step : nil), record: record, base: row.heads)
      }
    }
    undoStack = []
    redoStack = []
    forgetFigures()
  }
}
