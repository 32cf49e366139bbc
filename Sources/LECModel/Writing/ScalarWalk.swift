/// Walks the code points of UTF-8 bytes that a String vouches for, without making a Character or a String on the way.
struct ScalarWalk {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The code point that `next` would give, without going there.
  func peek() -> UInt32? {
    var copy = self
    return copy.next()
  }

  mutating func next() -> UInt32? {
    guard at < bytes.count else { return nil }
    let lead = UInt32(bytes[at])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard at + length <= bytes.count else {
      at = bytes.count
      return 0xFFFD
    }
    var scalar = length == 1 ? lead : lead & (0x7F >> UInt32(length))
    for next in at + 1..<at + length { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
    at += length
    return scalar
  }
}

extension [UInt8] {
  /// Writes one code point as UTF-8.
  mutating func append(scalar c: UInt32) {
    if c < 0x80 {
      append(UInt8(c))
    } else if c < 0x800 {
      append(UInt8(0xC0 | c >> 6))
      append(UInt8(0x80 | c & 0x3F))
    } else if c < 0x1_0000 {
      append(UInt8(0xE0 | c >> 12))
      append(UInt8(0x80 | c >> 6 & 0x3F))
      append(UInt8(0x80 | c & 0x3F))
    } else {
      append(UInt8(0xF0 | c >> 18))
      append(UInt8(0x80 | c >> 12 & 0x3F))
      append(UInt8(0x80 | c >> 6 & 0x3F))
      append(UInt8(0x80 | c & 0x3F))
    }
  }
}
