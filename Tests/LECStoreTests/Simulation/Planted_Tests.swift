import LECModel
import LECStore
import TestSupport
import Testing

/// Every planted mistake in trust, exchange and confirming is noticed by the tests that stand for it.
@Suite("Planted mistakes")
struct Planted_Tests {
  typealias Look = @Sendable () throws -> Void

  static let lookers: [Planted: Look] = [
    .otherAccount: forged, .otherRecord: forged, .anyName: { try Exchange_Tests().otherName() },
    .anyFigures: { try Reach_Tests().figures() },
    .anySignature: forged, .everyRight: forged, .otherAuthor: forged, .otherUnit: forged,
    .codeTaken: forged, .moveWithoutEnds: { try MoveEnds_Tests().counted() },
    .termLeaps: { try Traps_Tests().leaps() }, .ownCardOutlasts: { try SecondJoins_Tests().ownCard() },
    .acceptedOnceForAll: { try SecondJoins_Tests().hidden() }, .anyBranch: { try ForkedOffice_Tests().fork() },
    .joinsAgain: { try SecondJoins_Tests().joinsAgain() },
    .acceptedBefore: { try SecondJoins_Tests().acceptedBefore() },
    .anyUnitsCard: { try SecondJoins_Tests().otherUnit() }, .oneBranchOnly: { try ForkedOffice_Tests().bothBranches() },
    .anyKnownChain: { try Introduction_Tests().handedOn() },
    .anyIssuer: { try Introduction_Tests().machine() },
    .anyBeginning: { try PublishedBundles_Tests().verdicts() },
    .anyEnrolment: { try Forged_Tests().strangers() },
    .noCut: { try Forged_Tests().afterTerm() },
    .confirmationsAdopted: { try Forged_Tests().afterTerm() },
    .forkAllowed: { try Forged_Tests().fork() },
    .twoOnOneCard: { try Forged_Tests().twoJoins() },
    .usedCardCounts: { try Forged_Tests().twoJoins() },
    .gapIgnored: { try Delta_Tests().lost() },
    .stickyVerdict: { try Delta_Tests().lost() },
    .receiptOfReceipt: { try Delta_Tests().comesToRest() },
    .noNewChain: { try Delta_Tests().setBack() },
    .deltaWithoutReceipt: { try Delta_Tests().unread() },
    .deltaOffByOne: { try Delta_Tests().unread() },
    .counterNotRaised: { try Exchange_Tests().counter() },
    .counterWins: { for one in FarCounters_Tests.cases { try FarCounters_Tests().overtaken(one) } },
    .previewStays: { try Exchange_Tests().preview() },
    .anyRoot: { try Exchange_Tests().otherRoot() },
    .anyTraining: { try Exchange_Tests().trainingMix() },
    .anyHead: { try Exchange_Tests().unsignedHead() },
    .anyCounter: { try PassedOn_Tests().counter() },
    .firstSignature: { try PassedOn_Tests().signature() },
    .wordsAboveLeak: { try PassedOn_Tests().wordsAbove() },
    .ownForgotten: { try OwnFiles_Tests().setBack() },
    .anySender: { try Exchange_Tests().stranger() },
    .unsignedFile: { try Exchange_Tests().otherKey() },
    .anyNeed: { try Exchange_Tests().needs() },
    .bodiesLeak: { try Exchange_Tests().noLeak() },
    .numbersAgain: { try Exchange_Tests().numbers() },
    .erasedRevives: { try Erasure_Tests().revival() },
    .anyErasure: { try Erasure_Tests().forged() },
    .unsaltedRows: { try Exchange_Tests().salted() },
    .confirmationSticks: { try Exchange_Tests().void() },
    .childrenUnseen: { try Exchange_Tests().void() },
    .numberUndigested: { try RowDigestTests().vectors() },
  ]

  private static let forged: Look = { for one in Forged_Tests.cases { try Forged_Tests().forged(one) } }

  /// Those of merging are looked for where merging is tested.
  static let ofStore = Planted.allCases.filter { !Planted.ofMerging.contains($0) }

  @Test("is noticed", arguments: ofStore)
  func noticed(_ mistake: Planted) throws {
    let look = try #require(Self.lookers[mistake], "nobody looks for \(mistake)")
    Planted.$now.withValue(mistake) { withKnownIssue("planted") { try look() } }
  }

  @Test("there are at least thirty of them")
  func enough() { #expect(Planted.allCases.count >= 30) }
}
