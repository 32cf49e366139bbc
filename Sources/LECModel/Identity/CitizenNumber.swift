/// The 13-digit number of the civil register. Whoever holds one may trust its form, not that it is the child's.
package struct CitizenNumber: Hashable, Comparable, Sendable {
  package let value: UInt64

  /// Reads 13 digits, with or without spaces and hyphens, Thai or Arabic.
  package static func read(_ text: String) -> Result<CitizenNumber, IdentityProblem> {
    read(squeezed: IdentityText.squeezed(text))
  }

  static func read(squeezed bytes: [UInt8]) -> Result<CitizenNumber, IdentityProblem> {
    if let place = bytes.firstIndex(where: { !IdentityText.isDigit($0) }) {
      return .failure(.letterInside(position: place + 1))
    }
    guard bytes.count == 13, let value = IdentityText.number(bytes[...]) else {
      return .failure(.wrongLength(bytes.count))
    }
    if value < 10 { return .failure(.placeholder) }
    if bytes[0] == 0x39 { return .failure(.firstDigitNine) }
    guard checkDigit(of: value / 10) == value % 10 else { return .failure(.checkDigit) }
    return .success(CitizenNumber(value: value))
  }

  /// Adds the check digit to the first twelve digits; nil when these are no number of a person.
  package init?(first12: UInt64) {
    guard (1..<900_000_000_000).contains(first12) else { return nil }
    value = first12 * 10 + Self.checkDigit(of: first12)
  }

  private init(value: UInt64) { self.value = value }

  /// The first digit, 0 to 8: how the person came into the register. It does not tell the nationality.
  package var series: Int { Int(value / 1_000_000_000_000) }

  /// 13 digits, as stored.
  package var text: String { IdentityText.padded(value, to: 13) }

  /// As printed on cards: `1-9999-00000-01-3`.
  package var grouped: String {
    let digits = Array(text.utf8)
    var out: [UInt8] = []
    for (place, digit) in digits.enumerated() {
      if place == 1 || place == 5 || place == 10 || place == 12 { out.append(0x2D) }
      out.append(digit)
    }
    return String(decoding: out, as: UTF8.self)
  }

  package static func < (l: CitizenNumber, r: CitizenNumber) -> Bool { l.value < r.value }

  /// Weights 13 down to 2; remainders 0 and 10 both give 1, so not every slip is caught.
  private static func checkDigit(of first12: UInt64) -> UInt64 {
    var rest = first12
    var sum: UInt64 = 0
    for weight in UInt64(2)...13 {
      sum += rest % 10 * weight
      rest /= 10
    }
    return (11 - sum % 11) % 10
  }
}
