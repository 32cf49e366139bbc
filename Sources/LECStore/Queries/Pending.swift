package import LECModel

/// What waits, is held or was refused: never invisible.
extension Store {
  package func pending() throws -> [PendingEntry] {
    try PendingTable(connection: connection).all().compactMap { n, verdict in
      guard let event = try log.event(n) else { return nil }
      var entry = PendingEntry(
        id: event.id, verdict: verdict, unit: event.header.unit, kind: event.header.kind, at: event.header.time,
        person: try person(event.header.author, at: n), device: event.header.chain.short)
      entry.child = try child(event)
      return entry
    }
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
