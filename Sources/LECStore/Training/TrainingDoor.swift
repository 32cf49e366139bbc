package import LECModel

extension Store {
  /// Whether this is a training file beyond doubt: its settings say so, and so does the first event of every chain that was written
  /// in it. A setting alone could be changed with any database program; what a chain begins with could not.
  package var isForTraining: Bool {
    guard isTraining, let chains = try? trust.anchors().ownChains, !chains.isEmpty else { return false }
    return chains.allSatisfy { (try? genesis(of: $0))?.training == true }
  }

  /// What only training files do is refused on every other.
  package func requireTraining() throws {
    guard isForTraining else { throw Refusal(.trainingOnly, .op04) }
  }

  /// Lets a trainer sit down as somebody of this file without a password. What needs the person's own key still asks for it.
  package func enterTraining(_ user: UserName) throws -> Session {
    try requireTraining()
    guard let account = try AccountTable(connection: connection).account(user),
      let credential = try CredentialTable(connection: connection).credential(user)
    else { throw LoginError.wrong(failures: 0, wait: 0) }
    return Session(
      user: user, unit: account.unit, role: account.role,
      profile: try ProfileTable(connection: connection).current(user), mustChangePassword: credential.isFirst)
  }

  /// Everybody who can sit down at this file.
  package func trainingPeople() throws -> [Session] {
    try users().compactMap { user in
      guard try CredentialTable(connection: connection).credential(user) != nil else { return nil }
      return try enterTraining(user)
    }
  }

  /// Moves the clock of a training file, back as well: it stands there now, and when the file is opened next.
  package func moveTrainingClock(to moment: Moment) throws {
    try requireTraining()
    try set(Setting.trainingClock, to: moment.iso)
    try set(Setting.trainingClockAfter, to: String(try version()))
    stand(at: moment)
  }

  /// Where the clock of a training file stands when it is opened: where it was put, and never before what was written since.
  package func trainingClock() throws -> Moment {
    let kept = try setting(Setting.trainingClock).flatMap { Moment(iso: $0) } ?? TrainingSet.clock
    let moved = try setting(Setting.trainingClockAfter).flatMap { Int64($0) } ?? 0
    guard let last = try log(limit: 1).first, last.n > moved else { return kept }
    return max(kept, last.time + 60_000)
  }
}
