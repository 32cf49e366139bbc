/// The answer to "may I?": yes, or no with everything a person needs to go on.
package enum Ruling: Equatable, Sendable {
  case allowed
  case refused(Refusal)

  package var refusal: Refusal? { if case .refused(let r) = self { r } else { nil } }
}

/// Why something is refused: the rule, the level and date it turns on, and the person who can lift it.
package struct Refusal: Error, Equatable, Sendable {
  /// Stable names; scripts see them as error codes.
  package enum Code: String, CaseIterable, Sendable {
    case noProfile = "no-profile"
    case notYourUnit = "not-your-unit"
    case noRound = "no-round"
    case notOpenYet = "not-open-yet"
    case recordingClosed = "recording-closed"
    case deadlinePassed = "deadline-passed"
    case confirmedLocked = "confirmed-locked"
    case hasErrors = "has-errors"
    case hasQueries = "has-queries"
    case alreadyConfirmed = "already-confirmed"
    case notConfirmed = "not-confirmed"
    case noConfirmationNeeded = "no-confirmation-needed"
    case enteredByYou = "entered-by-you"
    case confirmedAbove = "confirmed-above"
    case confirmedYourself = "confirmed-yourself"
    case notAskedFor = "not-asked-for"
    case trainingOnly = "training-only"
    case badValue = "bad-value"
    case noSuchRecord = "no-such-record"
    case wrongState = "wrong-state"
    case changedMeanwhile = "changed-meanwhile"
    case nothingToUndo = "nothing-to-undo"
    case alreadyImported = "already-imported"
    case otherInstitution = "other-institution"
    case identityBack = "identity-back"
    case numberTaken = "number-taken"
    case notYourTask = "not-your-task"
    case childrenNotConfirmed = "children-not-confirmed"
    case nothingToConfirm = "nothing-to-confirm"
    case notComplete = "not-complete"
    case accepted = "accepted-above"
    case notAccepted = "not-accepted"
    case badDate = "bad-date"
    case outOfOffice = "out-of-office"
    case noMachine = "no-machine"
    case codeTaken = "code-taken"
    case notAllowed = "not-allowed"
    case noSuchUnit = "no-such-unit"
    case keptThisYear = "kept-this-year"
    case claimOpen = "claim-open"
    case stillListed = "still-listed"
    case newerEntries = "newer-entries"
    case nothingToPromote = "nothing-to-promote"
    case confirmsNothing = "confirms-nothing"
    case notFrozen = "not-frozen"
    case frozenAlready = "frozen-already"
    case nothingToAmend = "nothing-to-amend"
    case badCode = "bad-code"
    case hasReturned = "has-returned"
  }

  package var code: Code
  package var rule: Rule
  package var level: Level?
  package var dataset: Dataset?
  package var date: Moment?
  package var lifter: Contact?
  /// How many problems stand in the way, where problems do.
  package var count: Int
  /// The field or value meant, where one is.
  package var detail: String

  package init(
    _ code: Code, _ rule: Rule, level: Level? = nil, dataset: Dataset? = nil, date: Moment? = nil,
    lifter: Contact? = nil, count: Int = 0, detail: String = ""
  ) {
    self.code = code
    self.rule = rule
    self.level = level
    self.dataset = dataset
    self.date = date
    self.lifter = lifter
    self.count = count
    self.detail = detail
  }
}
