import LECModel
import LECStore
import TestSupport
import Testing

@Suite("Bundles that were damaged or changed on the way")
struct DamagedBundle_Tests {
  let shell = Shell()

  @Test("one wrong bit anywhere is noticed")
  func bits() throws {
    let file = try shell.file(Shell.noise(20_000))
    var luck = Luck(seed: 41)
    for _ in 0..<2000 {
      let at = Int.random(in: 0..<file.count, using: &luck), bit = UInt8.random(in: 0..<8, using: &luck)
      var changed = file
      changed[at] ^= 1 << bit
      #expect(shell.reason(changed) != nil, "byte \(at), bit \(bit)")
    }
  }

  @Test("every bit of the head is guarded by the signature or by its form")
  func headBits() throws {
    let file = try shell.file([1, 2, 3])
    for at in 0..<shell.boxStart(file) {
      for bit in 0..<8 {
        var changed = file
        changed[at] ^= 1 << bit
        #expect(shell.reason(changed) != nil, "byte \(at), bit \(bit)")
      }
    }
  }

  @Test("a file that ends early is refused at every length, and never as anybody's work")
  func lengths() throws {
    let file = try shell.file([1, 2, 3])
    for length in 0..<file.count {
      let reason = shell.reason(Array(file[..<length]))
      let expected: [BundleError] = length == 0 ? [.notABundle] : [.cutOff, .badSignature]
      #expect(reason.map(expected.contains) == true, "\(length): \(reason as Any)")
    }
  }

  @Test("nothing may stand after the signature")
  func trailing() throws {
    let file = try shell.file([1, 2, 3])
    for count in 1...64 {
      #expect(shell.reason(file + [UInt8](repeating: 0, count: count)) == .badSignature)
      #expect(shell.reason(file + Shell.noise(count)) == .badSignature)
    }
  }

  @Test("a file that a stranger signed anew is refused, also when he puts his own key into it")
  func stranger() throws {
    let file = try shell.file([1, 2, 3])
    #expect(shell.reason(shell.signed(file, by: shell.stranger)) == .badSignature)
    var header = try Container.inspect(file)
    header.signingKey = shell.stranger.signing.publicKey
    let own = shell.signed(shell.joined(header.bytes, shell.box(file)), by: shell.stranger)
    #expect(try Container.inspect(own).signingKey == shell.stranger.signing.publicKey)
    #expect(shell.reason(own) == .badSignature)
  }

  @Test("a box under another header does not open, even where its sender signed it anew")
  func swapped() throws {
    let one = try shell.file([1, 2, 3]), two = try shell.file([4, 5, 6])
    var header = try Container.inspect(one)
    #expect(shell.reason(shell.joined(header.bytes, shell.box(one))) == nil)
    #expect(shell.reason(shell.joined(header.bytes, shell.box(two))) == .damaged)
    header.to = [UnitCode("06990102")]
    #expect(shell.reason(shell.joined(header.bytes, shell.box(one))) == .damaged)
    header = try Container.inspect(one)
    header.number += 1
    #expect(shell.reason(shell.joined(header.bytes, shell.box(one))) == .damaged)
  }

  @Test("pieces of a box that were moved, doubled, left out or taken from another box are noticed")
  func spliced() throws {
    let one = try shell.file(Shell.noise(300_000)), two = try shell.file(Shell.noise(300_000, seed: 6))
    let clear = try Container.inspect(one).bytes
    let piece = 65_536 + 17
    let a = shell.box(one), b = shell.box(two)
    let head = Array(a[..<24])
    let pieces = stride(from: 24, to: a.count, by: piece).map { Array(a[$0..<min($0 + piece, a.count)]) }
    let others = stride(from: 24, to: b.count, by: piece).map { Array(b[$0..<min($0 + piece, b.count)]) }
    #expect(pieces.count == 5)
    func reason(_ order: [[UInt8]]) -> BundleError? { shell.reason(shell.joined(clear, head + order.flatMap { $0 })) }
    #expect(reason(pieces) == nil)
    #expect(reason([pieces[1], pieces[0]] + pieces[2...]) == .damaged)
    #expect(reason(Array(pieces[..<2]) + [pieces[1]] + pieces[2...]) == .damaged)
    #expect(reason(Array(pieces.dropFirst())) == .damaged)
    #expect(reason(Array(pieces.dropLast())) == .damaged)
    #expect(reason([pieces[0], others[1]] + pieces[2...]) == .damaged)
    #expect(reason(pieces + [pieces[4]]) == .damaged)
    #expect(reason([]) == .damaged)
  }

  @Test("nothing may stand behind the last piece, also where that is as long as the others")
  func behindTheLast() throws {
    // A frame of one block that is not packed, 65536 bytes in all, so that it fills its piece.
    let count = 65_536 - 17
    var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xC0, 0x58]
    for i in 0..<8 { frame.append(UInt8(truncatingIfNeeded: count >> (i * 8))) }
    for shift in [0, 8, 16] { frame.append(UInt8(truncatingIfNeeded: (count << 3 | 1) >> shift)) }
    frame += Shell.noise(count)
    let file = shell.packed(frame, claims: Int64(count))
    #expect(shell.reason(file) == nil)
    let clear = try Container.inspect(file).bytes, box = shell.box(file)
    #expect(box.count == 24 + 65_553)
    for more in [1, 17, 18, 65_553] { #expect(shell.reason(shell.joined(clear, box + Shell.noise(more))) == .damaged) }
    #expect(shell.reason(shell.joined(clear, box + box[24...])) == .damaged)
  }

  @Test("bits of the box are guarded even against a sender that signs the damage")
  func signedDamage() throws {
    let file = try shell.file(Shell.noise(2000))
    for at in shell.boxStart(file)..<file.count - 64 {
      var changed = file
      changed[at] ^= 1
      #expect(shell.reason(shell.signed(changed)) == .damaged, "byte \(at)")
    }
  }
}
