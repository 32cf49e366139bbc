package import LECModel

extension Store {
  /// The unit this file belongs to.
  package func ownUnit() throws -> Unit? {
    guard let code = try setting(Setting.unit) else { return nil }
    return try UnitTable(connection: connection).unit(UnitCode(code))
  }

  /// The unit whose data is looked at: the own one, or one below that was gone down into.
  package func subject() throws -> Unit? {
    guard let focus else { return try ownUnit() }
    return try UnitTable(connection: connection).unit(focus)
  }

  package func unit(_ code: UnitCode) throws -> Unit? { try UnitTable(connection: connection).unit(code) }

  /// The office above the own unit: whom to ring.
  package func parentContact() throws -> Contact? {
    guard let parent = try ownUnit()?.parent else { return nil }
    return try UnitTable(connection: connection).unit(parent)?.contact
  }

  /// The accounts of this file's own unit, by name.
  package func users() throws -> [UserName] {
    guard let unit = try ownUnit() else { return [] }
    return try AccountTable(connection: connection).accounts().filter { $0.unit == unit.code }.map(\.user)
  }

  package func units() throws -> [Unit] { try UnitTable(connection: connection).units() }

  package func currentRound() throws -> Round? { try RoundTable(connection: connection).current() }

  package func now() -> Moment { world.now() }

  /// Grows with every event; a screen that remembers it knows when to ask again.
  package func version() throws -> Int64 { try log.last }

  static let leaves = "SELECT leaf FROM student WHERE unit = ?1 AND leaf <> x''"
  static let countRows = """
    SELECT grade_rank, sex, count(*) FROM student WHERE unit = ?1 AND state = 'enrolled' GROUP BY grade_rank, sex
    """
  static let countRegister = "SELECT count(*) FROM student WHERE unit = ?1 AND state = 'removed'"

  /// The digest of a dataset's rows as they are now.
  package func digest(_ dataset: Dataset, unit: UnitCode, round: RoundKey) throws -> Hash32 {
    let at = try log.last
    let key = DigestKey(dataset: dataset, unit: unit, round: round)
    if let known = digestCache[key], known.at == at { return known.digest }
    let rows: [Hash32]
    switch dataset {
    case .students:
      rows = try connection.all(Self.leaves, [.text(unit.text)]) { $0.hash(0) }
    case .basics:
      let values = try BasicsTable(connection: connection).values(unit)
      rows = values.values.allSatisfy(\.isEmpty) ? [] : [Sodium.hash(RowDigest.basics(unit, values))]
    }
    let digest = Sodium.hash(RowDigest.dataset(dataset, unit: unit, round: round, leaves: rows))
    digestCache[key] = (at, digest)
    return digest
  }

  /// How many enrolled children, by grade and sex.
  package func counts(unit: UnitCode) throws -> Counts {
    var counts = Counts()
    let rows = try connection.all(Self.countRows, [.text(unit.text)]) {
      ($0.integer(0), $0.text(1), Int($0.integer(2)))
    }
    for (rank, sex, count) in rows {
      counts.add(grade: Grade.allCases.first { $0.rank == Int(rank) }, sex: Sex(rawValue: sex), times: count)
    }
    return counts
  }

  package func registerCount(unit: UnitCode) throws -> Int {
    Int(try connection.one(Self.countRegister, [.text(unit.text)]) { $0.integer(0) } ?? 0)
  }

  /// The state of every dataset the round asks for, worked out from the rows and the confirmations.
  package func states() throws -> [DatasetState] { try states(lookingAtProblems: true) }

  /// Without the problems and counts it is quick enough to be asked before every key of a roll-call, in any roster.
  private func states(lookingAtProblems: Bool) throws -> [DatasetState] {
    guard let unit = try subject(), let round = try currentRound() else { return [] }
    let findings = lookingAtProblems ? try self.findings() : []
    let counts = lookingAtProblems ? try self.counts(unit: unit.code) : Counts()
    let register = lookingAtProblems ? try registerCount(unit: unit.code) : 0
    return try round.datasets.sorted().map { dataset in
      let mine = findings.filter { $0.dataset == dataset }
      let errors = mine.count { $0.check.severity == .error }
      let queries = mine.count { $0.check.severity == .warning && $0.explained == nil }
      let confirmed = try latestConfirmation(dataset, unit: unit.code, round: round.key)
      // Nobody asks for the digest of what is neither shown nor confirmed.
      let digest =
        lookingAtProblems || confirmed != nil ? try self.digest(dataset, unit: unit.code, round: round.key) : .zero
      let name: DatasetState.Name =
        if let confirmed { confirmed.confirmation.digest == digest ? .confirmed : .void } else {
          errors + queries == 0 ? .ready : .open
        }
      return DatasetState(
        dataset: dataset, name: name, digest: digest, confirmed: confirmed, counts: counts, register: register,
        errors: errors, unexplained: queries)
    }
  }

  /// The confirmation that was made last and not taken back.
  package func latestConfirmation(_ dataset: Dataset, unit: UnitCode, round: RoundKey) throws -> ConfirmedBy? {
    guard let latest = try ConfirmationTable(connection: connection).latest(unit, round, dataset), latest.stands,
      let event = try log.event(latest.n), case .confirmation(let confirmation)? = event.body?.content
    else { return nil }
    return ConfirmedBy(
      event: event.id, confirmation: confirmation, person: try person(event.header.author, at: event.n),
      at: event.header.time)
  }

  /// The name of the person who held an account at that place of the log; the account's name when nobody did.
  package func person(_ user: UserName, at n: Int64) throws -> String {
    try ProfileTable(connection: connection).holder(of: user, at: n)?.fullName ?? user.text
  }

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
      ownUnit: try account.map { try actsFor(unit, $0) } ?? false, states: states, confirmedAbove: [],
      parent: try parentContact(),
      people: try profiles.usersInOffice(unit.code).count, enteredByActor: entered)
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
