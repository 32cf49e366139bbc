/// How numbers are typed before they are judged: without spaces and hyphens, Thai digits as Arabic ones, letters as capitals.
enum IdentityText {
  /// The signs that count, one byte each; any sign beyond ASCII is one `?`, so that positions stay true.
  static func squeezed(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes in
      var out: [UInt8] = []
      out.reserveCapacity(16)
      var walk = ScalarWalk(bytes)
      while let c = walk.next() {
        switch c {
        case 0x30...0x39, 0x41...0x5A: out.append(UInt8(c))
        case 0x61...0x7A: out.append(UInt8(c - 0x20))
        case 0x0E50...0x0E59: out.append(UInt8(c - 0x0E50 + 0x30))
        case 0x2D, 0x2010...0x2015, 0x2212: continue
        // Spreadsheets put an apostrophe before a number that is to stay text.
        case 0x27 where out.isEmpty: continue
        default:
          if Invisible.isBlank(c) || Invisible.isUnwanted(c) { continue }
          out.append(c < 0x80 ? UInt8(c) : 0x3F)
        }
      }
      return out
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The number that a few digits write; nil when one is no digit.
  static func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for byte in digits {
      guard isDigit(byte) else { return nil }
      value = value * 10 + UInt64(byte - 0x30)
    }
    return value
  }

  /// A number with leading zeros.
  static func padded(_ value: UInt64, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
