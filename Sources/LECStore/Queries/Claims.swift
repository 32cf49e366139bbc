package import LECModel

/// Claims about children on two lists, each followed to its decision. Finding the pairs: DoublePairs.
extension Store {
  static let allClaims = """
    SELECT id, opener, number, asked_unit, asked_record, other_unit, other_record, evidence, due FROM claim
    ORDER BY n
    """

  func claimRows() throws -> [(id: EventID, opener: UnitCode, claim: Claim)] {
    try connection.all(Self.allClaims) { s -> (EventID, UnitCode, Claim)? in
      guard let evidence = Claim.Evidence(rawValue: s.text(7)), let due = CalendarDate(iso: s.text(8)) else {
        return nil
      }
      return (
        EventID(s.hash(0)), UnitCode(s.text(1)),
        Claim(
          number: s.integer(2),
          asked: Claim.Side(unit: UnitCode(s.text(3)), record: RecordID(EventID(s.hash(4)))),
          other: Claim.Side(unit: UnitCode(s.text(5)), record: RecordID(EventID(s.hash(6)))), evidence: evidence,
          due: due)
      )
    }.compactMap { $0 }
  }

  static let answersTo = """
    SELECT unit, answer, words FROM claim_answer JOIN event USING (n) WHERE claim = ?1 ORDER BY lamport, event.id
    """
  /// The first of two holds; in every file the same one.
  static let decisionOf = """
    SELECT outcome, words FROM claim_decision JOIN event USING (n) WHERE claim = ?1 ORDER BY lamport, event.id LIMIT 1
    """

  /// Every claim this file knows, the open ones first.
  package func claims() throws -> [ClaimEntry] {
    let today = world.now().date
    let entries = try claimRows().map { row in
      let id: [Value] = [.blob(row.id.hash.bytes)]
      let answers = try connection.all(Self.answersTo, id) {
        (UnitCode($0.text(0)), ClaimAnswer.Answer(rawValue: $0.text(1)), $0.text(2))
      }.compactMap { unit, answer, words in answer.map { (unit: unit, answer: ClaimAnswer(answer: $0, words: words)) } }
      let decision =
        try connection.one(
          Self.decisionOf, id, row: { (ClaimDecision.Outcome(rawValue: $0.text(0)), $0.text(1)) }
        ).flatMap { outcome, words in outcome.map { ClaimDecision(outcome: $0, words: words) } }
      let asked = try student(row.claim.asked.record), other = try student(row.claim.other.record)
      let state: ClaimEntry.State =
        decision != nil ? .decided : !answers.isEmpty ? .answered : today > row.claim.due ? .overdue : .open
      return ClaimEntry(
        id: row.id, claim: row.claim, opener: row.opener, askedName: asked?.student.fullName ?? "",
        otherName: other?.student.fullName ?? "", askedState: asked?.student.state, otherState: other?.student.state,
        answers: answers, decision: decision, state: state)
    }
    return entries.filter { $0.state != .decided } + entries.filter { $0.state == .decided }
  }
}
