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

  case released = 43
  case accepted = 44
  case acceptanceTakenBack = 45
  case exceptionGiven = 46
  case snapshotPart = 47
  case snapshotTaken = 48
  case amended = 49

  case imported = 50
  case importTakenBack = 51
  case bundleRead = 52

  case rootMade = 60
  case cardIssued = 61
  case joined = 62
  case joinAccepted = 63
  case termEnded = 64
  case boxKeySet = 65
  case adopted = 66

  case noteWritten = 70
  case noteAnswered = 71
  case claimOpened = 72
  case claimAnswered = 73
  case claimDecided = 74
  case sampleDrawn = 75
  case sampleFound = 76

  case otherSchoolSet = 80
  case otherCounted = 81

  case erased = 90

  /// The stable English name in `--json` and language files.
  package var name: String { String(describing: self) }

  /// Official acts carry a second signature, by the person's own key: whoever reads the log elsewhere knows that this person did it.
  package var isOfficialAct: Bool { Self.official.contains(self) }

  private static let official: Set<EventKind> = [
    .confirmed, .confirmationCancelled, .released, .accepted, .acceptanceTakenBack, .exceptionGiven, .snapshotPart,
    .snapshotTaken, .amended, .roundSet, .cardIssued, .joinAccepted, .termEnded, .erased,
  ]

  /// Nobody adopts these for another: they are made anew.
  package static let neverAdopted = official.union(authority)

  package var isNeverAdopted: Bool { Self.neverAdopted.contains(self) }

  /// Events whose body is a list of field changes of one child.
  package var changesStudent: Bool { (10...15).contains(rawValue) }

  /// Events by which a child goes out of the list. Their headers alone say so, and headers are never erased.
  package var takesOut: Bool { self == .studentRemoved || self == .studentWithdrawn }

  /// The events that say who is who: read before all others, for every other event is judged by them.
  package var isAuthority: Bool { Self.authority.contains(self) }

  private static let authority: Set<EventKind> = [
    .genesis, .unitSet, .accountSet, .profileMade, .handedOver, .rootMade, .cardIssued, .joined, .joinAccepted,
    .termEnded, .boxKeySet, .adopted,
  ]
}
