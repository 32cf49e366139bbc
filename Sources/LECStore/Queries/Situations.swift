package import LECModel

/// What the rules look at, and the question itself.
extension Store {
  /// Everything the rules look at for this person, now. For an act that turns on no problems, those are not looked for.
  package func situation(_ user: UserName?, for act: Act? = nil) throws -> Situation? {
    guard let unit = try subject() else { return nil }
    let round = try currentRound()
    let account = try user.flatMap { try AccountTable(connection: connection).account($0) }
    var states: [Dataset: DatasetState] = [:]
    var entered: Set<Dataset> = []
    for state in try self.states(lookingAtProblems: act?.turnsOnProblems ?? true) {
      states[state.dataset] = state
      let since = try state.confirmed.flatMap { try log.number(of: $0.event) } ?? 0
      if let user, try isAlone(user, in: state.dataset, unit: unit.code, since: since) { entered.insert(state.dataset) }
    }
    let profiles = ProfileTable(connection: connection)
    return Situation(
      unit: unit, round: round, now: world.now(),
      hasProfile: try user.flatMap { try profiles.current($0) } != nil,
      ownUnit: try account.map { try actsFor(unit, $0) } ?? false, states: states,
      confirmedAbove: try levelsAbove(unit, states, act: act), parent: try parentContact(),
      people: try profiles.usersInOffice(unit.code).count, enteredByActor: entered,
      exemption: try round.flatMap {
        try AcceptanceTable(connection: connection).exemption(unit.code, $0.key, now: world.now())
      },
      unread: act?.turnsOnProblems ?? true ? try unreadEntries(about: unit.code) : 0)
  }

  static let newerThanThis = "SELECT n FROM pending WHERE unit = ?1 AND reason = ?2"

  /// Entries about a unit, by somebody who is in office there or above it now, that only a newer program can read. Of anybody else no
  /// kind of entry would count, or nobody can ask him what it is: a school could keep its authority from confirming, and a dismissed
  /// officer his successor.
  func unreadEntries(about unit: UnitCode) throws -> Int {
    let reason = LECModel.Verdict.Reason.newerKind.rawValue
    let found = try connection.all(Self.newerThanThis, [.text(unit.text), .text(reason)]) { $0.integer(0) }
    guard !found.isEmpty else { return 0 }
    return try found.count { n in
      guard let event = try log.event(n) else { return false }
      let state = try trust.state(about: [unit], chains: [event.header.chain])
      guard let office = state.standing(event.header.chain).office, office.reach == .open else { return false }
      return state.isInside(unit, office.unit)
    }
  }

  /// The levels above whose standing confirmation names the one that is in force here, as far as this file knows.
  private func levelsAbove(_ unit: Unit, _ states: [Dataset: DatasetState], act: Act?) throws -> Set<Level> {
    guard let round = try currentRound() else { return [] }
    var dataset: Dataset?
    switch act {
    case .cancelConfirmation(let one)?, .confirm(let one)?, .askRelease(let one)?: dataset = one
    default: dataset = act?.edits
    }
    var out: Set<Level> = []
    for state in states.values where dataset == nil || state.dataset == dataset {
      guard let confirmed = state.confirmed else { continue }
      var leaf = Sodium.hash(confirmed.confirmation.leaf), at = unit
      while let code = at.parent, let parent = try self.unit(code), let level = parent.kind.level {
        guard let above = try latestConfirmation(state.dataset, unit: code, round: round.key),
          above.confirmation.children.contains(ChildMark(unit: at.code, leaf: leaf))
        else { break }
        out.insert(level)
        leaf = Sodium.hash(above.confirmation.leaf)
        at = parent
      }
    }
    return out
  }

  /// What the rules look at when the own unit acts on one below it.
  package func levelSituation(_ user: UserName, on target: Unit, _ dataset: Dataset?) throws -> LevelSituation? {
    guard let own = try ownUnit() else { return nil }
    let round = try currentRound()
    var stands = false
    var state: DatasetState?
    if let round, let dataset {
      state = try standing(of: target, round: round).state(dataset)
      if let mine = try latestConfirmation(dataset, unit: own.code, round: round.key), let confirmed = state?.confirmed
      {
        let mark = ChildMark(unit: target.code, leaf: Sodium.hash(confirmed.confirmation.leaf))
        stands = mine.confirmation.children.contains(mark)
      }
    }
    return LevelSituation(
      acting: own, target: target, relation: try relation(to: target.code),
      hasProfile: try ProfileTable(connection: connection).current(user) != nil, round: round, now: world.now(),
      targetState: state, standsOnTarget: stands, parent: try parentContact())
  }

  /// Whether an account enters for this unit: its own, or on behalf of an institution without a computer.
  private func actsFor(_ unit: Unit, _ account: Account) throws -> Bool {
    if account.unit == unit.code { return true }
    return unit.hasNoComputer && unit.parent == account.unit
  }

  /// Whether a confirmation by this person would be by the one pair of eyes that entered the data: when others in office have
  /// entered nothing, they can look; when all have, whoever entered last leaves it to another.
  private func isAlone(_ user: UserName, in dataset: Dataset, unit: UnitCode, since: Int64) throws -> Bool {
    let people = try ProfileTable(connection: connection).usersInOffice(unit)
    let entries = try EnteredTable(connection: connection).entries(dataset, after: since)
    guard let mine = entries[user] else { return false }
    let others = people.filter { $0 != user }
    return others.contains { entries[$0] == nil } || others.allSatisfy { (entries[$0] ?? 0) < mine }
  }

  /// Asks the rules whether this person may do this now; throws the refusal if not.
  func require(_ act: Act, _ user: UserName) throws {
    guard let situation = try situation(user, for: act) else { throw Refusal(.noRound, .op04) }
    if case .refused(let refusal) = may(act, in: situation) { throw refusal }
  }
}
