import LECModel
import TestSupport

/// Changes inputs a little, by its seed alone: as bytes, as the words that readers look for, and as CBOR that stays CBOR.
package struct Mutator {
  private var luck: Luck
  private let target: FuzzTarget
  private static let edges: [UInt8] = [
    0, 1, 0x17, 0x18, 0x19, 0x1A, 0x1B, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xF6, 0xFE, 0xFF,
  ]

  package init(_ target: FuzzTarget, seed: UInt64) {
    self.target = target
    luck = Luck(seed: seed)
  }

  package mutating func below(_ count: Int) -> Int { count <= 1 ? 0 : Int.random(in: 0..<count, using: &luck) }

  /// One input made of another, and now and then of two.
  package mutating func mutate(_ input: [UInt8], with other: [UInt8]) -> [UInt8] {
    if case .cbor(let after) = target.shape, below(3) > 0, let changed = tree(input, other, after) {
      return Array(changed.prefix(target.longest))
    }
    var out = input
    for _ in 0...below(4) { change(&out, other) }
    return Array(out.prefix(target.longest))
  }

  private mutating func change(_ out: inout [UInt8], _ other: [UInt8]) {
    let at = below(out.count + 1), length = min(1 + below(below(2) == 0 ? 4 : 64), out.count - at)
    switch below(9) {
    case 0: if at < out.count { out[at] ^= 1 << UInt8(below(8)) }
    case 1: if at < out.count { out[at] = Self.edges[below(Self.edges.count)] }
    case 2: if at < out.count { out[at] = UInt8(truncatingIfNeeded: luck.next()) }
    case 3: out.insert(contentsOf: (0...below(8)).map { _ in Self.edges[below(Self.edges.count)] }, at: at)
    case 4: out.removeSubrange(at..<at + length)
    case 5: out.insert(contentsOf: out[at..<at + length], at: below(out.count + 1))
    case 6:
      let from = below(other.count + 1), count = min(below(256), other.count - from)
      out.replaceSubrange(at..<at + (below(2) == 0 ? length : 0), with: other[from..<from + count])
    case 7: if !target.words.isEmpty { out.insert(contentsOf: target.words[below(target.words.count)].utf8, at: at) }
    default: out.replaceSubrange(at..<at + length, with: [UInt8](repeating: out[safe: at] ?? 0, count: below(300)))
    }
  }

  // MARK: CBOR

  /// The same with one or two values changed; nil when it is no CBOR.
  private mutating func tree(_ input: [UInt8], _ other: [UInt8], _ after: Int) -> [UInt8]? {
    guard input.count > after, var value = try? CanonicalReader.read(Array(input[after...])) else { return nil }
    let lender = other.count > after ? try? CanonicalReader.read(Array(other[after...])) : nil
    for _ in 0...below(2) {
      let number = below(value.count)
      let lent = lender.map { $0.value(below($0.count)) } ?? edge()
      value = value.replacing(number) { altered($0, lent) }
    }
    var out = value.written
    // Lengths that lie and numbers written too long can't be said in a tree.
    if below(6) == 0, !out.isEmpty { out[below(out.count)] ^= [1, 2, 0x18, 0x1F, 0x20, 0x40, 0x80][below(7)] }
    return Array(input[..<after]) + out
  }

  private mutating func altered(_ value: CanonicalValue, _ lent: CanonicalValue) -> CanonicalValue {
    switch (value, below(4)) {
    case (_, 0): return edge()
    case (_, 1): return lent
    case (.array(var items), _):
      let at = below(items.count + 1)
      switch below(4) {
      case 0: items.insert(lent, at: at)
      case 1: if at < items.count { items.remove(at: at) }
      case 2:
        if at < items.count { items.insert(contentsOf: Array(repeating: items[at], count: 1 + below(20)), at: at) }
      default: if items.count > 1 { items.swapAt(below(items.count), below(items.count)) }
      }
      return .array(items)
    case (.map(var items), _):
      let keys = items.keys.sorted()
      if below(2) == 0 {
        items[Int64(below(24)) - 2] = lent
      } else {
        items[keys.isEmpty ? 0 : keys[below(keys.count)]] = nil
      }
      return .map(items)
    case (.integer(let number), _): return .integer(number &+ [1, -1, 2, 1 << 8, 1 << 31, 1 << 53][below(6)])
    case (.text(let text), _):
      return .text(below(2) == 0 ? text + text.prefix(below(20)) : String(text.unicodeScalars.dropFirst(below(3))))
    case (.bytes(let bytes), _):
      return .bytes(below(2) == 0 ? Array(bytes.dropLast()) : bytes.map { below(8) == 0 ? $0 ^ 1 : $0 })
    case (.bool(let flag), _): return .bool(!flag)
    default: return lent
    }
  }

  /// A value at the end of what a reader takes, or just beyond.
  private mutating func edge() -> CanonicalValue {
    switch below(8) {
    case 0, 1:
      let edges: [Int64] = [
        0, -1, 1, 23, 24, 255, 256, .max, .min, 1 << 32, 1 << 53, (1 << 53) - 1, -(1 << 53), 2_000_000,
      ]
      return .integer(edges[below(edges.count)])
    case 2, 3: return .text(text())
    case 4: return .bytes([UInt8](repeating: UInt8(below(256)), count: [0, 1, 8, 16, 32, 64, 80, 255][below(8)]))
    case 5: return .array((0..<below(4)).map { .integer(Int64($0)) })
    case 6: return [.null, .bool(true), .bool(false), .map([:]), .map([1: .null])][below(5)]
    default: return .array([.array([.array([.array([.array([.array([.array([.null])])])])])])])
    }
  }

  private mutating func text() -> String {
    let texts = [
      "", "0", "-1", "9223372036854775807/9223372036854775807", "1/1", "0001-01-01", "9999-12-31", "2567/2",
      "9223372036854775807", "-9223372036854775808", "\u{0}", "\u{202E}", "ก่ำ", "e\u{301}\u{301}",
      "\u{1F468}\u{200D}\u{1F469}",
      "=1+1", String(repeating: "ก", count: 400), "3099000001", "05990101", "p1", "enrolled", "students", "basics",
      "others",
    ]
    return below(4) == 0 && !target.words.isEmpty ? target.words[below(target.words.count)] : texts[below(texts.count)]
  }
}

extension Array {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
