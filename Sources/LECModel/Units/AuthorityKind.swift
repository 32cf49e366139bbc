/// The kinds of local authorities, as the first two digits of an authority's code tell them.
package enum AuthorityKind: String, CaseIterable, Sendable {
  /// The provincial administrative organisation: one in each province.
  case provincial
  case city, town, subdistrictTown
  /// The subdistrict administrative organisation: the most of all.
  case subdistrict
  /// Pattaya and Bangkok, each under a law of its own. No two digits stand for them.
  case special

  package var digits: String? {
    switch self {
    case .provincial: "02"
    case .city: "03"
    case .town: "04"
    case .subdistrictTown: "05"
    case .subdistrict: "06"
    case .special: nil
    }
  }

  package init?(digits: some StringProtocol) {
    guard let kind = Self.allCases.first(where: { $0.digits.map { $0 == digits } ?? false }) else { return nil }
    self = kind
  }

  package var isMunicipality: Bool { self == .city || self == .town || self == .subdistrictTown }
}
