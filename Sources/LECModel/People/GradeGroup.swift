/// The groups of grades that reports count by, from the youngest up.
package enum GradeGroup: Int, CaseIterable, Comparable, Sendable {
  case centre, kindergarten, primary, lowerSecondary, upperSecondary, vocational, higherVocational

  /// The grades of this group, from the lowest up.
  package var grades: [Grade] { Grade.allCases.filter { $0.group == self } }

  package static func < (l: GradeGroup, r: GradeGroup) -> Bool { l.rawValue < r.rawValue }
}
