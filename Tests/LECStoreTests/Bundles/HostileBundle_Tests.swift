import LECModel
import LECStore
import TestSupport
import Testing

@Suite("Bundles that somebody made to do harm")
struct HostileBundle_Tests {
  let shell = Shell()

  /// A frame of repeated letters in blocks of 128 KiB, which says of itself what it is told to.
  private func runs(blocks: Int, claims: UInt64, window: UInt8 = 0x58) -> [UInt8] {
    var out: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xC0, window]
    for i in 0..<8 { out.append(UInt8(truncatingIfNeeded: claims >> (UInt64(i) * 8))) }
    for i in 0..<blocks {
      let head = (128 << 10) << 3 | 1 << 1 | (i == blocks - 1 ? 1 : 0)
      for shift in [0, 8, 16] { out.append(UInt8(truncatingIfNeeded: head >> shift)) }
      out.append(0x41)
    }
    return out
  }

  @Test("packed content made by hand is taken when everything about it is true")
  func honest() throws {
    #expect(try shell.open(shell.packed(runs(blocks: 8, claims: 1 << 20), claims: 1 << 20)).plain.count == 1 << 20)
  }

  @Test("a kilobyte that says it is ten gigabytes is refused by its header")
  func bomb() {
    let file = shell.packed(runs(blocks: 250, claims: 10 << 30), claims: 10 << 30)
    #expect(file.count < 2000)
    #expect(throws: BundleError.bomb) { try Container.inspect(file) }
    #expect(shell.reason(file) == .bomb)
    #expect(shell.reason(shell.packed(runs(blocks: 8, claims: 10 << 30), claims: 1 << 20)) == .bomb)
    #expect(shell.reason(shell.packed(runs(blocks: 8, claims: 1 << 20), claims: 2 << 20)) == .bomb)
  }

  @Test("content that goes on beyond what was promised, or ends before it, is refused")
  func wrongSize() {
    #expect(shell.reason(shell.packed(runs(blocks: 9, claims: 1 << 20), claims: 1 << 20)) != nil)
    #expect(shell.reason(shell.packed(runs(blocks: 2000, claims: 1 << 20), claims: 1 << 20)) != nil)
    #expect(shell.reason(shell.packed(runs(blocks: 7, claims: 1 << 20), claims: 1 << 20)) == .damaged)
    #expect(shell.reason(shell.packed(runs(blocks: 1, claims: 16 << 20), claims: 16 << 20)) == .damaged)
    #expect(shell.reason(shell.packed(runs(blocks: 1, claims: 17 << 20), claims: 17 << 20)) == .bomb)
  }

  @Test("content that asks for a large window is refused")
  func window() {
    // 0x68 is 8 MiB, one step more is 9 MiB, 0xA8 is 2 GiB.
    #expect(shell.reason(shell.packed(runs(blocks: 8, claims: 1 << 20, window: 0x68), claims: 1 << 20)) == nil)
    #expect(shell.reason(shell.packed(runs(blocks: 8, claims: 1 << 20, window: 0x69), claims: 1 << 20)) == .bomb)
    #expect(shell.reason(shell.packed(runs(blocks: 8, claims: 1 << 20, window: 0xA8), claims: 1 << 20)) == .bomb)
    let single: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xA0, 0, 0, 0, 1, 1, 0, 0]
    #expect(shell.reason(shell.packed(single, claims: 16 << 20)) == .bomb)
  }

  @Test("a second frame, a frame to be skipped, bytes after the frame and no frame at all are refused")
  func frames() {
    let one = runs(blocks: 1, claims: 128 << 10)
    #expect(shell.reason(shell.packed(one, claims: 128 << 10)) == nil)
    #expect(shell.reason(shell.packed(one + one, claims: 128 << 10)) == .damaged)
    #expect(shell.reason(shell.packed(one + one, claims: 256 << 10)) == .bomb)
    #expect(shell.reason(shell.packed(one + [0], claims: 128 << 10)) == .damaged)
    let skipped: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 1, 0, 0, 0, 7]
    #expect(shell.reason(shell.packed(skipped, claims: 0)) == .damaged)
    #expect(shell.reason(shell.packed(skipped + one, claims: 128 << 10)) == .damaged)
    #expect(shell.reason(shell.packed(one + skipped, claims: 128 << 10)) == .damaged)
    #expect(shell.reason(shell.packed([], claims: 0)) == .damaged)
    #expect(shell.reason(shell.packed(Array("no frame".utf8), claims: 8)) == .damaged)
  }

  @Test("packed content with any byte changed is opened or refused, and stops nothing")
  func changedFrames() {
    let whole = runs(blocks: 3, claims: 384 << 10)
    for at in whole.indices {
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var changed = whole
        changed[at] = value
        if let opened = try? shell.open(shell.packed(changed, claims: 384 << 10)) {
          #expect(opened.plain.count == 384 << 10)
        }
      }
    }
  }

  @Test("headers that claim what cannot be are refused")
  func claims() {
    func reason(_ change: (inout BundleHeader) -> Void) -> BundleError? {
      var header = shell.header()
      change(&header)
      return shell.reason(shell.joined(header.bytes, [UInt8](repeating: 0, count: 100)))
    }
    #expect(reason { _ in } == .notForYou)
    #expect(reason { $0.events = 2_000_001 } == .badHeader)
    #expect(reason { $0.events = -1 } == .badHeader)
    #expect(reason { $0.number = 1 << 53 } == .badHeader)
    #expect(reason { $0.plainSize = -1 } == .badHeader)
    #expect(reason { $0.plainSize = .max } == .bomb)
    #expect(reason { $0.signingKey = [1] } == .badHeader)
    #expect(reason { $0.from = UnitCode("") } == .badHeader)
    #expect(reason { $0.from = UnitCode("..") } == .badHeader)
    #expect(reason { $0.to = [UnitCode("\u{202E}05")] } == .badHeader)
    #expect(reason { $0.to = Array(repeating: UnitCode("05990101"), count: 17) } == .badHeader)
    #expect(reason { $0.needs = ["Ä"] } == .badHeader)
    #expect(reason { $0.heads = Array(repeating: $0.heads[0], count: 1025) } == .badHeader)
    #expect(reason { $0.introduction = [Shell.noise(65_537)] } == .badHeader)
    #expect(reason { $0.kind = .starter } == .badHeader)
    let seal = BundleHeader.Seal(key: [UInt8](repeating: 1, count: 8), sealed: [UInt8](repeating: 1, count: 80))
    #expect(reason { $0.seals = Array(repeating: seal, count: 18) } == .badHeader)
    #expect(reason { $0.seals = [BundleHeader.Seal(key: seal.key, sealed: [1])] } == .badHeader)
    let sealed = [UInt8](repeating: 1, count: 136)
    #expect(
      reason {
        $0.kind = .starter
        $0.card = .init(salt: [UInt8](repeating: 1, count: 16), operations: 3, memory: 1 << 40, sealed: sealed)
      } == .badHeader)
  }

  @Test("a header with a key that nobody knows is refused, and one that asks for a later format is for a newer program")
  func unknownKeys() {
    var bytes = shell.header().bytes
    bytes[0] = 0xB2
    #expect(shell.reason(shell.joined(bytes + [0x18, 0x63, 0], [UInt8](repeating: 0, count: 100))) == .badHeader)
    var newer = shell.header().bytes
    newer[2] = 2
    #expect(shell.reason(shell.joined(newer, [UInt8](repeating: 0, count: 100))) == .newerFormat)
    newer[2] = 0
    #expect(shell.reason(shell.joined(newer, [UInt8](repeating: 0, count: 100))) == .badHeader)
  }

  @Test("files that are something else are told from bundles of a later program")
  func otherFiles() {
    #expect(shell.reason(Array("LEC2 and whatever follows".utf8)) == .newerFormat)
    #expect(shell.reason(Array("LECTURE".utf8)) == .notABundle)
    #expect(shell.reason(Array("PK\u{3}\u{4}".utf8)) == .notABundle)
    #expect(shell.reason([UInt8](repeating: 0, count: Container.largestFile + 1)) == .tooLarge)
    #expect(shell.reason(Container.magic + [0xFF, 0xFF, 0xFF, 0xFF] + Shell.noise(100)) == .badHeader)
  }

  @Test("whatever the bytes are, the answer is a reason and never a crash")
  func fuzz() throws {
    let file = try shell.file(Shell.noise(500)), starter = try shell.starter([1, 2, 3])
    var luck = Luck(seed: 97)
    for round in 0..<4000 {
      var bytes = round % 3 == 0 ? starter : file
      for _ in 0..<Int.random(in: 1...6, using: &luck) {
        let at = Int.random(in: 4..<bytes.count - 64, using: &luck)
        switch Int.random(in: 0..<4, using: &luck) {
        case 0: bytes[at] = UInt8.random(in: .min ... .max, using: &luck)
        case 1: bytes.insert(UInt8.random(in: .min ... .max, using: &luck), at: at)
        case 2: bytes.remove(at: at)
        default: bytes.replaceSubrange(at..<min(at + 9, bytes.count), with: Shell.noise(9, seed: luck.next()))
        }
      }
      // Signed anew, so that every step behind the signature is reached too.
      _ = shell.reason(bytes)
      _ = shell.reason(shell.signed(bytes))
      _ = try? Container.inspect(Shell.noise(Int.random(in: 0..<300, using: &luck), seed: luck.next()))
      _ = try? Container.inspect(Container.magic + [0, 0, 0, 90] + Shell.noise(200, seed: luck.next()))
    }
  }
}
