package import LECModel

/// A child on two lists: finding pairs where the data of both meet, and following each to its decision.
extension Store {
  /// Same number in two institutions; grouped by the index, never all against all.
  static let sameNumber = """
    SELECT event.id, s.unit, s.number FROM student s JOIN event ON event.n = s.n
    WHERE s.state = 'enrolled' AND s.number IN (
      SELECT number FROM student WHERE number <> '' AND state = 'enrolled' GROUP BY number
      HAVING count(DISTINCT unit) > 1)
    ORDER BY s.number, s.unit, event.id
    """
  /// Same name and birth date in two institutions.
  static let sameName = """
    SELECT event.id, s.unit, s.birth || ' ' || s.first || ' ' || s.last FROM student s JOIN event ON event.n = s.n
    JOIN (SELECT birth AS b, first AS f, last AS l FROM student WHERE birth <> '' AND first <> '' AND last <> ''
      AND state = 'enrolled' GROUP BY birth, first, last HAVING count(DISTINCT unit) > 1)
      ON s.birth = b AND s.first = f AND s.last = l
    WHERE s.state = 'enrolled' ORDER BY 3, s.unit, event.id
    """

  /// The pairs that nobody has claimed or decided yet.
  package func doublePairs() throws -> [DoublePair] {
    let known = Set(try claimRows().map { Self.key($0.claim.asked.record, $0.claim.other.record) })
    var seen: Set<[EventID]> = []
    var out: [DoublePair] = []
    for (sql, evidence) in [(Self.sameNumber, Claim.Evidence.sameNumber), (Self.sameName, .sameNameAndBirth)] {
      let rows = try connection.all(sql) { (RecordID(EventID($0.hash(0))), UnitCode($0.text(1)), $0.text(2)) }
      for group in Self.runs(rows, by: { $0.2 }) {
        for (i, one) in group.enumerated() {
          for other in group[(i + 1)...] where one.1 != other.1 {
            let key = Self.key(one.0, other.0)
            guard !known.contains(key), seen.insert(key).inserted else { continue }
            out.append(
              DoublePair(
                first: one.0, firstUnit: one.1, second: other.0, secondUnit: other.1, evidence: evidence))
          }
        }
      }
    }
    return out
  }

  private static func runs<T>(_ rows: [T], by key: (T) -> String) -> [[T]] {
    var out: [[T]] = []
    for row in rows {
      if let last = out.last?.first, key(last) == key(row) { out[out.count - 1].append(row) } else { out.append([row]) }
    }
    return out
  }

  private static func key(_ a: RecordID, _ b: RecordID) -> [EventID] { [a.event, b.event].sorted() }

  static let allClaims = """
    SELECT id, opener, number, asked_unit, asked_record, other_unit, other_record, evidence, due FROM claim
    ORDER BY n
    """

  private func claimRows() throws -> [(id: EventID, opener: UnitCode, claim: Claim)] {
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

  static let answersTo = "SELECT unit, answer, words FROM claim_answer WHERE claim = ?1 ORDER BY lamport, n"
  static let decisionOf = "SELECT outcome, words FROM claim_decision WHERE claim = ?1 ORDER BY lamport, n LIMIT 1"

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
