/// PU-02. The grade is one that this kind of institution has.
struct GradeOfferedCheck: StudentCheck {
  func look(at student: Student, in context: CheckContext, found: (Check, [StudentField]) -> Void) {
    guard let grade = student.grade else { return }
    if !context.kind.grades.contains(grade) { found(.gradeNotOffered, [.grade]) }
  }
}
