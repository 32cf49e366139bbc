/// PU-02. Title and sex agree, and the title of a child changes at fifteen.
struct TitleCheck: StudentCheck {
  func look(at student: Student, in context: CheckContext, found: (Check, [StudentField]) -> Void) {
    guard let title = Title(rawValue: student[.title]) else { return }
    if let sex = student.sex, let expected = title.sex, expected != sex { found(.titleSex, [.title, .sex]) }
    guard let birth = student.birth else { return }
    let isChild = birth.fullYears(at: context.today) < 15
    if let forChild = title.isForChild, forChild != isChild { found(.titleAge, [.title, .birth]) }
  }
}
