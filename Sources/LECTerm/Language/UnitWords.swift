import LECModel

/// Kinds of local authorities and affiliations of schools in words.
enum UnitWords {
  static func name(_ kind: AuthorityKind) -> Words { .key(TextKey("authorityKind.\(kind.rawValue)"), []) }

  /// The abbreviation, for columns.
  static func short(_ kind: AuthorityKind) -> Words { .key(TextKey("authorityKind.\(kind.rawValue).short"), []) }

  static func name(_ affiliation: Affiliation) -> Words { .key(TextKey("affiliation.\(affiliation.code)"), []) }

  /// The abbreviation, for columns.
  static func short(_ affiliation: Affiliation) -> Words { .key(TextKey("affiliation.\(affiliation.code).short"), []) }

  /// A stored affiliation: one that this program does not know yet stays as it is written.
  static func affiliation(_ code: String) -> Words { Affiliation.parse(code).map { name($0) } ?? .text(code) }

  /// What is wrong with a code of a local authority.
  static func fault(_ fault: AuthorityCode.Fault) -> Words {
    switch fault {
    case .strange(let character): .key("authorityCode.strange", [.text("character", character)])
    case .wrongLength(let count): .key("authorityCode.length", [.number("count", count)])
    case .noSuchKind(let digits): .key("authorityCode.kind", [.figures("digits", digits)])
    case .noSuchProvince(let digits): .key("authorityCode.province", [.figures("digits", digits)])
    case .noSuchDistrict(let digits): .key("authorityCode.district", [.figures("digits", digits)])
    case .noSuchNumber: "authorityCode.number"
    case .notProvincial: "authorityCode.provincial"
    }
  }
}
