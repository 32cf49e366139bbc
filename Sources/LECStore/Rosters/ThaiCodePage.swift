/// TIS-620 as Windows writes it (code page 874): one byte a letter, still the habit of older school programs.
enum ThaiCodePage {
  /// The code point a byte stands for; nil for the bytes the code page leaves empty.
  static func scalar(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x00...0x7F: UInt32(byte)
    case 0x80: 0x20AC
    case 0x85: 0x2026
    case 0x91: 0x2018
    case 0x92: 0x2019
    case 0x93: 0x201C
    case 0x94: 0x201D
    case 0x95: 0x2022
    case 0x96: 0x2013
    case 0x97: 0x2014
    case 0xA0: 0x00A0
    case 0xA1...0xDA, 0xDF...0xFB: 0x0E00 + UInt32(byte - 0xA0)
    default: nil
    }
  }

  /// The whole text as UTF-8. Bytes that mean nothing must have been ruled out; they become U+FFFD.
  static func decode(_ raw: UnsafeRawBufferPointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: raw.count * 3) { buffer, filled in
      for byte in raw {
        if byte < 0x80 {
          buffer[filled] = byte
          filled += 1
        } else {
          UTF8Bytes.put(scalar(byte) ?? 0xFFFD, in: buffer, at: &filled)
        }
      }
    }
  }

  /// What speaks for and against this code page in bytes that are not UTF-8.
  struct Evidence {
    var highBytes = 0
    var firstHigh: Int?
    /// The first byte the code page leaves empty.
    var firstEmpty: Int?
    /// Three-byte groups that would be Thai letters in UTF-8: many of them mean a damaged UTF-8 file.
    var thaiInUTF8 = 0
    /// Upper and lower marks right after a Latin letter: no Thai text, rather an accented letter of another code page.
    var marksOnLatin = 0

    init(_ raw: UnsafeRawBufferPointer) {
      var before: UInt8 = 0
      for (at, byte) in raw.enumerated() {
        if byte >= 0x80 {
          highBytes += 1
          if firstHigh == nil { firstHigh = at }
          if firstEmpty == nil, scalar(byte) == nil { firstEmpty = at }
          if Self.isMark(byte), Self.isLatin(before) { marksOnLatin += 1 }
          if byte == 0xE0, at + 2 < raw.count, raw[at + 1] == 0xB8 || raw[at + 1] == 0xB9, raw[at + 2] & 0xC0 == 0x80 {
            thaiInUTF8 += 1
          }
        }
        before = byte
      }
    }

    var looksLikeUTF8: Bool { thaiInUTF8 * 6 > highBytes }
    var looksLatin: Bool { marksOnLatin * 2 > highBytes }

    private static func isLatin(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
    private static func isMark(_ byte: UInt8) -> Bool {
      byte == 0xD1 || (0xD4...0xDA).contains(byte) || (0xE7...0xEE).contains(byte)
    }
  }
}
