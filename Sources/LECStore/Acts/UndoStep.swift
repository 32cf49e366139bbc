import LECModel

/// One step that can be turned back: every record it touched, with the values before and after.
struct UndoStep {
  struct Entry {
    var record: RecordID
    /// Basic information has no row in the table of children.
    var isBasics: Bool
    var before: [FieldChange]
    var after: [FieldChange]
    /// Set where the step explained a query instead of changing fields.
    var explained: Explained?
  }

  /// A query with its explanation before and after; empty words are none.
  struct Explained {
    var finding: Finding
    var before: String
    var after: String
  }

  var sequence: Int64
  var author: UserName
  var entries: [Entry]
  /// Set where the step read a file in: it is taken back as the list of imports takes it back.
  var imported: Int64?
  /// Set where the step answered which of two values is right: turning it back asks nobody again.
  var settled: ConflictEntry?
}
