/// Two entries that look like one child.
package struct DoublePair: Equatable, Hashable, Sendable {
  package var first: RecordID
  package var firstUnit: UnitCode
  package var second: RecordID
  package var secondUnit: UnitCode
  package var evidence: Claim.Evidence

  package init(
    first: RecordID, firstUnit: UnitCode, second: RecordID, secondUnit: UnitCode, evidence: Claim.Evidence
  ) {
    self.first = first
    self.firstUnit = firstUnit
    self.second = second
    self.secondUnit = secondUnit
    self.evidence = evidence
  }
}

/// A claim as both sides and the level that opened it see it.
package struct ClaimEntry: Equatable, Sendable {
  package enum State: String, CaseIterable, Sendable { case open, answered, overdue, decided }

  package var id: EventID
  package var claim: Claim
  package var opener: UnitCode
  /// Names where this file has the entry; empty on the side whose roster is elsewhere.
  package var askedName: String
  package var otherName: String
  package var askedState: StudentState?
  package var otherState: StudentState?
  package var answers: [(unit: UnitCode, answer: ClaimAnswer)]
  package var decision: ClaimDecision?
  package var state: State

  package init(
    id: EventID, claim: Claim, opener: UnitCode, askedName: String, otherName: String, askedState: StudentState?,
    otherState: StudentState?, answers: [(unit: UnitCode, answer: ClaimAnswer)], decision: ClaimDecision?, state: State
  ) {
    self.id = id
    self.claim = claim
    self.opener = opener
    self.askedName = askedName
    self.otherName = otherName
    self.askedState = askedState
    self.otherState = otherState
    self.answers = answers
    self.decision = decision
    self.state = state
  }

  package static func == (l: ClaimEntry, r: ClaimEntry) -> Bool {
    l.id == r.id && l.state == r.state && l.decision == r.decision && l.answers.count == r.answers.count
      && l.askedState == r.askedState && l.otherState == r.otherState
  }
}
