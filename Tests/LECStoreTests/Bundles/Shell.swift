import LECModel
import LECStore
import TestSupport

/// A sender, a receiver and a stranger, each with keys from a seed, and files between them.
struct Shell {
  struct Machine {
    let signing: (publicKey: [UInt8], secret: [UInt8])
    let box: Container.BoxSecret

    init(_ n: UInt8) {
      signing = Sodium.signingPair(seed: [UInt8](repeating: n, count: 32))
      let pair = Sodium.boxPair(seed: [UInt8](repeating: n &+ 100, count: 32))
      box = Container.BoxSecret(publicKey: pair.publicKey, secret: pair.secret)
    }
  }

  let sender = Machine(1), receiver = Machine(2), stranger = Machine(3)
  let card = "0123456789ABCDEFGH"
  private let random = Fixtures.world().random

  func header(_ kind: BundleHeader.Kind = .full, from machine: Machine? = nil) -> BundleHeader {
    var header = BundleHeader(
      kind: kind, from: UnitCode("3099000001"), to: [UnitCode("05990101")],
      chain: ChainID(Fixtures.id(7).hash), signingKey: (machine ?? sender).signing.publicKey, number: 12,
      created: Fixtures.now.date, training: true, root: Fixtures.id(9), events: 3, plainSize: 0)
    header.introduction = [[1, 2, 3], [4]]
    header.heads = [ChainHead(chain: ChainID(Fixtures.id(7).hash), sequence: 40, id: Fixtures.id(8))]
    return header
  }

  func file(_ plain: [UInt8], header: BundleHeader? = nil) throws -> [UInt8] {
    try Container.write(
      header ?? self.header(), plain: plain, recipients: [receiver.box.publicKey, sender.box.publicKey],
      signing: sender.signing.secret, random: random)
  }

  func starter(_ plain: [UInt8]) throws -> [UInt8] {
    try Container.write(
      header(.starter), plain: plain, recipients: [sender.box.publicKey],
      card: Container.CardLock(secret: card, cost: .quick, gifts: [UInt8](repeating: 5, count: 64)),
      signing: sender.signing.secret, random: random)
  }

  func open(_ file: [UInt8]) throws(BundleError) -> Container.Opened {
    try Container.open(file, trusting: sender.signing.publicKey, secrets: [receiver.box])
  }

  /// Why a file is refused; nil when it is opened.
  func reason(_ file: [UInt8]) -> BundleError? {
    do throws(BundleError) {
      _ = try open(file)
      return nil
    } catch { return error }
  }

  /// Signs a changed file anew, as its sender or as somebody else.
  func signed(_ file: [UInt8], by machine: Machine? = nil) -> [UInt8] {
    let body = Array(file.dropLast(64))
    return body + (Sodium.sign(Sodium.hash(body).bytes, secret: (machine ?? sender).signing.secret) ?? [])
  }

  /// A file put together from a header and a box, signed by the sender.
  func joined(_ clear: [UInt8], _ box: [UInt8]) -> [UInt8] {
    let size = UInt32(clear.count).bigEndian
    let length = withUnsafeBytes(of: size) { Array($0) }
    return signed(Container.magic + length + clear + box + [UInt8](repeating: 0, count: 64))
  }

  /// Where the box begins.
  func boxStart(_ file: [UInt8]) -> Int { 8 + file[4..<8].reduce(0) { $0 << 8 | Int($1) } }

  func box(_ file: [UInt8]) -> [UInt8] { Array(file[boxStart(file)..<file.count - 64]) }

  /// A file whose packed content is given as it is, under the size that is claimed for it: what a sender could do who means harm.
  func packed(_ packed: [UInt8], claims size: Int64) -> [UInt8] {
    var header = header()
    let key = random(32)
    header.plainSize = size
    if let sealed = Sodium.sealBox(key, to: receiver.box.publicKey, random: Sodium.random) {
      header.seals = [BundleHeader.Seal(key: Container.keyID(receiver.box.publicKey), sealed: sealed)]
    }
    let clear = header.bytes
    return joined(
      clear, Sodium.encryptStream(packed, key: key, bound: Sodium.hash(clear).bytes, random: Sodium.random) ?? [])
  }

  /// Bytes that hardly pack.
  static func noise(_ count: Int, seed: UInt64 = 5) -> [UInt8] {
    var luck = Luck(seed: seed)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: luck.next()) }
  }
}
