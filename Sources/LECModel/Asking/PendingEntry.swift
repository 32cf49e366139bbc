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
  /// What a note says.
  package var words = ""
  /// Whether it is for the own unit to make it count.
  package var isAdoptable = false

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

extension PendingEntry {
  /// The name of the sentence that says why it does not count and what to do: an act that is held is never adopted.
  package var reasonName: String? {
    verdict.reason?.name(ofAct: kind?.isNeverAdopted ?? false)
  }
}

extension Verdict.Reason {
  /// Whose sentence it is: an act that came too late is not adopted like a record.
  func name(ofAct isAct: Bool) -> String {
    isAct && [.afterTerm, .afterMove].contains(self) ? rawValue + "-act" : rawValue
  }
}
