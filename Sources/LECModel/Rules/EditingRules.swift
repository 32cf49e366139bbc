/// Rules ED: editing after a confirmation. What differs from year to year is the round's policy.
enum EditingRules {
  /// OA-05. The counts of other affiliations stay open to their local authority, which tells the province and confirms anew.
  /// ED-04, ED-05. Under `release` confirmed data is locked until the level above cancels the confirmation, from the top down.
  /// ED-01, ED-02, ED-03. Under `reconfirm` the edit is allowed and everybody confirms again. ED-07. Under `open` it is free.
  /// Letters: S21 G 8.1, 8.2; S20a/b G 4, 9.1, 9.2; S24 par. 2.
  static func isNotLocked(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard let round = s.round, round.policy == .release, let state = s.states[dataset], state.name == .confirmed
    else { return .allowed }
    // Those counts are never locked.
    if dataset == .others { return .allowed }
    let rule: Rule = s.confirmedAbove.isEmpty ? .ed04 : .ed05
    return .refused(
      Refusal(
        .confirmedLocked, rule, level: .authority, dataset: dataset, date: state.confirmed?.at, lifter: s.parent))
  }

  /// CF-03, ED-06. The institution takes its own confirmation back while no level above has confirmed on top of it.
  /// Letters: S21 G 4.3.1(5).
  static func mayCancelOwn(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard let state = s.states[dataset], state.confirmed != nil else {
      return .refused(Refusal(.notConfirmed, .cf03, level: .institution, dataset: dataset))
    }
    if state.isAccepted {
      return .refused(
        Refusal(
          .accepted, .cf04, level: s.unit.kind.level, dataset: dataset, date: state.confirmed?.at, lifter: s.parent))
    }
    if let above = s.confirmedAbove.max() {
      return .refused(
        Refusal(.confirmedAbove, .ed06, level: above, dataset: dataset, date: state.confirmed?.at, lifter: s.parent))
    }
    return .allowed
  }

  /// ED-04. Only something that is confirmed and locked needs a release.
  static func mayAskRelease(_ dataset: Dataset, _ s: Situation) -> Ruling {
    guard s.round?.policy == .release, s.states[dataset]?.name == .confirmed else {
      return .refused(Refusal(.notConfirmed, .ed04, level: .institution, dataset: dataset))
    }
    return .allowed
  }
}

/// What an edit would cost: the confirmations that fall, and who must confirm again by when.
package struct EditCost: Equatable, Sendable {
  package struct Fall: Equatable, Sendable {
    package var level: Level
    package var dataset: Dataset
    package var confirmedAt: Moment?
    package var confirmAgainBy: Moment?
  }

  package var falls: [Fall]
  package var policy: EditPolicy
}

/// The cost of an act that is allowed; nil when it costs nothing. ED-01, ED-02, ED-07.
package func cost(of act: Act, in s: Situation) -> EditCost? {
  guard let dataset = act.edits, let round = s.round, round.policy == .reconfirm || dataset == .others,
    let state = s.states[dataset],
    state.name == .confirmed
  else { return nil }
  var falls = [
    EditCost.Fall(
      level: s.unit.kind.level ?? .institution, dataset: dataset, confirmedAt: state.confirmed?.at,
      confirmAgainBy: round.due(s.unit.kind.level ?? .institution))
  ]
  for level in s.confirmedAbove.sorted() {
    falls.append(EditCost.Fall(level: level, dataset: dataset, confirmedAt: nil, confirmAgainBy: round.due(level)))
  }
  return EditCost(falls: falls, policy: round.policy)
}
