/// Thai digits (๐ to ๙) and Arabic digits, each turned into the other and all else left alone.
package enum ThaiDigits {
  /// Arabic digits, as numbers are stored and computed with.
  package static func ascii(_ text: String) -> String {
    guard text.utf8.contains(0xE0) else { return text }
    var text = text
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { out in
        var n = 0
        var i = 0
        while i < bytes.count {
          if bytes[i] == 0xE0, i + 2 < bytes.count, bytes[i + 1] == 0xB9, (0x90...0x99).contains(bytes[i + 2]) {
            out[n] = bytes[i + 2] - 0x90 + 0x30
            i += 3
          } else {
            out[n] = bytes[i]
            i += 1
          }
          n += 1
        }
        return n
      }
    }
  }

  /// Thai digits, as official papers may show them.
  package static func thai(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count * 3)
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        out.append(scalar: 0x0E50 + UInt32(byte - 0x30))
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
