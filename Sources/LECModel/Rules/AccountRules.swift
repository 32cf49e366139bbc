/// Rules AU: who may act at all.
enum AccountRules {
  /// AU-06. At the first log-in a person makes a profile before anything else.
  /// Letters: S20a/b G 5.1(3).
  static func profileIsMadeFirst(_ s: Situation) -> Ruling {
    s.hasProfile ? .allowed : .refused(Refusal(.noProfile, .au06, level: .institution))
  }

  /// AU-04. The account is the institution's own; it reaches no other unit.
  /// Letters: S20a/b G 5.1(1) note.
  static func staysInOwnUnit(_ s: Situation) -> Ruling {
    s.ownUnit ? .allowed : .refused(Refusal(.notYourUnit, .au04, level: .authority, lifter: s.parent))
  }

  /// SC-08. Each level has its own work: rosters belong to institutions, the counts of other affiliations to local authorities.
  /// Letters: S20a/b G 2; S21 G 2.
  static func staysAtOwnLevel(_ act: Act, _ s: Situation) -> Ruling {
    guard let dataset = act.edits else { return .allowed }
    let isRight = dataset == .others ? s.unit.kind == .authority : s.unit.kind.isInstitution
    return isRight
      ? .allowed
      : .refused(Refusal(.notYourTask, .sc08, level: dataset == .others ? .authority : .institution, dataset: dataset))
  }
}

/// AU-07. What a new password must be: long enough, and none of the words everybody would try first.
package enum PasswordRule {
  package static let shortest = 10

  /// What is wrong with a password, in an order that helps to mend it.
  package enum Fault: Equatable, Sendable {
    case tooShort(missing: Int)
    case oneLetterRepeated
    case isKnown(word: String)
    case isFirstPassword
  }

  /// The first fault, or nil for a password that will do. `words` are what others know: unit, names, number, phone.
  package static func fault(in password: String, words: [String], first: String?) -> Fault? {
    let count = password.unicodeScalars.count
    if count < shortest { return .tooShort(missing: shortest - count) }
    if Set(password.unicodeScalars).count < 3 { return .oneLetterRepeated }
    if let first, password == first { return .isFirstPassword }
    let folded = squeezed(password)
    for word in common where folded.contains(word) && folded.count < word.count + 4 { return .isKnown(word: word) }
    for word in words {
      let known = squeezed(word)
      // The word may be part of a passphrase; it may not be nearly all of the password.
      if known.count >= 3, folded.contains(known), folded.count < known.count + 6 { return .isKnown(word: word) }
    }
    return nil
  }

  private static func squeezed(_ text: String) -> String {
    TextForm.fold(text).filter { $0 != " " && $0 != "-" }
  }

  private static let common = [
    "password", "passw0rd", "1234567890", "0123456789", "0987654321", "qwertyuiop", "asdfghjkl", "iloveyou", "letmein",
    "รหัสผาน", "ประเทศไทย", "thailand", "lecterm", "abcdefghij", "1q2w3e4r", "11223344", "ๅ/-ภถุึคตจ",
  ]
}
