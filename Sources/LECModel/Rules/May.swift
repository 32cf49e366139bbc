/// The one question that menus, the command line and the store ask before anything changes.
package func may(_ act: Act, in situation: Situation) -> Ruling {
  for rule in May.rules {
    if case .refused(let refusal) = rule(act, situation) { return .refused(refusal) }
  }
  return .allowed
}

/// The rules in the order in which a person would want to hear of them: first who one is, then when, then the state of things.
enum May {
  typealias Guard = @Sendable (Act, Situation) -> Ruling

  static let rules: [Guard] = [
    { act, s in act == .handOver ? .allowed : AccountRules.profileIsMadeFirst(s) },
    { _, s in AccountRules.staysInOwnUnit(s) },
    { act, s in AccountRules.staysAtOwnLevel(act, s) },
    { _, s in s.round == nil ? .refused(Refusal(.noRound, .op04, level: .department)) : .allowed },
    { act, s in act.edits == nil ? .allowed : OpeningRules.recordingIsOpen(s) },
    { act, s in act.edits.map { EditingRules.isNotLocked($0, s) } ?? .allowed },
    { act, s in
      guard case .confirm(let dataset) = act else { return .allowed }
      return ConfirmationRules.mayConfirm(dataset, s)
    },
    { act, s in
      guard case .cancelConfirmation(let dataset) = act else { return .allowed }
      return EditingRules.mayCancelOwn(dataset, s)
    },
    { act, s in
      guard case .askRelease(let dataset) = act else { return .allowed }
      return EditingRules.mayAskRelease(dataset, s)
    },
  ]
}
