/// What an event does. The numbers are part of the log's format: never changed, never used again.
package enum EventKind: UInt16, CaseIterable, Sendable {
  case genesis = 1
  case unitSet = 2
  case roundSet = 3
  case accountSet = 4
  case profileMade = 5
  case handedOver = 6

  case studentAdded = 10
  case studentEdited = 11
  case studentMarked = 12
  case studentRemoved = 13
  case studentRestored = 14
  case studentWithdrawn = 15

  case basicsEdited = 20

  case findingExplained = 30

  case confirmed = 40
  case confirmationCancelled = 41
  case releaseAsked = 42

  case imported = 50
  case importTakenBack = 51

  /// The stable English name in `--json` and language files.
  package var name: String { String(describing: self) }

  /// Official acts carry a second signature, by the person's own key.
  package var isOfficialAct: Bool {
    switch self {
    case .confirmed, .confirmationCancelled: true
    case .genesis, .unitSet, .roundSet, .accountSet, .profileMade, .handedOver, .studentAdded, .studentEdited,
      .studentMarked, .studentRemoved, .studentRestored, .studentWithdrawn, .basicsEdited, .findingExplained,
      .releaseAsked, .imported, .importTakenBack:
      false
    }
  }

  /// Events whose body is a list of field changes of one child.
  package var changesStudent: Bool {
    switch self {
    case .studentAdded, .studentEdited, .studentMarked, .studentRemoved, .studentRestored, .studentWithdrawn: true
    case .genesis, .unitSet, .roundSet, .accountSet, .profileMade, .handedOver, .basicsEdited, .findingExplained,
      .confirmed, .confirmationCancelled, .releaseAsked, .imported, .importTakenBack:
      false
    }
  }
}
