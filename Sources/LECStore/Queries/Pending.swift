package import LECModel

/// What waits, is held or was refused: never invisible. There may be tens of thousands after a term has ended, so lists are read page
/// by page, and counts without looking at the entries.
extension Store {
  /// The entries behind a place in the log, in the order in which they came.
  package func pending(after n: Int64 = 0, limit: Int = .max) throws -> [PendingEntry] {
    try entries(PendingTable(connection: connection).after(n, limit: limit))
  }

  /// Those whose name begins with these hexadecimal digits.
  package func pending(named start: String) throws -> [PendingEntry] {
    try entries(PendingTable(connection: connection).named(start))
  }

  package func pendingCount() throws -> Int { try PendingTable(connection: connection).count() }

  /// Those that something can be done about, or that wait for something to come.
  package func openPendingCount() throws -> Int { try PendingTable(connection: connection).countOpen() }

  private func entries(_ rows: [PendingTable.Row]) throws -> [PendingEntry] {
    var rights = AdoptionRights(self)
    return try rows.compactMap { n, verdict in
      guard let event = try log.event(n) else { return nil }
      let header = event.header
      var entry = PendingEntry(
        n: n, id: event.id, verdict: verdict, unit: header.unit, kind: header.kind, at: header.time,
        person: try writer(of: event), device: header.chain.short)
      entry.child = try child(event)
      entry.changes = try changes(event)
      if case .note(let note)? = event.body?.content { entry.words = note.words }
      entry.isAdoptable = try rights.unit(adopting: header, verdict) != nil
      return entry
    }
  }

  /// Who wrote it. Of a machine that has no office here yet it is whom that machine names: its account is the office's, and the person
  /// known for that sits elsewhere.
  private func writer(of event: StoredEvent) throws -> String {
    let header = event.header
    let state = try trust.state(about: [header.unit], chains: [header.chain])
    if state.standing(header.chain).office != nil { return try person(header.author, at: event.n) }
    return state.claimedName(header.author, on: header.chain, before: header.sequence) ?? ""
  }

  private func changes(_ event: StoredEvent) throws -> [LogEntry.Change] {
    guard event.header.kind != .studentAdded, case .changes(let changes)? = event.body?.content else { return [] }
    var before: (UInt8) -> String = { _ in "" }
    if event.header.kind == .basicsEdited {
      let values = try BasicsTable(connection: connection).values(event.header.unit)
      before = { values[$0] ?? "" }
    } else if let record = event.header.record, let child = try student(record)?.student {
      before = { StudentField(rawValue: $0).map { child[$0] } ?? "" }
    }
    return changes.map { LogEntry.Change(field: $0.field, from: before($0.field), to: $0.value) }
  }

  /// The name of the child an entry is about: as it stands here, else as the entry itself has it.
  private func child(_ event: StoredEvent) throws -> String {
    guard let record = event.header.child(event.id) else { return "" }
    if let row = try student(record) { return row.student.fullName }
    guard case .changes(let changes)? = event.body?.content else { return "" }
    return [StudentField.first, .last].compactMap { field in changes.first { $0.field == field.rawValue }?.value }
      .joined(separator: " ")
  }
}
