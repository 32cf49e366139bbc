/// Everything a person can do to the data of the unit in view.
package enum Act: Equatable, Sendable {
  case addStudent, editStudent, markStudent, removeStudent, restoreStudent
  case editBasics
  /// The head counts of schools of other affiliations, by their local authority.
  case editOthers
  case explainFinding
  case importRoster, takeBackImport
  case confirm(Dataset)
  case cancelConfirmation(Dataset)
  case askRelease(Dataset)
  case handOver

  /// The dataset whose rows the act changes; nil when it changes none.
  package var edits: Dataset? {
    switch self {
    case .addStudent, .editStudent, .markStudent, .removeStudent, .restoreStudent, .importRoster, .takeBackImport:
      .students
    case .editBasics: .basics
    case .editOthers: .others
    case .explainFinding, .confirm, .cancelConfirmation, .askRelease, .handOver: nil
    }
  }

  /// Whether the problems of the data decide about the act.
  package var turnsOnProblems: Bool {
    if case .confirm = self { true } else { false }
  }
}

/// Everything the rules look at when somebody wants to act. Made by the store at that moment, from the file alone.
package struct Situation: Sendable {
  package var unit: Unit
  package var round: Round?
  package var now: Moment
  package var hasProfile: Bool
  package var ownUnit: Bool
  /// The state of each dataset the round asks for.
  package var states: [Dataset: DatasetState]
  /// The levels above that have confirmed on top of the institution's confirmation, as far as this file knows.
  package var confirmedAbove: Set<Level>
  /// The office above: who can release, extend, advise.
  package var parent: Contact?
  /// How many accounts of the unit have a person behind them.
  package var people: Int
  /// Until when the level above lets the unit confirm after the deadline.
  package var exemption: Moment?
  /// Entries about the unit that only a newer program can read.
  package var unread: Int
  /// The acting person alone has entered data of these since the last confirmation, or entered last.
  package var enteredByActor: Set<Dataset>

  package init(
    unit: Unit, round: Round?, now: Moment, hasProfile: Bool, ownUnit: Bool, states: [Dataset: DatasetState],
    confirmedAbove: Set<Level>, parent: Contact?, people: Int, enteredByActor: Set<Dataset>,
    exemption: Moment? = nil, unread: Int = 0
  ) {
    self.unread = unread
    self.exemption = exemption
    self.unit = unit
    self.round = round
    self.now = now
    self.hasProfile = hasProfile
    self.ownUnit = ownUnit
    self.states = states
    self.confirmedAbove = confirmedAbove
    self.parent = parent
    self.people = people
    self.enteredByActor = enteredByActor
  }
}
