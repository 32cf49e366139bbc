/// What a step did, for the message that follows it.
package struct Outcome: Equatable, Sendable {
  /// The records changed, or added.
  package var records: [RecordID]
  /// The records that already were as wanted.
  package var unchanged: Int
  /// The question that stays settled though its answer was turned back.
  package var settled: ConflictEntry?

  package init(records: [RecordID], unchanged: Int = 0, settled: ConflictEntry? = nil) {
    self.records = records
    self.unchanged = unchanged
    self.settled = settled
  }
}
