/// Finds where text stops being UTF-8. Written out because it looks at every byte of an import before anything else does.
enum UTF8Check {
  /// The place of the first byte that can't be UTF-8, or nil where all is well.
  static func firstFault(_ raw: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    let count = raw.count
    var at = start
    while at < count {
      let byte = raw[at]
      if byte < 0x80 {
        at += 1
        while at + 8 <= count, raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 {
          at += 8
        }
        continue
      }
      let length = sequence(raw, at)
      guard length > 0 else { return at }
      at += length
    }
    return nil
  }

  /// Whether the bytes from here to the end are the beginning of a letter whose rest is missing.
  static func isCutOff(_ raw: UnsafeRawBufferPointer, at start: Int) -> Bool {
    let rest = raw.count - start
    guard rest > 0, rest < expected(raw[start]) else { return false }
    return rest == 1 || (allowsSecond(raw[start], raw[start + 1]) && (rest == 2 || isTail(raw[start + 2])))
  }

  /// The length of the letter that begins here, 0 if none does.
  private static func sequence(_ raw: UnsafeRawBufferPointer, _ at: Int) -> Int {
    let length = expected(raw[at])
    guard length > 0, at + length <= raw.count, allowsSecond(raw[at], raw[at + 1]) else { return 0 }
    if length > 2, !isTail(raw[at + 2]) { return 0 }
    if length > 3, !isTail(raw[at + 3]) { return 0 }
    return length
  }

  private static func expected(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// The second byte rules out overlong forms, surrogates and what lies past the last code point.
  private static func allowsSecond(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xE0: (0xA0...0xBF).contains(second)
    case 0xED: (0x80...0x9F).contains(second)
    case 0xF0: (0x90...0xBF).contains(second)
    case 0xF4: (0x80...0x8F).contains(second)
    default: isTail(second)
    }
  }

  private static func isTail(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
