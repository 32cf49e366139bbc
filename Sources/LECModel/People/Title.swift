/// What stands before a name. The common ones by code, any other as it is written.
package enum Title: RawRepresentable, Hashable, Sendable {
  case boy, girl, mr, miss, mrs, novice, monk, nun
  case other(String)

  package static let common: [Title] = [.boy, .girl, .mr, .miss, .mrs, .novice, .monk, .nun]

  /// The age from which one is no longer เด็กชาย or เด็กหญิง.
  package static let adultAge = 15

  /// Nil only for an empty text: a title that is not known is kept.
  package init?(rawValue: String) {
    if rawValue.isEmpty { return nil }
    self = Self.common.first { $0.rawValue == rawValue } ?? .other(rawValue)
  }

  /// The form that is stored: a code, or the words themselves.
  package var rawValue: String {
    switch self {
    case .boy: "boy"
    case .girl: "girl"
    case .mr: "mr"
    case .miss: "miss"
    case .mrs: "mrs"
    case .novice: "novice"
    case .monk: "monk"
    case .nun: "nun"
    case .other(let words): words
    }
  }

  /// The sex the title tells; nil where it tells none.
  package var sex: Sex? {
    switch self {
    case .boy, .mr, .novice, .monk: .male
    case .girl, .miss, .mrs, .nun: .female
    case .other: nil
    }
  }

  /// True for titles of children under fifteen, false for those of adults, nil where the age plays no part.
  package var isForChild: Bool? {
    switch self {
    case .boy, .girl: true
    case .mr, .miss, .mrs: false
    case .novice, .monk, .nun, .other: nil
    }
  }

  /// The title that goes with a sex and an age in full years.
  package static func fitting(_ sex: Sex, age: Int) -> Title {
    switch sex {
    case .male: age < adultAge ? .boy : .mr
    case .female: age < adultAge ? .girl : .miss
    }
  }

  /// In full, as on papers.
  package var thai: String {
    switch self {
    case .boy: "เด็กชาย"
    case .girl: "เด็กหญิง"
    case .mr: "นาย"
    case .miss: "นางสาว"
    case .mrs: "นาง"
    case .novice: "สามเณร"
    case .monk: "พระ"
    case .nun: "แม่ชี"
    case .other(let words): words
    }
  }

  /// Abbreviated where an abbreviation is in use, as in lists.
  package var thaiShort: String {
    switch self {
    case .boy: "ด.ช."
    case .girl: "ด.ญ."
    case .miss: "น.ส."
    case .novice: "ส.ณ."
    case .mr, .mrs, .monk, .nun, .other: thai
    }
  }
}
