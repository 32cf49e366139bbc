package import LECModel

/// One step that can be turned back: every record it touched, with the values before and after.
struct UndoStep {
  struct Entry {
    var record: RecordID
    /// Basic information has no row in the table of children.
    var isBasics: Bool
    var before: [FieldChange]
    var after: [FieldChange]
  }

  var sequence: Int64
  var author: UserName
  var entries: [Entry]
}

/// What a step did, for the message that follows it.
package struct Outcome: Equatable, Sendable {
  /// The records changed, or added.
  package var records: [RecordID]
  /// The records that already were as wanted.
  package var unchanged: Int

  package init(records: [RecordID], unchanged: Int = 0) {
    self.records = records
    self.unchanged = unchanged
  }
}
