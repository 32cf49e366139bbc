/// Thai dictionary order as bytes: keys compared byte by byte give the order of the texts, so that an index can hold it.
///
/// A key is letters, 0, marks, 0, the rest. Letters come first in the order of the dictionary, a leading vowel after its consonant.
/// Marks decide between equal letters: the text whose first mark stands later comes first, then the kind of mark. Spaces, dots,
/// ฯ and ๆ decide last. Latin letters stand before digits and digits before Thai. Feed it text in the one form of `TextForm`.
package enum SortKey {
  /// The key of one text.
  package static func bytes(_ text: String) -> [UInt8] {
    var key: [UInt8] = []
    append(text, to: &key)
    return key
  }

  /// The key of a person: first names decide, surnames only between equal first names.
  package static func bytes(first: String, last: String) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity((first.utf8.count + last.utf8.count) / 2 + 16)
    append(first, to: &key)
    append(last, to: &key)
    return key
  }

  /// Adds a text to a key, to decide where all before it is equal.
  package static func append(_ text: String, to key: inout [UInt8]) {
    if !key.isEmpty { key.append(0) }
    var text = text
    text.withUTF8 { write($0, to: &key) }
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
    var hasMarks = false
    var hasRest = false
    var walk = ScalarWalk(bytes)
    while let c = walk.next() {
      if isLeadingVowel(c), let consonant = walk.peek(), isConsonant(consonant) {
        letter(consonant, to: &key)
        letter(c, to: &key)
        _ = walk.next()
      } else if markRank(c) > 0 {
        hasMarks = true
      } else if isRest(c) {
        hasRest = true
      } else {
        if isThaiDigit(c) { hasMarks = true }
        letter(c, to: &key)
      }
    }
    key.append(0)
    if hasMarks { marks(of: bytes, to: &key) }
    key.append(0)
    if hasRest { rest(of: bytes, to: &key) }
  }

  /// One byte for the letters we expect, more for others; never 0, and rising with the code point.
  private static func letter(_ c: UInt32, to key: inout [UInt8]) {
    switch c {
    case 0x30...0x39: key.append(UInt8(0x41 + c - 0x30))
    case 0x41...0x7F: key.append(UInt8(c - 0x40))
    case 0x80...0xFF:
      key.append(0x40)
      key.append(UInt8(c))
    case 0x0E50...0x0E59: key.append(UInt8(0x41 + c - 0x0E50))
    case 0x0E01...0x0E5B: key.append(UInt8(0x4C + c - 0x0E00))
    case 0x0100...0xFFFF:
      key.append(c < 0x0E00 ? 0x4B : 0xA8)
      key.append(UInt8(c >> 8))
      key.append(UInt8(c & 0xFF))
    default:
      key.append(0xA9)
      key.append(UInt8(c >> 16 & 0xFF))
      key.append(UInt8(c >> 8 & 0xFF))
      key.append(UInt8(c & 0xFF))
    }
  }

  private static func marks(of bytes: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
    var letters: UInt32 = 0
    var walk = ScalarWalk(bytes)
    while let c = walk.next() {
      let rank = markRank(c)
      if rank == 0 {
        if isRest(c) { continue }
        letters += 1
        guard isThaiDigit(c) else { continue }
      }
      // Two bytes, the first never 0: how far from the end of all places, then the kind.
      let code = (0x1FFF - min(letters, 0x1FDF)) << 3 | max(rank, 1)
      key.append(UInt8(code >> 8))
      key.append(UInt8(code & 0xFF))
    }
  }

  private static func rest(of bytes: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
    var letters: UInt32 = 0
    var walk = ScalarWalk(bytes)
    while let c = walk.next() {
      if isRest(c) {
        let code = 0xFFFF - min(letters, 0xFEFF)
        key.append(UInt8(code >> 8))
        key.append(UInt8(code & 0xFF))
        key.append(c == 0x0E2F ? 0x41 : c == 0x0E46 ? 0x42 : UInt8(c))
      } else if markRank(c) == 0 {
        letters += 1
      }
    }
  }

  /// Yamakkan, thanthakhat, maitaikhu and the four tones, in the order in which they decide; 0 for all else.
  private static func markRank(_ c: UInt32) -> UInt32 {
    switch c {
    case 0x0E4E: 1
    case 0x0E4C: 2
    case 0x0E47...0x0E4B: c - 0x0E47 + 3
    default: 0
    }
  }

  private static func isRest(_ c: UInt32) -> Bool {
    c == 0x0E2F || c == 0x0E46 || c < 0x41 && !(0x30...0x39).contains(c)
  }
  private static func isThaiDigit(_ c: UInt32) -> Bool { (0x0E50...0x0E59).contains(c) }
  private static func isLeadingVowel(_ c: UInt32) -> Bool { (0x0E40...0x0E44).contains(c) }
  private static func isConsonant(_ c: UInt32) -> Bool { (0x0E01...0x0E2E).contains(c) }
}
