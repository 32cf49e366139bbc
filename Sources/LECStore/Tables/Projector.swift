import LECModel

/// Brings one accepted event into the tables, inside the transaction that stores it. `rebuild` runs the same code over the log.
final class Projector {
  private let connection: Connection
  private let log: EventLog
  private let students: StudentTable
  /// Who entered what last; written out once at the end of a transaction, since an import has thousands of events.
  private var entered: [Entered: Int64] = [:]

  private struct Entered: Hashable {
    var dataset: Dataset
    var user: UserName
  }

  init(_ connection: Connection) {
    self.connection = connection
    log = EventLog(connection: connection)
    students = StudentTable(connection: connection)
  }

  func apply(_ event: StoredEvent) throws(SQLiteError) {
    guard let kind = event.header.kind, let body = event.body else { return }
    switch body.content {
    case .genesis: break
    case .unit(let unit): try UnitTable(connection: connection).write(unit, n: event.n)
    case .round(let round): try RoundTable(connection: connection).write(round, n: event.n)
    case .account(let account): try AccountTable(connection: connection).write(account)
    case .profile(let profile): try ProfileTable(connection: connection).write(profile, n: event.n)
    case .handover(let handover): try ProfileTable(connection: connection).end(handover.user, n: event.n)
    case .changes(let changes):
      if kind == .basicsEdited {
        try BasicsTable(connection: connection).write(changes, unit: event.header.unit, head: event.id)
        note(.basics, event)
      } else {
        try student(event, kind, changes)
        note(.students, event)
      }
    case .explanation(let words):
      try ExplanationTable(connection: connection).write(words, record: event.header.record, n: event.n)
    case .confirmation(let confirmation):
      try ConfirmationTable(connection: connection).write(confirmation, n: event.n)
    case .cancellation(let cancellation):
      try ConfirmationTable(connection: connection).cancel(cancellation, unit: event.header.unit, n: event.n)
    case .releaseRequest(let request):
      try ReleaseRequestTable(connection: connection).write(request, unit: event.header.unit, n: event.n)
    case .importMark(let mark):
      let table = ImportTable(connection: connection)
      let chain = try log.chainNumber(event.header.chain)
      if kind == .imported {
        try table.write(mark, n: event.n, chain: chain, sequence: event.header.sequence)
      } else {
        try table.takeBack(chain: chain, sequence: body.undoes ?? -1, n: event.n)
      }
    }
  }

  private func note(_ dataset: Dataset, _ event: StoredEvent) {
    entered[Entered(dataset: dataset, user: event.header.author)] = event.n
  }

  /// Writes what was gathered; call before the commit.
  func finish() throws(SQLiteError) {
    let table = EnteredTable(connection: connection)
    for (key, n) in entered.sorted(by: { $0.value < $1.value }) { try table.write(key.dataset, key.user, n) }
    entered = [:]
  }

  private func student(_ event: StoredEvent, _ kind: EventKind, _ changes: [FieldChange]) throws(SQLiteError) {
    if kind == .studentAdded {
      try students.write(
        event.n, RecordID(event.id), unit: event.header.unit, Student(changes), heads: [event.id], salt: event.salt)
      return
    }
    guard let record = event.header.record, let n = try log.number(of: record.event),
      let first = try log.event(n), let old = try students.row(n)
    else { return }
    let disputes = DisputeTable(connection: connection)
    let isSimple = Set(event.header.base) == Set(old.heads)
    if isSimple, try !disputes.hasAny(n) {
      var next = old.student
      for change in changes {
        if let field = StudentField(rawValue: change.field) { next[field] = change.value }
      }
      try students.write(n, record, unit: old.unit, next, heads: [event.id], salt: first.salt)
      return
    }
    let folded = Merge.fold(try log.history(of: record).compactMap(RecordEvent.init))
    var student = Student()
    for field in StudentField.allCases { student[field] = folded.values[field.rawValue] ?? "" }
    try students.write(n, record, unit: old.unit, student, heads: folded.heads, salt: first.salt)
    try disputes.replace(n, folded.disputes)
  }
}

extension RecordEvent {
  /// The merging view of a stored event; nil for events that change no child.
  init?(_ event: StoredEvent) {
    guard let kind = event.header.kind, kind.changesStudent, case .changes(let changes)? = event.body?.content
    else { return nil }
    self.init(
      id: event.id, kind: kind, base: event.header.base, lamport: event.header.lamport, chain: event.header.chain,
      changes: changes)
  }
}
