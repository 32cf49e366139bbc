import LECModel
import LECStore
import TestSupport

/// The keys of a sender and a receiver, always the same, and the files between them.
struct Office: Sendable {
  let signing = Sodium.signingPair(seed: [UInt8](repeating: 1, count: 32))
  let receiver: Container.BoxSecret
  let contentKey = [UInt8](repeating: 7, count: 32)
  static let card = "0123456789ABCDEFGH"
  static let shared = Office()

  private init() {
    let pair = Sodium.boxPair(seed: [UInt8](repeating: 2, count: 32))
    receiver = Container.BoxSecret(publicKey: pair.publicKey, secret: pair.secret)
  }

  func header(_ kind: BundleHeader.Kind = .full, size: Int = 0) -> BundleHeader {
    var header = BundleHeader(
      kind: kind, from: UnitCode("3099000001"), to: [UnitCode("05990101")], chain: ChainID(Fixtures.id(7).hash),
      signingKey: signing.publicKey, number: 12, created: Fixtures.now.date, training: true, root: Fixtures.id(9),
      events: 3, plainSize: Int64(size))
    header.seals = [
      .init(
        key: Container.keyID(receiver.publicKey),
        sealed: Sodium.sealBox(contentKey, to: receiver.publicKey, random: Sodium.random) ?? [])
    ]
    if kind == .starter {
      header.card = .init(
        salt: [UInt8](repeating: 3, count: 16), operations: 1, memory: 8 << 10,
        sealed: [UInt8](repeating: 4, count: 136))
    }
    return header
  }

  /// A header in which everything stands that can.
  func fullHeader() -> BundleHeader {
    var header = header(size: 5)
    header.introduction = [[1, 2, 3], [4]]
    header.heads = [ChainHead(chain: ChainID(Fixtures.id(7).hash), sequence: 40, id: Fixtures.id(8))]
    header.needs = ["digest-9"]
    header.extensions = [3: .text("ต่อไป"), 1: .map([5: .array([.null, .bool(true)]), -1: .integer(-70_000)])]
    return header
  }

  /// A whole file, as the program writes it.
  func file(_ plain: [UInt8], _ header: BundleHeader? = nil) throws -> [UInt8] {
    let head = header ?? self.header()
    let lock = Container.CardLock(secret: Self.card, cost: .quick, gifts: [UInt8](repeating: 5, count: 64))
    return try Container.write(
      head, plain: plain, recipients: [receiver.publicKey], card: head.kind == .starter ? lock : nil,
      signing: signing.secret, random: Fixtures.world().random)
  }

  /// The bytes signed anew by the sender in place of the signature they end with.
  func signed(_ file: [UInt8]) -> [UInt8] {
    let body = Array(file.dropLast(64))
    return body + (Sodium.sign(Sodium.hash(body).bytes, secret: signing.secret) ?? [])
  }

  /// A signed file of this clear header and this packed content.
  func joined(_ clear: [UInt8], _ packed: [UInt8]) -> [UInt8] {
    let box =
      Sodium.encryptStream(packed, key: contentKey, bound: Sodium.hash(clear).bytes, random: Sodium.random) ?? []
    let size = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: clear.count >> $0) }
    return signed(Container.magic + size + clear + box + [UInt8](repeating: 0, count: 64))
  }
}
