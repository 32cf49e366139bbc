/// Why a bundle was refused. Stable names: scripts see them as error codes, language files have a sentence for each (`bundleError.`).
package enum BundleError: String, Error, CaseIterable, Sendable {
  case tooLarge = "too-large"
  case notABundle = "not-a-bundle"
  case newerFormat = "newer-format"
  case cutOff = "cut-off"
  case badHeader = "bad-header"
  case unknownSender = "unknown-sender"
  case otherSender = "other-sender"
  case badSignature = "bad-signature"
  case notForYou = "not-for-you"
  case badCard = "bad-card"
  /// A starter file that is read like other files, and another file that a machine was to begin with.
  case isStarter = "starter-file"
  case noStarter = "no-starter"
  case damaged
  case bomb
  case badContent = "bad-content"
  case badChain = "bad-chain"
  case needsFull = "needs-full"
  case trainingMix = "training-mix"
  case otherRoot = "other-root"
  case cannotRead = "bad-file"
}
