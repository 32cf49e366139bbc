/// PU-01, PU-08. A child meets the age criterion of the academic year; one who does not is a query, not an error.
struct AgeCheck: StudentCheck {
  func look(at student: Student, in context: CheckContext, found: (Check, [StudentField]) -> Void) {
    guard let birth = student.birth else { return }
    let year = context.round.key.year
    if context.kind.isCentre {
      if context.round.ages.centre(birth: birth, academicYear: year) != .fits { found(.ageCentre, [.birth]) }
    } else if let grade = student.grade {
      let fit = context.round.ages.school(
        birth: birth, grade: grade, academicYear: year, courseYears: context.kindergartenYears)
      if fit != .fits { found(.ageGrade, [.birth, .grade]) }
    }
  }
}
