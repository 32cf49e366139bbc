/// A 256-bit hash as four words: compared, hashed and stored without touching the heap.
package struct Hash32: Hashable, Comparable, Sendable {
  private let a: UInt64, b: UInt64, c: UInt64, d: UInt64

  package static let zero = Hash32(0, 0, 0, 0)

  private init(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }

  /// Reads exactly 32 bytes of an array, which is what hashing and the file give: one of these is made for every row.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self = bytes.withUnsafeBytes { raw in
      func word(_ at: Int) -> UInt64 { UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
      return Hash32(word(0), word(8), word(16), word(24))
    }
  }

  /// Reads exactly 32 bytes; nil for any other length.
  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var i = 0
    for byte in bytes {
      let value = UInt64(byte)
      switch i >> 3 {
      case 0: words.0 = words.0 << 8 | value
      case 1: words.1 = words.1 << 8 | value
      case 2: words.2 = words.2 << 8 | value
      default: words.3 = words.3 << 8 | value
      }
      i += 1
    }
    self.init(words.0, words.1, words.2, words.3)
  }

  /// The 32 bytes, most significant first, so that byte order and `<` agree.
  package var bytes: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(32)
    append(to: &out)
    return out
  }

  /// Adds the 32 bytes to a buffer that is being filled.
  package func append(to out: inout [UInt8]) {
    withUnsafeBytes(of: (a.bigEndian, b.bigEndian, c.bigEndian, d.bigEndian)) { out.append(contentsOf: $0) }
  }

  package static func < (l: Hash32, r: Hash32) -> Bool {
    if l.a != r.a { return l.a < r.a }
    if l.b != r.b { return l.b < r.b }
    if l.c != r.c { return l.c < r.c }
    return l.d < r.d
  }

  /// Lower-case hexadecimal, 64 digits.
  package var hex: String { Hex.text(bytes) }
}

/// Hexadecimal text of bytes and back.
package enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    var out: [UInt8] = []
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The bytes of an even number of hexadecimal digits; nil for anything else.
  package static func bytes(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    var high: UInt8?
    for c in text.utf8 {
      let value: UInt8
      switch c {
      case 0x30...0x39: value = c - 0x30
      case 0x61...0x66: value = c - 0x57
      case 0x41...0x46: value = c - 0x37
      default: return nil
      }
      if let h = high {
        out.append(h << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? out : nil
  }
}
