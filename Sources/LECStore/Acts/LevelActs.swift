package import LECModel

/// What a level does to the units below it.
extension Store {
  /// Releases a confirmed dataset of a unit below for mending (ED-04, ED-05).
  package func release(
    _ dataset: Dataset, of code: UnitCode, reason: String, password: String, by user: UserName
  ) throws {
    let (target, state, round) = try ask(.release(dataset), on: code, dataset, by: user)
    guard let confirmed = state?.confirmed else { throw Refusal(.notConfirmed, .ed04, dataset: dataset) }
    let release = Release(
      unit: target.code, round: round.key, dataset: dataset, confirmation: confirmed.event, reason: reason)
    try official(.released, .release(release), about: target.code, password: password, by: user)
  }

  /// Refuses what could not be done anyway, before anybody types a reason and a password for it.
  package func mayAct(_ act: LevelAct, on code: UnitCode, _ dataset: Dataset, by user: UserName) throws {
    _ = try ask(act, on: code, dataset, by: user)
  }

  /// Says that a confirmation below was checked and is right, or takes that back.
  package func accept(
    _ dataset: Dataset, of code: UnitCode, takeBack: Bool = false, words: String, password: String, by user: UserName
  ) throws {
    let act: LevelAct = takeBack ? .takeBackAcceptance(dataset) : .accept(dataset)
    let (target, state, round) = try ask(act, on: code, dataset, by: user)
    guard let confirmed = state?.confirmed else { throw Refusal(.notConfirmed, .cf04, dataset: dataset) }
    let acceptance = Acceptance(
      unit: target.code, round: round.key, dataset: dataset, confirmation: confirmed.event, words: words)
    try official(
      takeBack ? .acceptanceTakenBack : .accepted, .acceptance(acceptance), about: target.code, password: password,
      by: user)
  }

  /// Lets a unit below confirm after the deadline, until a moment that is named.
  package func exempt(
    _ code: UnitCode, until: Moment, reason: String, password: String, by user: UserName
  ) throws {
    let (target, _, round) = try ask(.exempt(until: until), on: code, nil, by: user)
    let exemption = Exemption(unit: target.code, round: round.key, until: until, reason: reason)
    try official(.exceptionGiven, .exemption(exemption), about: target.code, password: password, by: user)
  }

  /// Writes a review note about a unit below.
  package func note(_ code: UnitCode, words: String, by user: UserName) throws {
    guard let target = try unit(code), let s = try levelSituation(user, on: target, nil) else {
      throw Refusal(.noSuchUnit, .au13, detail: code.text)
    }
    if case .refused(let refusal) = may(.note, in: s) { throw refusal }
    try transaction(author: user, unit: s.acting.code) { writer in
      try writer.add(.noteWritten, EventBody(.note(Note(unit: code, words: words))), about: code)
    }
  }

  /// Answers a note about the own unit.
  package func answer(note id: EventID, words: String, by user: UserName) throws {
    guard let own = try ownUnit(), let note = try notes(about: own.code).first(where: { $0.id == id }) else {
      throw Refusal(.noSuchRecord, .au13, detail: RecordID(id).short)
    }
    try transaction(author: user, unit: own.code) { writer in
      try writer.add(
        .noteAnswered, EventBody(.note(Note(unit: own.code, words: words))), record: RecordID(note.id))
    }
  }

  /// An official act by the own unit: the password opens the person's key, which signs.
  @discardableResult
  func official(
    _ kind: EventKind, _ content: EventContent, about target: UnitCode? = nil, record: RecordID? = nil,
    password: String, by user: UserName, changesTrust: Bool = false
  ) throws -> EventID {
    let key = try signingKey(user, password: password)
    guard let own = try ownUnit() else { throw Refusal(.notYourUnit, .au04) }
    return try act(by: user, of: own, changesTrust: changesTrust) { writer in
      try writer.add(kind, EventBody(content), record: record, sign: key, about: target)
    }
  }

  private func ask(
    _ act: LevelAct, on code: UnitCode, _ dataset: Dataset?, by user: UserName
  ) throws -> (Unit, DatasetState?, Round) {
    guard let target = try unit(code), let s = try levelSituation(user, on: target, dataset) else {
      throw Refusal(.noSuchUnit, .au13, detail: code.text)
    }
    if case .refused(let refusal) = may(act, in: s) { throw refusal }
    guard let round = s.round else { throw Refusal(.noRound, .op04, level: .department) }
    return (target, s.targetState, round)
  }
}
