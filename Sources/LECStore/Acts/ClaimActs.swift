package import LECModel

/// Opening, answering and deciding claims. The letters ask the other centre to take the child out first (PU-09).
extension Store {
  /// Opens a numbered claim for a pair. Asked first is the list that had the child longer.
  @discardableResult
  package func openClaim(_ pair: DoublePair, due: CalendarDate, by user: UserName) throws -> EventID {
    guard let own = try ownUnit() else { throw Refusal(.notYourUnit, .au04) }
    try requireClaims(own, user)
    let trust = try trust.state(about: [own.code, pair.firstUnit, pair.secondUnit])
    guard trust.isInside(pair.firstUnit, own.code), trust.isInside(pair.secondUnit, own.code) else {
      throw Refusal(.notYourUnit, .pu09, level: own.kind.level)
    }
    guard due >= world.now().date else { throw Refusal(.badDate, .pu09, level: own.kind.level) }
    let first = Claim.Side(unit: pair.firstUnit, record: pair.first)
    let second = Claim.Side(unit: pair.secondUnit, record: pair.second)
    let isFirstOlder = try admitted(pair.first) <= admitted(pair.second)
    let number = (try claims().filter { $0.opener == own.code }.map(\.claim.number).max() ?? 0) + 1
    let claim = Claim(
      number: number, asked: isFirstOlder ? first : second, other: isFirstOlder ? second : first,
      evidence: pair.evidence, due: due)
    return try transaction(author: user, unit: own.code) { writer in
      try writer.add(.claimOpened, EventBody(.claim(claim)))
    }
  }

  private func admitted(_ record: RecordID) throws -> String { try student(record)?.student[.admitted] ?? "" }

  /// Whether this person may open and decide claims at all, asked before anything is looked for.
  package func requireClaims(_ user: UserName) throws {
    guard let own = try ownUnit() else { throw Refusal(.notYourUnit, .au04) }
    try requireClaims(own, user)
  }

  private func requireClaims(_ own: Unit, _ user: UserName) throws {
    guard Rights.right(of: Role(own.kind), to: .claimOpened, on: .own) == .allowed else {
      throw Refusal(.notYourTask, .pu09, level: .authority)
    }
    guard try ProfileTable(connection: connection).current(user) != nil else {
      throw Refusal(.noProfile, .au06, level: own.kind.level)
    }
  }

  /// One side says what it knows.
  package func answerClaim(_ id: EventID, _ answer: ClaimAnswer, by user: UserName) throws {
    guard let unit = try subject(), let entry = try claims().first(where: { $0.id == id }),
      [entry.claim.asked.unit, entry.claim.other.unit].contains(unit.code)
    else { throw Refusal(.noSuchRecord, .pu09, detail: RecordID(id).short) }
    guard entry.decision == nil else {
      throw Refusal(.wrongState, .pu09, level: .authority, detail: entry.askedName)
    }
    if answer.answer == .takenOut {
      let side = entry.claim.asked.unit == unit.code ? entry.claim.asked : entry.claim.other
      guard try student(side.record)?.student.state != .enrolled else {
        throw Refusal(.wrongState, .pu09, level: .institution, detail: entry.askedName)
      }
    }
    guard let own = try ownUnit() else { throw Refusal(.notYourUnit, .au04) }
    try transaction(author: user, unit: own.code) { writer in
      try writer.add(.claimAnswered, EventBody(.claimAnswer(answer)), record: RecordID(id), about: unit.code)
    }
  }

  /// The level that opened a claim decides; the pair never comes back.
  package func decideClaim(_ id: EventID, _ decision: ClaimDecision, by user: UserName) throws {
    guard let own = try ownUnit(), let entry = try claims().first(where: { $0.id == id }), entry.opener == own.code
    else { throw Refusal(.noSuchRecord, .pu09, detail: RecordID(id).short) }
    try requireClaims(own, user)
    guard entry.decision == nil else {
      throw Refusal(.wrongState, .pu09, level: own.kind.level, detail: entry.askedName)
    }
    try transaction(author: user, unit: own.code) { writer in
      try writer.add(.claimDecided, EventBody(.claimDecision(decision)), record: RecordID(id))
    }
  }
}
