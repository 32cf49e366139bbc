/// Rules CF: when an institution may confirm.
enum ConfirmationRules {
  static func mayConfirm(_ dataset: Dataset, _ s: Situation) -> Ruling {
    for rule in [confirmationIsAskedFor, deadlineHasNotPassed, isNotConfirmedAlready, nothingStandsAgainst, fourEyes] {
      if case .refused(let refusal) = rule(dataset, s) { return .refused(refusal) }
    }
    return .allowed
  }

  /// CF-12. In a correction window nothing is confirmed, at any level.
  /// Letters: S24 par. 2.
  static func confirmationIsAskedFor(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard let round = s.round else { return .allowed }
    if round.policy == .open {
      return .refused(Refusal(.noConfirmationNeeded, .cf12, level: .department, dataset: dataset))
    }
    if !round.datasets.contains(dataset) {
      return .refused(Refusal(.notAskedFor, .op04, level: .department, dataset: dataset))
    }
    return .allowed
  }

  /// OP-04. The department sets the date by which a level confirms; after it the level above has to help.
  /// Letters: S20a/b G 4; S19 item 2.
  static func deadlineHasNotPassed(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard let due = s.round?.due(.institution), s.now > due else { return .allowed }
    return .refused(
      Refusal(.deadlinePassed, .op04, level: .institution, dataset: dataset, date: due, lifter: s.parent))
  }

  static func isNotConfirmedAlready(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard let state = s.states[dataset], state.name == .confirmed else { return .allowed }
    return .refused(
      Refusal(.alreadyConfirmed, .cf01, level: .institution, dataset: dataset, date: state.confirmed?.at))
  }

  /// CF-01. Before confirming, every child is verified and the data is correct and complete.
  /// Letters: S20a/b G 6; S21 G 4.3.1(4), 6.3.
  static func nothingStandsAgainst(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard let state = s.states[dataset] else { return .allowed }
    if state.errors > 0 {
      return .refused(Refusal(.hasErrors, .cf01, level: .institution, dataset: dataset, count: state.errors))
    }
    if state.unexplained > 0 {
      return .refused(Refusal(.hasQueries, .cf01, level: .institution, dataset: dataset, count: state.unexplained))
    }
    return .allowed
  }

  /// Where a unit has a second person, whoever entered the data does not confirm it alone. The letters are silent; a check
  /// by a second pair of eyes is ours.
  static func fourEyes(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard s.people > 1, s.enteredByActor.contains(dataset) else { return .allowed }
    return .refused(Refusal(.enteredByYou, .cf01, level: .institution, dataset: dataset))
  }
}
