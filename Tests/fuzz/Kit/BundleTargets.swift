import LECModel
import LECStore
import TestSupport

extension FuzzTarget {
  /// The clear header: what it takes, it writes the same way.
  static let header = FuzzTarget(
    "header", share: 180, shape: .cbor(after: 0), words: ["full", "starter", "delta", "2026-11-21", "05990101"],
    seeds: {
      let office = Office.shared
      return [office.header(), office.header(.starter), office.header(.delta), office.fullHeader()].map(\.bytes)
    },
    make: {
      { input in
        let header: BundleHeader
        do { header = try BundleHeader(input) } catch { return .refused(error) }
        try BrokenPromise.unless(header.bytes == input, "a header that is read is written the same way")
        return .taken(header.extensions.count)
      }
    })

  /// The way through a whole file. The first byte says how much of it the sender has signed: nothing of what was changed, all of
  /// it, or a file that is put together here from a header and packed content of which the lengths stand in front.
  static let container = FuzzTarget(
    "container", share: 60, shape: .bytes, words: ["LEC1", "LEC2"],
    seeds: {
      let office = Office.shared
      let full = try office.file(Array("เนื้อหา".utf8)), starter = try office.file([1, 2], office.header(.starter))
      let head = office.header(size: 16).bytes
      let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x20, 16, 0x83, 0, 0, 65]
      return [
        [0] + full, [1] + full, [0] + starter, [1] + starter,
        [2, UInt8(head.count >> 8), UInt8(head.count & 255)] + head + frame,
      ]
    },
    make: {
      let office = Office.shared
      return { input in
        var feed = Feed(input)
        let file: [UInt8]
        switch feed.number() % 3 {
        case 0: file = feed.rest()
        case 1: file = office.signed(feed.rest())
        default:
          let count = feed.number() << 8 | feed.number()
          file = office.joined(feed.take(count), feed.rest())
        }
        do {
          let head = try Container.inspect(file)
          // How dear a card may be is bounded in the header; paying for it here would find nothing.
          let isCheap = head.card.map { $0.operations <= 2 && $0.memory <= 64 << 10 } ?? false
          // Content of this size is the business of `frame`.
          guard head.plainSize <= 8 << 20 else { return .taken(1) }
          let opened = try Container.open(
            file, trusting: office.signing.publicKey, secrets: [office.receiver], card: isCheap ? Office.card : nil)
          try BrokenPromise.unless(
            Int64(opened.plain.count) == head.plainSize, "content has the size that was promised")
          return .taken(2)
        } catch let error as BundleError { return .refused(error) }
      }
    })

  /// Bundles as text. After the first byte, an odd one, the checks of all lines are made right, or nothing would get past them.
  static let armour = FuzzTarget(
    "armour", share: 80, shape: .text, words: ["LECTERM+BEGIN+", "LECTERM+END+", "+", "/", "\u{200B}", "1+", "2+"],
    seeds: {
      try [0, 1, 40, 41, 200].flatMap { count in
        let text = Array(try Armor.write((0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }).utf8)
        return [[0] + text, [1] + text]
      }
    },
    make: {
      { input in
        let rest = Array(input.dropFirst())
        let text = String(decoding: (input.first ?? 0) % 2 == 0 ? rest : ArmourMending.closed(rest), as: UTF8.self)
        let file: [UInt8]
        do { file = try Armor.read(text) } catch { return .refused(error) }
        try BrokenPromise.unless(
          try Armor.read(try Armor.write(file)) == file, "armour that is read can be written and read")
        return .taken(min(file.count / 40, 4))
      }
    })
}
