import LECModel

/// Edits of the basic information. They merge as those of a child do: who knew of another's edit overtakes it, and of two that did
/// not know of each other one counts and the other is listed.
extension Projector {
  func basics(_ event: StoredEvent, _ changes: [FieldChange]) throws(SQLiteError) {
    let unit = event.header.unit
    let table = BasicsTable(connection: connection), disputes = DisputeTable(connection: connection)
    let isSimple = try Set(event.header.base) == Set(table.heads(unit))
    if isSimple, basicsApart[unit] == nil, try !disputes.hasAny(unit, DisputeTable.basics) {
      try table.write(changes, unit: unit, heads: [event.id])
    } else {
      basicsApart[unit, default: []].formUnion(event.header.record.map { [$0] } ?? [])
    }
  }

  /// Makes the basic information anew where several people changed it without knowing of each other.
  func foldBasics() throws(SQLiteError) {
    for (unit, records) in basicsApart.sorted(by: { $0.key < $1.key }) {
      let table = BasicsTable(connection: connection)
      let folded = Merge.fold(try basicsEdits(unit, records, try table.heads(unit)))
      let values = folded.values.sorted { $0.key < $1.key }.map { FieldChange(field: $0.key, value: $0.value) }
      try table.write(values, unit: unit, heads: folded.heads)
      try DisputeTable(connection: connection).replace(unit, DisputeTable.basics, folded.disputes)
    }
    basicsApart = [:]
  }

  /// Every edit that counts, as far as the log has been read. They hang on the event that made the unit; where the machines did not
  /// agree yet on which that is, on each of those.
  private func basicsEdits(
    _ unit: UnitCode, _ named: Set<RecordID>, _ heads: [EventID]
  ) throws(SQLiteError) -> [RecordEvent] {
    var records = named
    for head in heads {
      guard let n = try log.number(of: head), let record = try log.event(n)?.header.record else { continue }
      records.insert(record)
    }
    var edits: [RecordEvent] = []
    for record in records.sorted() {
      for event in try log.history(of: record) where event.n <= judged && event.header.unit == unit {
        guard try !pending.has(event.n), let edit = RecordEvent(event, ofBasics: true) else { continue }
        edits.append(edit)
      }
    }
    return edits
  }
}
