/// What codes of units look like: digits, with the lengths that offices use.
package enum UnitRules {
  /// AU-04. An institution's code is its user name, so it is plain: digits alone. Provinces have two, districts four, local
  /// authorities eight, institutions eight to thirteen.
  package static func isCode(_ code: UnitCode, _ kind: UnitKind) -> Bool {
    let text = code.text.utf8
    guard text.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
    switch kind {
    case .department: return (2...4).contains(text.count)
    case .province: return text.count == 2
    case .district: return text.count == 4
    case .authority: return text.count == 8
    case .school, .college, .centre: return (8...13).contains(text.count)
    }
  }
}
