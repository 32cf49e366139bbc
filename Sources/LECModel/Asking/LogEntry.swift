/// One line of the log as people read it: who, when, on which device, what, and from what to what.
package struct LogEntry: Equatable, Sendable {
  package struct Change: Equatable, Sendable {
    package var field: UInt8
    package var from: String
    package var to: String

    package init(field: UInt8, from: String, to: String) {
      self.field = field
      self.from = from
      self.to = to
    }
  }

  package var n: Int64
  package var id: EventID
  package var time: Moment
  package var user: UserName
  package var person: String
  /// The chain's short name and the machine's own.
  package var device: String
  package var unit: UnitCode
  /// Nil for a kind that this version does not know.
  package var kind: EventKind?
  package var record: RecordID?
  /// The child's name now, where the entry is about a child.
  package var subject: String
  package var changes: [Change]
  /// Words that came with it: an explanation, a reason, a file name.
  package var words: String
  package var isUndo: Bool
  /// Written by another unit for one that has no computer.
  package var onBehalf: UnitCode?

  package init(
    n: Int64, id: EventID, time: Moment, user: UserName, person: String, device: String, unit: UnitCode,
    kind: EventKind?, record: RecordID?, subject: String, changes: [Change], words: String, isUndo: Bool,
    onBehalf: UnitCode? = nil
  ) {
    self.n = n
    self.id = id
    self.time = time
    self.user = user
    self.person = person
    self.device = device
    self.unit = unit
    self.kind = kind
    self.record = record
    self.subject = subject
    self.changes = changes
    self.words = words
    self.isUndo = isUndo
    self.onBehalf = onBehalf
  }
}
