/// What a file makes of an event. A function of the set of events it holds, worked out anew when the set grows; never of the order
/// in which they came.
package enum Verdict: Equatable, Sendable {
  case accepted
  /// Something is still to come: an acceptance, a missing piece, a newer program.
  case waiting(Reason)
  /// A person has to decide.
  case held(Reason)
  /// It will not count, whatever comes.
  case refused(Reason)

  /// Why; each has one sentence in the language files (`verdict.NAME`).
  package enum Reason: String, CaseIterable, Sendable {
    // waiting
    case unknownSender = "unknown-sender"
    case joinNotAccepted = "join-not-accepted"
    case newerKind = "newer-kind"
    case gap
    case missingRecord = "missing-record"
    case noPerson = "no-person"
    // held
    case twoJoins = "two-joins"
    case afterTerm = "after-term"
    case afterMove = "after-move"
    case forkedChain = "forked-chain"
    // refused
    case usedCard = "used-card"
    case badEnrolment = "bad-enrolment"
    case otherAuthor = "other-author"
    case otherAccount = "other-account"
    case otherUnit = "other-unit"
    case notAllowed = "not-allowed"
    case badSignature = "bad-signature"
    case otherRecord = "other-record"
    case malformed
  }

  package var name: String {
    switch self {
    case .accepted: "accepted"
    case .waiting: "waiting"
    case .held: "held"
    case .refused: "refused"
    }
  }

  package var reason: Reason? {
    switch self {
    case .accepted: nil
    case .waiting(let r), .held(let r), .refused(let r): r
    }
  }

  /// Whether nothing but news of who is who can change it.
  package var followsFromTrust: Bool {
    switch self {
    case .refused(.otherRecord): false
    case .refused: true
    case .accepted, .waiting, .held: false
    }
  }

  package init?(name: String, reason: String) {
    guard let reason = Reason(rawValue: reason) else { return nil }
    switch name {
    case "waiting": self = .waiting(reason)
    case "held": self = .held(reason)
    case "refused": self = .refused(reason)
    default: return nil
    }
  }
}
