/// An event that does not count, or not yet, and why.
package struct PendingEntry: Equatable, Sendable {
  package var id: EventID
  package var verdict: Verdict
  package var unit: UnitCode
  package var kind: EventKind?
  package var at: Moment
  package var person: String
  package var device: String
  /// The child it is about, where the name is known.
  package var child = ""

  package init(
    id: EventID, verdict: Verdict, unit: UnitCode, kind: EventKind?, at: Moment, person: String, device: String
  ) {
    self.id = id
    self.verdict = verdict
    self.unit = unit
    self.kind = kind
    self.at = at
    self.person = person
    self.device = device
  }
}
