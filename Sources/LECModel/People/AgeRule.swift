/// The age criterion of an academic year (PU-01, PU-08). Its numbers are values of the round; a child outside them is asked about.
package struct AgeRule: Equatable, Sendable {
  /// A centre's children are at least so many full months old on the first day of the academic year ...
  package var centreFrom: Int
  /// ... and fewer than so many.
  package var centreBelow: Int
  /// The first day of the academic year, by month and day.
  package var firstMonth = 5
  package var firstDay = 16
  /// Full years in the lowest kindergarten grade of the three-year course.
  package var kindergartenFrom = 3
  /// A child comes to ป.1 in the calendar year in which it reaches this age.
  package var primaryFrom = 7

  package init(centreFrom: Int = 24, centreBelow: Int = 72) {
    self.centreFrom = centreFrom
    self.centreBelow = centreBelow
  }

  package enum Fit: Equatable, Sendable {
    case fits, tooYoung, tooOld
  }

  /// How old a child is for the rule: full months on the first day of the academic year.
  package func months(birth: CalendarDate, academicYear: Int) -> Int? {
    firstDay(of: academicYear).map { birth.fullMonths(at: $0) }
  }

  /// Whether a child may be on a centre's list, whatever its class.
  package func centre(birth: CalendarDate, academicYear: Int) -> Fit {
    guard let months = months(birth: birth, academicYear: academicYear) else { return .fits }
    return months < centreFrom ? .tooYoung : months >= centreBelow ? .tooOld : .fits
  }

  /// Whether a pupil's age goes with the grade; only kindergarten and ป.1 have a rule, all other grades fit.
  ///
  /// `courseYears` is 2 in kindergartens of the older course, where อ.1 takes children of four.
  package func school(birth: CalendarDate, grade: Grade, academicYear: Int, courseYears: Int = 3) -> Fit {
    switch grade.group {
    case .kindergarten:
      guard let months = months(birth: birth, academicYear: academicYear) else { return .fits }
      let years = kindergartenFrom + (3 - courseYears) + grade.number - 1
      return months < years * 12 ? .tooYoung : months >= (years + 1) * 12 ? .tooOld : .fits
    case .primary where grade == .p1:
      let reached = academicYear - (birth.year + BuddhistDate.offset)
      return reached < primaryFrom ? .tooYoung : reached > primaryFrom ? .tooOld : .fits
    case .centre: return centre(birth: birth, academicYear: academicYear)
    case .primary, .lowerSecondary, .upperSecondary, .vocational, .higherVocational: return .fits
    }
  }

  /// The age group of a centre that a child belongs to by its age; nil for one who is too young or too old for all.
  package func centreGrade(birth: CalendarDate, academicYear: Int) -> Grade? {
    guard let months = months(birth: birth, academicYear: academicYear), months >= 0 else { return nil }
    return GradeGroup.centre.grades.first { $0.number == months / 12 }
  }

  private func firstDay(of academicYear: Int) -> CalendarDate? {
    BuddhistDate(year: academicYear, month: firstMonth, day: firstDay)?.date
  }
}
