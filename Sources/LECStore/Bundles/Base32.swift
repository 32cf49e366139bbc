/// Bytes as Crockford's 32 letters and digits, in one form only: capitals, and no bit set that no byte has.
enum Base32 {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  static func write(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var buffer: UInt32 = 0, bits: UInt32 = 0
    for byte in bytes {
      buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        out.append(alphabet[Int(buffer >> bits & 31)])
      }
    }
    if bits > 0 { out.append(alphabet[Int(buffer << (5 - bits) & 31)]) }
    return out
  }

  /// Five characters for a check of 24 bits, the highest of 25 bits being zero.
  static func write(check: UInt32) -> [UInt8] {
    [20, 15, 10, 5, 0].map { alphabet[Int(check >> UInt32($0) & 31)] }
  }

  static func read(_ characters: some Sequence<UInt8>) -> [UInt8]? {
    var out: [UInt8] = []
    var buffer: UInt32 = 0, bits: UInt32 = 0
    for character in characters {
      let value = values[Int(character)]
      guard value < 32 else { return nil }
      buffer = (buffer << 5 | UInt32(value)) & 0xFFFF
      bits += 5
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: buffer >> bits))
      }
    }
    // What is left are zeros that fill the last character; a whole character of them would be a second form.
    guard bits < 5, buffer & ((1 << bits) - 1) == 0 else { return nil }
    return out
  }
}
