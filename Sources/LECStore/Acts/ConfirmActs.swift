package import LECModel

extension Store {
  /// Confirms a dataset as it is now. An official act: the password is asked for again and the person's key signs.
  @discardableResult
  package func confirm(_ dataset: Dataset, password: String, by user: UserName) throws -> ConfirmedBy {
    try require(.confirm(dataset), user)
    let key = try signingKey(user, password: password)
    guard let situation = try situation(user), let round = situation.round, let state = situation.states[dataset] else {
      throw Refusal(.noRound, .op04)
    }
    let unit = situation.unit
    let hasRows = dataset.hasOwnRows(at: unit.kind)
    let confirmation = Confirmation(
      round: round.key, dataset: dataset, unit: unit.code, digest: state.digest,
      counts: dataset == .students ? state.counts : Counts(),
      register: dataset == .students ? Int64(state.register) : 0, singleHanded: situation.people < 2,
      children: hasRows ? [] : try marks(dataset, unit, round))
    try transaction(author: user, unit: unit.code) { writer in
      // The rows may have changed between the question and the lock: then nothing is confirmed unseen.
      let now =
        hasRows
        ? try digest(dataset, unit: unit.code, round: round.key)
        : Self.root(over: try marks(dataset, unit, round))
      guard now == state.digest else { throw Refusal(.changedMeanwhile, .cf01, dataset: dataset) }
      try writer.add(.confirmed, EventBody(.confirmation(confirmation)), sign: key)
    }
    guard let made = try latestConfirmation(dataset, unit: unit.code, round: round.key) else {
      throw Refusal(.notConfirmed, .cf01, dataset: dataset)
    }
    return made
  }

  /// Takes the institution's own confirmation back (CF-03, ED-06), with the reason.
  package func cancelConfirmation(
    _ dataset: Dataset, reason: String, password: String, by user: UserName
  ) throws {
    try require(.cancelConfirmation(dataset), user)
    let key = try signingKey(user, password: password)
    guard let unit = try subject(), let round = try currentRound() else { throw Refusal(.noRound, .op04) }
    try transaction(author: user, unit: unit.code) { writer in
      try writer.add(
        .confirmationCancelled,
        EventBody(.cancellation(Cancellation(round: round.key, dataset: dataset, reason: reason))), sign: key)
    }
  }

  /// Writes the request to the level above to release a locked dataset (ED-04).
  package func askRelease(_ dataset: Dataset, words: String, by user: UserName) throws {
    try require(.askRelease(dataset), user)
    guard let unit = try subject(), let round = try currentRound() else { throw Refusal(.noRound, .op04) }
    try transaction(author: user, unit: unit.code) { writer in
      try writer.add(
        .releaseAsked, EventBody(.releaseRequest(ReleaseRequest(round: round.key, dataset: dataset, words: words))))
    }
  }

  /// The last request to release this dataset, if there is one since its confirmation.
  package func releaseRequest(_ dataset: Dataset) throws -> String? {
    guard let unit = try subject(), let round = try currentRound(),
      let request = try ReleaseRequestTable(connection: connection).latest(unit.code, round.key, dataset),
      let confirmed = try ConfirmationTable(connection: connection).latest(unit.code, round.key, dataset),
      request.n > confirmed.n
    else { return nil }
    return request.words
  }
}
