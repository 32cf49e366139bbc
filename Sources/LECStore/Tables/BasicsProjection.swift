import LECModel

/// Edits of the basic information. They merge as those of a child do: who knew of another's edit overtakes it, and of two that did
/// not know of each other one counts and the other is listed.
extension Projector {
  func basics(_ event: StoredEvent, _ changes: [FieldChange]) throws(SQLiteError) {
    let unit = event.header.unit
    let table = BasicsTable(connection: connection), disputes = DisputeTable(connection: connection)
    let heads = try table.heads(unit)
    if Set(event.header.base) == Set(heads), try !disputes.hasAny(unit, DisputeTable.basics) {
      try table.write(changes, unit: unit, heads: [event.id])
      return
    }
    let folded = Merge.fold(try basicsEdits(event, heads))
    let values = folded.values.sorted { $0.key < $1.key }.map { FieldChange(field: $0.key, value: $0.value) }
    try table.write(values, unit: unit, heads: folded.heads)
    try disputes.replace(unit, DisputeTable.basics, folded.disputes)
  }

  /// Every edit that counts, as far as the log has been read. They hang on the event that made the unit; where the machines did not
  /// agree yet on which that is, on each of those.
  private func basicsEdits(_ event: StoredEvent, _ heads: [EventID]) throws(SQLiteError) -> [RecordEvent] {
    var records: Set<RecordID> = []
    if let record = event.header.record { records.insert(record) }
    for head in heads {
      guard let n = try log.number(of: head), let record = try log.event(n)?.header.record else { continue }
      records.insert(record)
    }
    var edits: [RecordEvent] = []
    for record in records.sorted() {
      for one in try log.history(of: record) where one.n <= judged {
        guard one.header.unit == event.header.unit, try !pending.has(one.n), let edit = RecordEvent(one, ofBasics: true)
        else {
          continue
        }
        edits.append(edit)
      }
    }
    return edits
  }
}
