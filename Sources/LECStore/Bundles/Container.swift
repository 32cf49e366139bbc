import LECModel

/// The outer shell of a bundle: `LEC1`, the clear header, the encrypted content, one signature over all of that, nothing after.
///
/// It is read strictly in this order: size, header, (the caller says whose key to trust), signature, content key, decryption,
/// bounded expansion (`BundleStep`). Whoever is not a known sender never reaches the decryption, and nobody the expansion of more
/// than was signed.
package enum Container {
  package static let largestFile = 64 << 20
  package static let largestPlain = 256 << 20
  /// What a small file can come to at most: entries have hashes and salts in them, which nothing packs so small.
  static func largestPlain(ofFile size: Int) -> Int64 { Int64(16 << 20) + 256 * Int64(size) }
  package static let largestHeader = 256 << 10
  package static let mostRecipients = 16
  package static let magic: [UInt8] = Array("LEC1".utf8)
  static let signatureSize = 64
  /// The secret with which a machine joins once; what a starter file is for.
  static let enrolmentSize = 64
  /// The features that `needs` may name and this program knows.
  static let knownNeeds: Set<String> = []

  /// A key that the content can be opened with: a machine's or a unit's box key.
  package struct BoxSecret: Sendable {
    package var publicKey: [UInt8]
    package var secret: [UInt8]

    package init(publicKey: [UInt8], secret: [UInt8]) {
      self.publicKey = publicKey
      self.secret = secret
    }
  }

  /// How a starter file is locked: the card's secret, and what the card's holder finds beside the content key.
  package struct CardLock: Sendable {
    package var secret: String
    package var cost: Sodium.Cost
    /// The one-use enrolment secret (64 bytes), and for a further machine of a receiving unit its box secret (32 bytes).
    package var gifts: [UInt8]

    package init(secret: String, cost: Sodium.Cost, gifts: [UInt8]) {
      self.secret = secret
      self.cost = cost
      self.gifts = gifts
    }
  }

  /// What was in a file.
  package struct Opened: Sendable {
    package var header: BundleHeader
    package var plain: [UInt8]
    package var gifts: [UInt8]
  }

  /// Makes a file. The header's seals and sizes are filled in here.
  package static func write(
    _ header: BundleHeader, plain: [UInt8], recipients: [[UInt8]], card: CardLock? = nil,
    signing: [UInt8], random: (Int) -> [UInt8]
  ) throws(BundleError) -> [UInt8] {
    guard plain.count <= largestPlain, recipients.count <= mostRecipients + 1 else { throw .tooLarge }
    var header = header
    header.card = nil
    // A file that its own header doesn't fit could be opened by nobody.
    guard Array(signing.suffix(32)) == header.signingKey || header.kind == .delta else { throw .badSignature }
    let key = random(Sodium.streamKeySize)
    header.plainSize = Int64(plain.count)
    header.seals = []
    for recipient in recipients {
      guard let sealed = Sodium.sealBox(key, to: recipient, random: random) else { throw .badHeader }
      header.seals.append(BundleHeader.Seal(key: keyID(recipient), sealed: sealed))
    }
    if let card {
      let salt = random(16)
      guard let stretched = Sodium.stretch(card.secret, salt: salt, cost: card.cost) else { throw .badCard }
      header.card = BundleHeader.CardSeal(
        salt: salt, operations: Int64(card.cost.operations), memory: Int64(card.cost.memory),
        sealed: Sodium.seal(key + card.gifts, key: stretched, random: random))
    }
    let clear = header.bytes
    guard clear.count <= largestHeader else { throw .tooLarge }
    // What no reader would take is not written either.
    guard try BundleHeader(clear) == header else { throw .badHeader }
    guard let packed = Zstd.pack(plain),
      let box = Sodium.encryptStream(packed, key: key, bound: Sodium.hash(clear).bytes, random: random)
    else { throw .damaged }
    var out = magic
    for shift in [24, 16, 8, 0] { out.append(UInt8(truncatingIfNeeded: clear.count >> shift)) }
    out += clear
    out += box
    guard out.count + signatureSize <= largestFile else { throw .tooLarge }
    guard let signature = Sodium.sign(Sodium.hash(out).bytes, secret: signing) else { throw .badSignature }
    return out + signature
  }

  /// Reads the clear header and nothing else. Nobody has vouched for what it says.
  package static func inspect(_ file: [UInt8]) throws(BundleError) -> BundleHeader {
    try BundleStep.Parsed(file).header
  }

  /// Opens a file from a sender whose key is known; the caller looked the key up by the header's chain.
  package static func open(
    _ file: [UInt8], trusting signingKey: [UInt8], secrets: [BoxSecret], card: String? = nil
  ) throws(BundleError) -> Opened {
    try BundleStep.Parsed(file).verified(by: signingKey).decrypted(secrets, card: card).expanded()
  }

  /// Whether the key that the header names has signed the file. That makes nobody known: it only tells damage from strangers.
  static func isIntact(_ file: [UInt8]) -> Bool {
    guard let parsed = try? BundleStep.Parsed(file) else { return false }
    return (try? parsed.verified(by: parsed.header.signingKey)) != nil
  }

  /// How a header names a box key: enough to find one's own, and no more.
  package static func keyID(_ publicKey: [UInt8]) -> [UInt8] { Array(Sodium.hash(publicKey).bytes.prefix(8)) }
}
