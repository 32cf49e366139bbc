/// Reading the twelve digits back, as somebody types what is said on the telephone.
extension Fingerprint {
  package enum Fault: Error, Equatable, Sendable {
    case tooShort(missing: Int)
    case tooLong
    case strange(character: String)
  }

  /// Reads digits, Thai or Arabic, with spaces and hyphens anywhere, into the form of `text`.
  package static func read(_ typed: String) -> Result<String, Fault> {
    var digits: [Character] = []
    for character in ThaiDigits.ascii(TextForm.clean(typed)) where character != " " && character != "-" {
      guard ("0"..."9").contains(character) else { return .failure(.strange(character: String(character))) }
      digits.append(character)
    }
    if digits.count < 12 { return .failure(.tooShort(missing: 12 - digits.count)) }
    if digits.count > 12 { return .failure(.tooLong) }
    return .success(stride(from: 0, to: 12, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: " "))
  }

  /// Whether the digits that were typed are those of the hash.
  package static func matches(_ typed: String, _ hash: Hash32) -> Bool { (try? read(typed).get()) == text(hash) }
}
