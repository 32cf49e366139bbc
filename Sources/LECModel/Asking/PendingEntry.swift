/// An event that does not count, or not yet, and why.
package struct PendingEntry: Equatable, Sendable {
  /// Its place in the log of this file, from which the next page goes on.
  package var n: Int64
  package var id: EventID
  package var verdict: Verdict
  package var unit: UnitCode
  package var kind: EventKind?
  package var at: Moment
  package var person: String
  package var device: String
  /// The child it is about, where the name is known.
  package var child = ""
  /// What it would change of what stands here; nothing for an entry that would add somebody.
  package var changes: [LogEntry.Change] = []

  package init(
    n: Int64, id: EventID, verdict: Verdict, unit: UnitCode, kind: EventKind?, at: Moment, person: String,
    device: String
  ) {
    self.n = n
    self.id = id
    self.verdict = verdict
    self.unit = unit
    self.kind = kind
    self.at = at
    self.person = person
    self.device = device
  }
}
