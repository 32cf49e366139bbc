/// An event as far as judging looks at it. The lists that trust is read from name each event several times, and a department has
/// hundreds of thousands: what it says lies in memory once.
package struct TrustEvent: Sendable {
  private final class Words: Sendable {
    let id: EventID
    let header: EventHeader
    let content: EventContent?
    let signature: [UInt8]

    init(_ id: EventID, _ header: EventHeader, _ content: EventContent?, _ signature: [UInt8]) {
      self.id = id
      self.header = header
      self.content = content
      self.signature = signature
    }
  }

  private let words: Words

  package var id: EventID { words.id }
  package var header: EventHeader { words.header }
  /// Nil when the body was left out or erased, or is of a kind that this version does not know.
  package var content: EventContent? { words.content }
  package var signature: [UInt8] { words.signature }

  package init(id: EventID, header: EventHeader, content: EventContent?, signature: [UInt8]) {
    words = Words(id, header, content, signature)
  }

  /// The unit that the content names, where it names one: it must be the unit of the header.
  var namedUnit: UnitCode? {
    switch content {
    case .unit(let v, _)?: v.code
    case .account(let v)?: v.unit
    case .root(let v)?: v.unit
    case .card(let v)?: v.unit
    case .termEnd(let v)?: v.unit
    case .boxKey(let v)?: v.unit
    case .confirmation(let v)?: v.unit
    case .release(let v)?: v.unit
    case .acceptance(let v)?: v.unit
    case .exemption(let v)?: v.unit
    case .note(let v)?: v.unit
    default: nil
    }
  }

  /// The heads that the content names as ends: how far the chains of others count.
  package var namedEnds: [ChainHead] {
    switch content {
    case .unit(_, let ends)?: ends
    case .termEnd(let end)?: end.heads
    case .join(let join)?: join.heads
    default: []
    }
  }

  /// The account that the content does something with: it must be one that the unit of the header can have.
  var accountTouched: UserName? {
    switch content {
    case .account(let v)?: v.user
    case .card(let v)?: v.user
    case .handover(let v)?: v.user
    default: nil
    }
  }

  /// The account that the content names as the acting one: it must be the author of the header.
  var namedUser: UserName? {
    switch content {
    case .profile(let v)?: v.user
    default: nil
    }
  }
}

/// What a file starts from when it judges: the root named on its card, and the chains it wrote itself.
package struct TrustAnchors: Equatable, Sendable {
  package var root: EventID?
  package var ownUnit: UnitCode?
  package var ownChains: Set<ChainID>

  package init(root: EventID?, ownUnit: UnitCode?, ownChains: Set<ChainID>) {
    self.root = root
    self.ownUnit = ownUnit
    self.ownChains = ownChains
  }
}

/// Whether an event of a forked chain lies on the way to a head that somebody named: event, head. Nil while that way is not whole here.
package typealias BranchCheck = @Sendable (_ event: EventID, _ head: EventID) -> Bool?

/// Checks a signature (Ed25519): signature, message, public key. Handed in, for the model has no library.
package typealias SignatureCheck = @Sendable (_ signature: [UInt8], _ message: [UInt8], _ key: [UInt8]) -> Bool
