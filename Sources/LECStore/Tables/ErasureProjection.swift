import LECModel

/// What an order to erase does to the tables. A function of the set of events, like all of them: in whatever order the entry, the
/// removal and the order come, the child is in no table in the end, and stays out.
extension Projector {
  /// Brings an order in, for every child whose removal is known and counts.
  func erase(_ erasure: Erasure, _ event: StoredEvent) throws(SQLiteError) {
    try erasures.write(erasure, event)
    for child in erasure.children {
      guard let n = try log.number(of: child.removal), n <= judged, try !pending.has(n), let removal = try log.event(n)
      else { continue }
      try settleErasure(removal)
    }
  }

  /// Whether the child that the event is about was erased.
  func isErased(_ event: StoredEvent) throws(SQLiteError) -> Bool {
    guard hasErased, let record = event.header.child(event.id) else { return false }
    return try erasures.has(record, of: event.header.unit)
  }

  /// An event as it is kept: an old file does not bring back what was erased.
  func withoutErased(_ event: RawEvent) throws(SQLiteError) -> RawEvent {
    guard hasErased, event.body != nil, !Planted.erasedRevives.isOn, let record = event.header.child(event.id),
      try erasures.has(record, of: event.header.unit)
    else { return event }
    var bare = event
    bare.body = nil
    bare.salt = []
    return bare
  }

  /// After an event that takes a child out: erases it if an order names it.
  func settleErasure(_ event: StoredEvent) throws(SQLiteError) {
    guard event.header.kind?.takesOut == true, let record = event.header.record else { return }
    guard try trust.mayHaveWritten(event), try erasures.settle(event) else { return }
    hasErased = true
    // An order for another's child holds for nothing; it stands there all the same, for it may have come before the child.
    if let first = try log.number(of: record.event), try log.event(first)?.header.unit == event.header.unit {
      forget(first)
      try StudentTable(connection: connection).remove(first)
      try DisputeTable(connection: connection).replace(event.header.unit, first, [])
    }
    changed.insert(event.header.unit)
    // What waited for the child waits for nothing any more.
    for early in try log.history(of: record) where try pending.has(early.n) {
      guard try trust.judge(early) == .accepted, early.header.unit == event.header.unit else { continue }
      try pending.remove(early.n)
    }
  }
}
