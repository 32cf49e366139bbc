package import LECModel

/// What waits, is held or was refused: never invisible.
extension Store {
  package func pending() throws -> [PendingEntry] {
    try PendingTable(connection: connection).all().compactMap { n, verdict in
      guard let event = try log.event(n) else { return nil }
      return PendingEntry(
        id: event.id, verdict: verdict, unit: event.header.unit, kind: event.header.kind, at: event.header.time,
        person: try person(event.header.author, at: n), device: event.header.chain.short)
    }
  }
}
