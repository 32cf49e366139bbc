/// A grade, by the code under which it is stored; in a child centre the age group in years.
package enum Grade: String, CaseIterable, Comparable, Sendable {
  case c2 = "C2", c3 = "C3", c4 = "C4", c5 = "C5"
  case k1 = "K1", k2 = "K2", k3 = "K3"
  case p1 = "P1", p2 = "P2", p3 = "P3", p4 = "P4", p5 = "P5", p6 = "P6"
  case m1 = "M1", m2 = "M2", m3 = "M3", m4 = "M4", m5 = "M5", m6 = "M6"
  case v1 = "V1", v2 = "V2", v3 = "V3"
  case h1 = "H1", h2 = "H2"

  package var group: GradeGroup {
    switch self {
    case .c2, .c3, .c4, .c5: .centre
    case .k1, .k2, .k3: .kindergarten
    case .p1, .p2, .p3, .p4, .p5, .p6: .primary
    case .m1, .m2, .m3: .lowerSecondary
    case .m4, .m5, .m6: .upperSecondary
    case .v1, .v2, .v3: .vocational
    case .h1, .h2: .higherVocational
    }
  }

  /// The figure of the grade: 3 for ม.3, and for the children of three years.
  package var number: Int {
    switch self {
    case .k1, .p1, .m1, .v1, .h1: 1
    case .c2, .k2, .p2, .m2, .v2, .h2: 2
    case .c3, .k3, .p3, .m3, .v3: 3
    case .c4, .p4, .m4: 4
    case .c5, .p5, .m5: 5
    case .p6, .m6: 6
    }
  }

  /// A number that rises with the grade, for columns that are sorted; it is written into files and never changes.
  package var rank: Int { group.rawValue * 10 + number }

  package static func < (l: Grade, r: Grade) -> Bool { l.rank < r.rank }

  /// The grade after this one, nil where the pupil leaves: the oldest of a centre, and after ม.6, ปวช.3, ปวส.2.
  ///
  /// Whether the institution has that grade is another question: a school that ends with ป.6 lets its ม.1 go elsewhere.
  package var next: Grade? {
    switch self {
    case .c2: .c3
    case .c3: .c4
    case .c4: .c5
    case .k1: .k2
    case .k2: .k3
    case .k3: .p1
    case .p1: .p2
    case .p2: .p3
    case .p3: .p4
    case .p4: .p5
    case .p5: .p6
    case .p6: .m1
    case .m1: .m2
    case .m2: .m3
    case .m3: .m4
    case .m4: .m5
    case .m5: .m6
    case .v1: .v2
    case .v2: .v3
    case .h1: .h2
    case .c5, .m6, .v3, .h2: nil
    }
  }

  /// The Thai abbreviation: `ป.1`, `3 ขวบ`.
  package var thai: String {
    switch group {
    case .centre: "\(number) ขวบ"
    case .kindergarten: "อ.\(number)"
    case .primary: "ป.\(number)"
    case .lowerSecondary, .upperSecondary: "ม.\(number)"
    case .vocational: "ปวช.\(number)"
    case .higherVocational: "ปวส.\(number)"
    }
  }

  /// The Latin short form: `P1`, `C3`.
  package var english: String { rawValue }

  /// What a school has to offer; ปวช. is taught in some.
  package static let ofSchools: [Grade] = allCases.filter { $0.group != .centre && $0.group != .higherVocational }
  package static let ofCentres: [Grade] = GradeGroup.centre.grades
  package static let ofColleges: [Grade] = GradeGroup.vocational.grades + GradeGroup.higherVocational.grades
}
