package import LECModel

/// The clear head of a bundle: enough to know whose it is and whether one can open it, and nothing about anybody in it.
package struct BundleHeader: Equatable, Sendable {
  package static let format: Int64 = 1
  package static let mostEvents: Int64 = 2_000_000
  package static let mostHeads = 1024
  package static let largestIntroduction = 64 << 10

  package enum Kind: String, CaseIterable, Sendable { case full, starter, delta }

  /// The content key, sealed to one box key; found by the first eight bytes of the key's hash.
  package struct Seal: Equatable, Sendable {
    package var key: [UInt8]
    package var sealed: [UInt8]

    package init(key: [UInt8], sealed: [UInt8]) {
      self.key = key
      self.sealed = sealed
    }
  }

  /// The content key of a starter file, sealed under the stretched secret of its card.
  package struct CardSeal: Equatable, Sendable {
    package var salt: [UInt8]
    package var operations: Int64
    package var memory: Int64
    package var sealed: [UInt8]

    package init(salt: [UInt8], operations: Int64, memory: Int64, sealed: [UInt8]) {
      self.salt = salt
      self.operations = operations
      self.memory = memory
      self.sealed = sealed
    }
  }

  package var kind: Kind
  package var from: UnitCode
  package var to: [UnitCode]
  package var chain: ChainID
  /// Empty in a delta: who can read one knows the chain.
  package var signingKey: [UInt8]
  package var number: Int64
  /// The day only.
  package var created: CalendarDate
  package var training: Bool
  /// The fingerprint of the department whose tree this belongs to.
  package var root: EventID
  package var events: Int64
  package var plainSize: Int64
  package var seals: [Seal] = []
  package var card: CardSeal?
  /// Features that a reader must know to read the content rightly.
  package var needs: [String] = []
  /// For receivers who don't know the chain yet: how it came to its office (card, or the chain it goes on from).
  package var introduction: [[UInt8]] = []
  /// Where chains of the content end, so that a gap can be named before anything is opened; as many as the sender cares to name.
  package var heads: [ChainHead] = []
  /// What later programs may add without a new format: whoever doesn't know a key passes over it.
  package var extensions: [Int64: CanonicalValue] = [:]

  package init(
    kind: Kind, from: UnitCode, to: [UnitCode], chain: ChainID, signingKey: [UInt8], number: Int64,
    created: CalendarDate, training: Bool, root: EventID, events: Int64, plainSize: Int64
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.chain = chain
    self.signingKey = signingKey
    self.number = number
    self.created = created
    self.training = training
    self.root = root
    self.events = events
    self.plainSize = plainSize
  }
}
