/// Rules CF: when a unit may confirm.
enum ConfirmationRules {
  static func mayConfirm(_ dataset: Dataset, _ s: Situation) -> Ruling {
    for rule in [
      levelConfirms, confirmationIsAskedFor, deadlineHasNotPassed, isNotConfirmedAlready, thereIsSomething,
      everythingIsRead, nothingStandsAgainst, everybodyBelowHasConfirmed, otherCountsAreComplete, fourEyes,
    ] {
      if case .refused(let refusal) = rule(dataset, s) { return .refused(refusal) }
    }
    return .allowed
  }

  /// CF-10. The department opens, watches and takes the base; it confirms nothing. SC-13. Nor does the district.
  /// Letters: S19 item 2; S20a/b G 3.1, G 10.1; S24 par. 2.
  static func levelConfirms(_ dataset: Dataset, _ s: Situation) -> Ruling {
    switch s.unit.kind {
    case .department: .refused(Refusal(.confirmsNothing, .cf10, level: .department, dataset: dataset))
    case .district: .refused(Refusal(.notYourTask, .sc13, level: .authority, dataset: dataset))
    case .school, .college, .centre, .authority, .province: .allowed
    }
  }

  /// CF-01. What is confirmed is what was checked: while entries lie there that only a newer program can read, nobody has checked them.
  static func everythingIsRead(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard s.unread > 0 else { return .allowed }
    return .refused(
      Refusal(.newerEntries, .cf01, level: s.unit.kind.level, dataset: dataset, lifter: s.parent, count: s.unread))
  }

  /// CF-12. In a correction window nothing is confirmed, at any level.
  /// Letters: S24 par. 2.
  static func confirmationIsAskedFor(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard let round = s.round else { return .allowed }
    if round.policy == .open {
      return .refused(Refusal(.noConfirmationNeeded, .cf12, level: .department, dataset: dataset))
    }
    if !round.datasets(for: s.unit.kind.level ?? .institution).contains(dataset) {
      return .refused(Refusal(.notAskedFor, .op04, level: .department, dataset: dataset))
    }
    return .allowed
  }

  /// OP-04. The department sets the date by which a level confirms; after it the level above can give an exception with an end.
  /// Letters: S20a/b G 4; S19 item 2.
  static func deadlineHasNotPassed(_ dataset: Dataset, _ s: Situation) -> Ruling {
    let level = s.unit.kind.level ?? .institution
    guard let due = s.round?.due(level), s.now > due else { return .allowed }
    if let until = s.exemption, s.now <= until { return .allowed }
    return .refused(
      Refusal(
        .deadlinePassed, .op04, level: level, dataset: dataset, date: s.exemption ?? due, lifter: s.parent))
  }

  static func isNotConfirmedAlready(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard let state = s.states[dataset], state.name == .confirmed else { return .allowed }
    return .refused(
      Refusal(
        .alreadyConfirmed, .cf01, level: s.unit.kind.level, dataset: dataset, date: state.confirmed?.at))
  }

  /// A local authority without institutions has no overview to confirm, one without other schools no counts.
  static func thereIsSomething(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard s.states[dataset]?.name == .nothing else { return .allowed }
    return .refused(Refusal(.nothingToConfirm, .cf04, level: s.unit.kind.level, dataset: dataset))
  }

  /// CF-01. Before confirming, every child is verified and the data is correct and complete.
  /// Letters: S20a/b G 6; S21 G 4.3.1(4), 6.3.
  static func nothingStandsAgainst(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard s.unit.kind.isInstitution, let state = s.states[dataset] else { return .allowed }
    if state.errors > 0 {
      return .refused(Refusal(.hasErrors, .cf01, level: .institution, dataset: dataset, count: state.errors))
    }
    if state.unexplained > 0 {
      return .refused(Refusal(.hasQueries, .cf01, level: .institution, dataset: dataset, count: state.unexplained))
    }
    return .allowed
  }

  /// CF-06. A local authority confirms only after every one of its institutions has. CF-05. It does so base by base: what is
  /// missing in one base holds up that base alone. CF-04. Its overview stands on what they confirmed, and on nothing else.
  /// CF-08. A province confirms when every local authority has confirmed everything that is asked for. OA-07. The counts of other
  /// affiliations are among that.
  /// Letters: S20a/b G 7.1, 7.2, G 8, G 10.1; S21 G 7.1, 7.2, G 9.1.
  static func everybodyBelowHasConfirmed(_ dataset: Dataset, _ s: Situation) -> Ruling {
    let looked: [Dataset]
    let rule: Rule
    switch s.unit.kind {
    case .authority:
      if dataset == .others { return .allowed }
      (looked, rule) = ([dataset], .cf06)
    case .province: (looked, rule) = (s.states.keys.sorted(), .cf08)
    case .school, .college, .centre, .district, .department: return .allowed
    }
    for one in looked {
      guard let state = s.states[one], state.belowConfirmed < state.below else { continue }
      let isOthers = one == .others
      return .refused(
        Refusal(
          .childrenNotConfirmed, isOthers ? .oa07 : rule, level: s.unit.kind.level, dataset: one,
          count: state.below - state.belowConfirmed))
    }
    return .allowed
  }

  /// CF-07. The counts of other affiliations are checked and confirmed apart from the overview. OA-03. They are confirmed when they
  /// are right and complete: every school with every grade.
  /// Letters: S20a/b G 5.2(3), G 7.3; S21 G 7.3.
  static func otherCountsAreComplete(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard dataset == .others, s.unit.kind == .authority, let state = s.states[.others], state.errors > 0 else {
      return .allowed
    }
    return .refused(Refusal(.notComplete, .oa03, level: .authority, dataset: .others, count: state.errors))
  }

  /// Where a unit has a second person, whoever entered the data does not confirm it alone. The letters are silent; a check
  /// by a second pair of eyes is ours.
  static func fourEyes(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard s.people > 1, s.enteredByActor.contains(dataset) else { return .allowed }
    return .refused(Refusal(.enteredByYou, .cf01, level: .institution, dataset: dataset))
  }
}
