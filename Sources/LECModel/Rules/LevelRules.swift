/// What a level does to a unit below it.
package enum LevelAct: Equatable, Sendable {
  case release(Dataset)
  case accept(Dataset)
  case takeBackAcceptance(Dataset)
  case exempt(until: Moment)
  case note
}

/// What the rules look at when a level acts on a unit below it.
package struct LevelSituation: Sendable {
  package var acting: Unit
  package var target: Unit
  package var relation: Relation
  package var hasProfile: Bool
  package var round: Round?
  package var now: Moment
  /// The dataset of the target that the act is about.
  package var targetState: DatasetState?
  /// The acting unit's own confirmation of that dataset stands on the target's.
  package var standsOnTarget: Bool
  package var parent: Contact?

  package init(
    acting: Unit, target: Unit, relation: Relation, hasProfile: Bool, round: Round?, now: Moment,
    targetState: DatasetState?, standsOnTarget: Bool, parent: Contact?
  ) {
    self.acting = acting
    self.target = target
    self.relation = relation
    self.hasProfile = hasProfile
    self.round = round
    self.now = now
    self.targetState = targetState
    self.standsOnTarget = standsOnTarget
    self.parent = parent
  }
}

/// The one question about acts on units below.
package func may(_ act: LevelAct, in s: LevelSituation) -> Ruling {
  if !s.hasProfile { return .refused(Refusal(.noProfile, .au06, level: s.acting.kind.level)) }
  let kind: EventKind =
    switch act {
    case .release: .released
    case .accept: .accepted
    case .takeBackAcceptance: .acceptanceTakenBack
    case .exempt: .exceptionGiven
    case .note: .noteWritten
    }
  guard Rights.right(of: Role(s.acting.kind), to: kind, on: s.relation) == .allowed else {
    return .refused(Refusal(.notYourUnit, .au13, level: s.target.kind.level, lifter: s.parent))
  }
  switch act {
  case .note: return .allowed
  case .release(let dataset): return LevelRules.mayRelease(dataset, s)
  case .accept(let dataset): return LevelRules.mayAccept(dataset, s)
  case .takeBackAcceptance(let dataset): return LevelRules.mayTakeBackAcceptance(dataset, s)
  case .exempt(let until): return LevelRules.mayExempt(until, s)
  }
}

/// Rules of the levels: releasing, accepting, excepting.
enum LevelRules {
  /// An exception is for days, not for ever.
  static let longestExemption: Int64 = 60 * 86_400_000

  /// ED-04. The local authority releases its institution; ED-05. when it has confirmed itself, the province releases it first, so that
  /// the confirmations come down from the top.
  /// Letters: S21 G 8.1, 8.2.
  static func mayRelease(_ dataset: Dataset, _ s: LevelSituation) -> Ruling {
    if s.round?.policy == .open {
      return .refused(Refusal(.noConfirmationNeeded, .cf12, level: .department, dataset: dataset))
    }
    guard let state = s.targetState, state.confirmed != nil else {
      return .refused(Refusal(.notConfirmed, .ed04, level: s.target.kind.level, dataset: dataset))
    }
    if s.standsOnTarget, s.round?.policy == .release {
      return .refused(
        Refusal(
          .confirmedYourself, .ed05, level: s.acting.kind.level, dataset: dataset, date: state.confirmed?.at,
          lifter: s.parent))
    }
    return .allowed
  }

  /// CF-04. The level above checks a confirmation and accepts it when it is right.
  static func mayAccept(_ dataset: Dataset, _ s: LevelSituation) -> Ruling {
    guard let state = s.targetState, state.name == .confirmed else {
      return .refused(Refusal(.notConfirmed, .cf04, level: s.target.kind.level, dataset: dataset))
    }
    return state.isAccepted
      ? .refused(Refusal(.accepted, .cf04, level: s.target.kind.level, dataset: dataset)) : .allowed
  }

  static func mayTakeBackAcceptance(_ dataset: Dataset, _ s: LevelSituation) -> Ruling {
    guard s.targetState?.isAccepted == true else {
      return .refused(Refusal(.notAccepted, .cf04, level: s.target.kind.level, dataset: dataset))
    }
    if s.standsOnTarget {
      return .refused(
        Refusal(.confirmedYourself, .cf04, level: s.acting.kind.level, dataset: dataset, lifter: s.parent))
    }
    return .allowed
  }

  /// Whether an exception that came from elsewhere is as short as one that is given here must be.
  static func isShort(_ exemption: Exemption, writtenAt moment: Moment) -> Bool {
    exemption.until - moment <= longestExemption
  }

  /// OP-04. After the deadline the level above may let a unit of its own confirm until a day it names.
  static func mayExempt(_ until: Moment, _ s: LevelSituation) -> Ruling {
    guard s.round != nil else { return .refused(Refusal(.noRound, .op04, level: .department)) }
    if until <= s.now || until - s.now > longestExemption {
      return .refused(Refusal(.badDate, .op04, level: s.target.kind.level, date: until))
    }
    return .allowed
  }
}
