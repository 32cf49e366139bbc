package import LECModel

/// Where the datasets of one unit stand, worked out from rows and confirmations each time.
extension Store {
  /// The state of every dataset the round asks the unit in view for.
  package func states() throws -> [DatasetState] { try states(lookingAtProblems: true) }

  /// Without the problems and counts it is quick enough to be asked before every key of a roll-call, in any roster.
  func states(lookingAtProblems: Bool) throws -> [DatasetState] {
    guard let unit = try subject(), let round = try currentRound() else { return [] }
    guard unit.kind.isInstitution else { return try standing(of: unit, round: round).datasets }
    let findings = lookingAtProblems ? try self.findings() : []
    let counts = lookingAtProblems ? try self.counts(unit: unit.code) : Counts()
    let register = lookingAtProblems ? try registerCount(unit: unit.code) : 0
    let hasBegun = try !lookingAtProblems || hasBegun(unit.code, counts)
    return try round.datasets(for: .institution).map { dataset in
      let mine = findings.filter { $0.dataset == dataset }
      let errors = mine.count { $0.check.severity == .error }
      let queries = mine.count { $0.check.severity == .warning && $0.explained == nil }
      let latest = try ConfirmationTable(connection: connection).latest(unit.code, round.key, dataset)
      let stands = latest?.stands ?? false
      // Nobody asks for the digest of what is neither shown nor confirmed.
      let digest = lookingAtProblems || stands ? try self.digest(dataset, unit: unit.code, round: round.key) : .zero
      var state = DatasetState(
        dataset: dataset, name: Self.name(latest, digest, isReady: hasBegun && errors + queries == 0), digest: digest,
        confirmed: stands ? try latest.flatMap { try confirmedBy($0.n) } : nil, counts: counts, register: register,
        errors: errors, unexplained: queries)
      if lookingAtProblems { state.compareFigures() }
      try addWords(of: latest, to: &state, unit: unit.code, round: round.key)
      return state
    }
  }

  private static let anything = """
    SELECT 1 FROM student WHERE unit = ?1 UNION ALL SELECT 1 FROM basics WHERE unit = ?1 LIMIT 1
    """

  /// Whether an institution has listed a child or said anything of itself. Before that an empty list is nobody's word that there are
  /// no children, and is not called ready to confirm.
  func hasBegun(_ unit: UnitCode, _ counts: Counts) throws -> Bool {
    if counts.all.total > 0 { return true }
    return try connection.one(Self.anything, [.text(unit.text)]) { _ in true } ?? false
  }

  static func name(_ latest: ConfirmationTable.Latest?, _ digest: Hash32, isReady: Bool) -> DatasetState.Name {
    guard let latest else { return isReady ? .ready : .open }
    if latest.stands { return latest.digest == digest || Planted.confirmationSticks.isOn ? .confirmed : .void }
    return latest.isReleased ? .released : isReady ? .ready : .open
  }

  /// What the level above said about the confirmation: accepted it, or released it and why.
  func addWords(
    of latest: ConfirmationTable.Latest?, to state: inout DatasetState, unit: UnitCode, round: RoundKey
  ) throws {
    guard let latest else { return }
    if latest.stands {
      state.isAccepted = try AcceptanceTable(connection: connection).isAccepted(latest.id, unit, round, state.dataset)
    } else if latest.isReleased, let n = latest.endedAt, let event = try log.event(n),
      case .release(let release)? = event.body?.content
    {
      state.released = ReleasedBy(
        made: try confirmedBy(latest.n), person: try person(event.header.author, at: n), at: event.header.time,
        reason: release.reason)
    }
  }

  /// The confirmation that was made last and not taken back.
  package func latestConfirmation(_ dataset: Dataset, unit: UnitCode, round: RoundKey) throws -> ConfirmedBy? {
    guard let latest = try ConfirmationTable(connection: connection).latest(unit, round, dataset), latest.stands else {
      return nil
    }
    return try confirmedBy(latest.n)
  }

  /// A confirmation with who made it and when.
  func confirmedBy(_ n: Int64) throws -> ConfirmedBy? {
    guard let event = try log.event(n), case .confirmation(let confirmation)? = event.body?.content else { return nil }
    return ConfirmedBy(
      event: event.id, confirmation: confirmation, person: try person(event.header.author, at: event.n),
      at: event.header.time)
  }

  /// The name of the person who held an account at that place of the log; the account's name when nobody did.
  package func person(_ user: UserName, at n: Int64) throws -> String {
    try ProfileTable(connection: connection).holder(of: user, at: n)?.fullName ?? user.text
  }
}
