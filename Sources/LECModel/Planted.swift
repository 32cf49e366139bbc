/// Mistakes that tests put into the program on purpose, one at a time, to see that they are noticed: a test that can't fail shows
/// nothing. In the program that is shipped none of this exists.
package enum Planted: String, CaseIterable, Sendable {
  // Trust
  case anySignature, anyEnrolment, everyRight, otherAuthor, otherUnit, noCut, otherAccount, otherRecord, forkAllowed,
    twoOnOneCard, usedCardCounts, codeTaken, moveWithoutEnds, termLeaps, ownCardOutlasts, acceptedOnceForAll, anyBranch,
    joinsAgain, acceptedBefore, anyUnitsCard, oneBranchOnly, anyBeginning,
    anyKnownChain, anyIssuer
  case confirmationsAdopted, gapIgnored
  // Merging
  case removalLoses, disputesDropped, arrivalWins, successorUnseen
  // Reading
  case stickyVerdict, receiptOfReceipt, noNewChain, counterNotRaised, counterWins, previewStays, anyRoot, anyTraining,
    anyHead, anyCounter, firstSignature, ownForgotten,
    anySender, anyName
  case unsignedFile, anyNeed
  // Making
  case deltaWithoutReceipt, deltaOffByOne, bodiesLeak, wordsAboveLeak, numbersAgain
  // Confirming
  case erasedRevives, anyErasure
  case anyFigures, confirmationSticks, childrenUnseen, numberUndigested, unsaltedRows

  package static let ofMerging: [Planted] = [.removalLoses, .disputesDropped, .arrivalWins, .successorUnseen]

  #if DEBUG
    @TaskLocal package static var now: Planted?

    package var isOn: Bool { Self.now == self }
  #else
    @inline(__always) package var isOn: Bool { false }
  #endif
}
