import LECModel

/// A child without some of the entries about it, and with them: only entries that count.
struct StudentChange {
  var record: RecordID
  var unit: UnitCode
  var before: Student?
  var after: Student?
  /// The last of the entries that make the difference.
  var last: StoredEvent

  /// Whether nothing changed of what a confirmation vouches for.
  var isSameToConfirm: Bool {
    guard let before, let after, before.state != .withdrawn, after.state != .withdrawn else { return false }
    return RowDigest.student(record, before) == RowDigest.student(record, after)
  }
}

extension Store {
  /// Nil where none of the entries that make the difference counts.
  func change(of record: RecordID, by isNew: (StoredEvent) -> Bool) throws -> StudentChange? {
    let pending = PendingTable(connection: connection)
    let history = try log.history(of: record).filter { try !pending.has($0.n) }
    guard let first = history.first(where: { $0.id == record.event }), let last = history.last(where: isNew) else {
      return nil
    }
    return StudentChange(
      record: record, unit: first.header.unit,
      before: Student(folding: history.filter { !isNew($0) }.compactMap { RecordEvent($0) }),
      after: Student(folding: history.compactMap { RecordEvent($0) }), last: last)
  }

  /// Nil where the child is on no list before or after.
  func difference(_ change: StudentChange) throws -> StudentDifference? {
    guard let (kind, changes) = Self.difference(change.before, change.after) else { return nil }
    return StudentDifference(
      id: change.record, unit: change.unit, name: (change.after ?? change.before)?.fullName ?? "", kind: kind,
      changes: changes, by: try person(change.last.header.author, at: change.last.n), at: change.last.header.time)
  }

  private static func difference(
    _ then: Student?, _ now: Student?
  ) -> (kind: StudentDifference.Kind, changes: [LogEntry.Change])? {
    let was = then?.state ?? .withdrawn, isNow = now?.state ?? .withdrawn
    if was == .withdrawn, isNow == .withdrawn { return nil }
    if was == .withdrawn { return (.added, []) }
    if isNow == .withdrawn { return (.removed, []) }
    let before = then ?? Student(), after = now ?? Student()
    let changes = StudentField.allCases.compactMap { field in
      before[field] == after[field]
        ? nil : LogEntry.Change(field: field.rawValue, from: before[field], to: after[field])
    }
    if was == .enrolled, isNow == .removed { return (.removed, changes) }
    if was == .removed, isNow == .enrolled { return (.restored, changes) }
    return (.changed, changes)
  }
}

extension Student {
  /// The child that a set of events makes; nil when there are none.
  fileprivate init?(folding events: [RecordEvent]) {
    guard !events.isEmpty else { return nil }
    self.init()
    for (field, value) in Merge.fold(events).values {
      if let field = StudentField(rawValue: field) { self[field] = value }
    }
  }
}
