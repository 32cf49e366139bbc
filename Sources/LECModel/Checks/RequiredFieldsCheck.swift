/// PU-02, PU-05. Only a child who is described can be vouched for: name, sex, birth date and class are there.
struct RequiredFieldsCheck: StudentCheck {
  private static let required: [(StudentField, Check)] = [
    (.first, .firstMissing), (.last, .lastMissing), (.sex, .sexMissing), (.birth, .birthMissing),
    (.grade, .gradeMissing), (.room, .roomMissing), (.nationality, .nationalityMissing),
  ]

  func look(at student: Student, in context: CheckContext, found: (Check, [StudentField]) -> Void) {
    for (field, check) in Self.required where student[field].isEmpty { found(check, [field]) }
  }
}
