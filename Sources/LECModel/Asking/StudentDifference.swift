/// What differs between the confirmed state of a child and now.
package struct StudentDifference: Equatable, Sendable {
  package enum Kind: String, Sendable { case added, removed, restored, changed }

  package var id: RecordID
  package var name: String
  package var kind: Kind
  package var changes: [LogEntry.Change]
  package var by: String
  package var at: Moment

  package init(
    id: RecordID, name: String, kind: Kind, changes: [LogEntry.Change], by: String, at: Moment
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.changes = changes
    self.by = by
    self.at = at
  }
}
