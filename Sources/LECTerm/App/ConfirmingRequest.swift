import LECModel

/// Questions about problems and confirmations.
enum ConfirmingRequest: Sendable, Equatable {
  case findings
  case explain(Finding, words: String)
  case basics
  case saveBasics([FieldChange], seen: [EventID])
  case state(Dataset)
  case confirm(Dataset, password: String)
  case cancel(Dataset, reason: String, password: String)
  case askRelease(Dataset, words: String)
  case differences(Dataset)
}

/// What comes back.
enum ConfirmingAnswer: Sendable, Equatable {
  /// The first of each kind, and how many there are of it.
  case findings([FindingLine], totals: [Check: Int])
  case explained
  case basics(BasicsSheet)
  case basicsSaved
  case state(ConfirmState)
  case confirmed(ConfirmState)
  case cancelled
  case asked
  case differences([StudentDifference], ConfirmState)
}

/// A finding with the name of the child it is about.
struct FindingLine: Sendable, Equatable {
  var finding: Finding
  var name: String
  var other: String
}

/// Everything that must be on the table before a person confirms.
struct ConfirmState: Sendable, Equatable {
  var unit: Unit
  var round: Round
  var state: DatasetState
  /// Why it can't be confirmed now, as the rules tell it; nil when it can.
  var refusal: Refusal?
  /// Every kind of problem that stands against it, and how often.
  var obstacles: [Obstacle] = []
  /// How many children differ from the last confirmation; nil when there is none.
  var changed: Int?
  var isSingleHanded: Bool
  var request: String?
  var parent: Contact?
  /// The counts as the reports show them now, read afresh.
  var reported: Counts
  /// Why the confirmation no longer holds, where it does not.
  var cause: VoidCause?

  /// A level above has no rows of its own: what it confirmed changes with the units below it.
  var isFromBelow: Bool { !state.dataset.hasOwnRows(at: unit.kind) }
}

/// One kind of problem that stands against confirming.
struct Obstacle: Sendable, Equatable {
  var check: Check
  var count: Int
}

/// The basic information as a form is filled with it, and what of its history whoever fills it in has seen.
struct BasicsSheet: Equatable, Sendable {
  var values: [BasicsField: String]
  var kind: UnitKind
  var record: RecordID?
  var heads: [EventID]
}
