/// What is confirmed by itself, one after the other (CF-05). Raw values are the names that scripts and confirmations use.
package enum Dataset: String, CaseIterable, Sendable, Comparable {
  /// The students of a school or college, the children of a centre.
  case students
  /// The basic information of the institution (PU-06, CF-02).
  case basics
  /// The head counts of schools of other affiliations: a local authority's own data (OA-03, CF-07).
  case others

  /// Whether a unit of that kind has rows of its own here, and not only what the units below it confirmed (CF-05, CF-07).
  package func hasOwnRows(at kind: UnitKind) -> Bool { kind.isInstitution || (self == .others && kind == .authority) }

  package static func < (l: Dataset, r: Dataset) -> Bool { l.order < r.order }

  private var order: Int {
    switch self {
    case .students: 0
    case .basics: 1
    case .others: 2
    }
  }
}
