package import LECModel

extension Store {
  private static let touchedSince = """
    SELECT DISTINCT coalesce(record, id) FROM event WHERE n > ?1 AND kind BETWEEN 10 AND 15
    """

  /// The exact difference by child and field since a confirmation: what a reviewer would want to read.
  package func differences(since confirmation: EventID) throws -> [StudentDifference] {
    guard let start = try log.number(of: confirmation) else { return [] }
    let records = try connection.all(Self.touchedSince, [.integer(start)]) { RecordID(EventID($0.hash(0))) }
    var out: [StudentDifference] = []
    for record in records {
      let history = try log.history(of: record)
      let events = history.compactMap { RecordEvent($0) }
      let count = history.prefix { $0.n <= start }.count
      let then = Student(folding: Array(events.prefix(count)))
      let now = Student(folding: events)
      guard let last = history.last, let difference = Self.difference(record, then, now) else { continue }
      out.append(
        StudentDifference(
          id: record, name: now?.fullName ?? "", kind: difference.kind, changes: difference.changes,
          by: try person(last.header.author, at: last.n), at: last.header.time))
    }
    return out
  }

  private static func difference(
    _ record: RecordID, _ then: Student?, _ now: Student?
  ) -> (kind: StudentDifference.Kind, changes: [LogEntry.Change])? {
    let was = then?.state ?? .withdrawn, isNow = now?.state ?? .withdrawn
    if was == .withdrawn, isNow == .withdrawn { return nil }
    if was == .withdrawn { return (.added, []) }
    if isNow == .withdrawn { return (.removed, []) }
    let before = then ?? Student(), after = now ?? Student()
    if RowDigest.student(record, before) == RowDigest.student(record, after) { return nil }
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
