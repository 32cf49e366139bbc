extension TextForm {
  /// The form in which text is searched: forgiving of missing tone marks, of capitals and of the kind of digits.
  ///
  /// Fold both what is searched and what is looked for. Marks U+0E47 to U+0E4E fall away; vowels stay.
  package static func fold(_ text: String) -> String {
    var text = clean(text)
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { fold(bytes, into: $0) }
    }
  }

  private static func fold(_ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var n = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x20 {
        // A mark that stood alone between two spaces leaves them side by side.
        if n > 0, out[n - 1] != 0x20 {
          out[n] = 0x20
          n += 1
        }
        i += 1
      } else if byte == 0xE0, i + 2 < bytes.count, bytes[i + 1] == 0xB9 {
        n += foldThai(bytes[i + 2], after: n, into: out)
        i += 3
      } else {
        out[n] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        n += 1
        i += 1
      }
    }
    return n > 0 && out[n - 1] == 0x20 ? n - 1 : n
  }

  /// Writes one character of U+0E40 to U+0E7F, named by its last byte; tells how many bytes that took.
  private static func foldThai(_ byte: UInt8, after n: Int, into out: UnsafeMutableBufferPointer<UInt8>) -> Int {
    switch byte {
    case 0x87...0x8E:
      return 0
    case 0x90...0x99:
      out[n] = byte - 0x90 + 0x30
      return 1
    case 0x80 where n >= 3 && out[n - 1] == 0x80 && out[n - 2] == 0xB9 && out[n - 3] == 0xE0:
      // Only a mark held these two SARA E apart.
      out[n - 1] = 0x81
      return 0
    default:
      out[n] = 0xE0
      out[n + 1] = 0xB9
      out[n + 2] = byte
      return 3
    }
  }
}
