/// What differs between two states of a child: the confirmed one and that of now, or that of now and what a file would make of it.
package struct StudentDifference: Equatable, Sendable {
  package enum Kind: String, Sendable { case added, removed, restored, changed }

  package var id: RecordID
  package var unit: UnitCode
  package var name: String
  package var kind: Kind
  package var changes: [LogEntry.Change]
  package var by: String
  package var at: Moment

  package init(
    id: RecordID, unit: UnitCode, name: String, kind: Kind, changes: [LogEntry.Change], by: String, at: Moment
  ) {
    self.id = id
    self.unit = unit
    self.name = name
    self.kind = kind
    self.changes = changes
    self.by = by
    self.at = at
  }
}
