/// The secret on a card: 80 random bits as sixteen letters and digits that can't be mistaken for one another, and two more that
/// show a slip of the pen: one wrong character, or two that changed places.
package struct CardCode: Equatable, Sendable {
  package static let randomBytes = 10
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)
  private static let length = 18

  /// The eighteen characters without hyphens: what is stretched into a key.
  package let text: String

  package init?(random: [UInt8]) {
    guard random.count == Self.randomBytes else { return nil }
    var digits: [UInt32] = []
    var buffer: UInt32 = 0, bits: UInt32 = 0
    for byte in random {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        digits.append(buffer >> bits & 31)
        buffer &= (1 << bits) - 1
      }
    }
    text = Self.text(digits + Self.check(digits))
  }

  /// What is wrong with a code that was typed.
  package enum Fault: Error, Equatable, Sendable {
    case tooShort(missing: Int)
    case tooLong
    case strange(character: String)
    case mistyped
  }

  /// Reads what people type: small letters, spaces, hyphens, Thai digits, O for 0, I or L for 1.
  package static func read(_ typed: String) -> Result<CardCode, Fault> {
    var digits: [UInt32] = []
    for scalar in TextForm.clean(typed).unicodeScalars where !isBetween(scalar) {
      guard let value = value(of: scalar) else { return .failure(.strange(character: String(scalar))) }
      digits.append(value)
    }
    if digits.count < length { return .failure(.tooShort(missing: length - digits.count)) }
    if digits.count > length { return .failure(.tooLong) }
    guard check(Array(digits.prefix(16))) == Array(digits.suffix(2)) else { return .failure(.mistyped) }
    return .success(CardCode(known: Self.text(digits)))
  }

  /// For the eye: groups of four, the check at the end.
  package var shown: String {
    var out = ""
    for (i, character) in text.enumerated() {
      if i > 0, i % 4 == 0 { out += "-" }
      out.append(character)
    }
    return out
  }

  private init(known: String) { text = known }

  /// A space, or a hyphen or dash of any kind: what paper and word processors put between the groups.
  private static func isBetween(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "-" || ("\u{2010}"..."\u{2015}").contains(scalar) || scalar == "\u{2212}"
  }

  private static func value(of scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "o", "O": return 0
    case "i", "I", "l", "L": return 1
    case "\u{0E50}"..."\u{0E59}": return scalar.value - 0x0E50
    case "a"..."z": return alphabet.firstIndex { $0.value == scalar.value - 32 }.map(UInt32.init)
    default: return alphabet.firstIndex(of: scalar).map(UInt32.init)
    }
  }

  /// The number modulo 1021, a prime just below 32 x 32.
  private static func check(_ digits: [UInt32]) -> [UInt32] {
    let rest = digits.reduce(0) { ($0 * 32 + $1) % 1021 }
    return [rest / 32, rest % 32]
  }

  private static func text(_ digits: [UInt32]) -> String {
    var out = String.UnicodeScalarView()
    for digit in digits { out.append(alphabet[Int(digit)]) }
    return String(out)
  }
}

/// Twelve digits of a hash, to be read out over the telephone.
package enum Fingerprint {
  package static func text(_ hash: Hash32) -> String {
    var number: UInt64 = 0
    for byte in hash.bytes.prefix(8) { number = number << 8 | UInt64(byte) }
    let digits = String(number % 1_000_000_000_000)
    let padded = Array(String(repeating: "0", count: 12 - digits.count) + digits)
    return String(padded[0..<4]) + " " + String(padded[4..<8]) + " " + String(padded[8..<12])
  }
}
