import LECModel

/// The fields of a child as a form: what the budget needs first, the rest under "more".
enum StudentForm {
  private static let required: Set<StudentField> = [.first, .last, .sex, .birth, .grade]
  private static let extra: Set<StudentField> = [
    .middle, .schoolNumber, .disability, .ethnicity, .religion, .guardian, .guardianPhone, .paper,
  ]

  static func form(_ student: Student, facts: FormFacts, key: DraftKey, language: Language) -> Form {
    Form(
      StudentField.typed.map { field in
        let need: FormField.Need = required.contains(field) ? .required : extra.contains(field) ? .extra : .optional
        return FormField(
          FormField.ID(field.name), label: .key(TextKey("student.\(field.name)"), []),
          help: .key(TextKey("student.\(field.name).help"), []), need: field == .last ? .optional : need,
          control(field, student, facts, language))
      }, draftKey: key)
  }

  private static func control(
    _ field: StudentField, _ student: Student, _ facts: FormFacts, _ language: Language
  ) -> any FieldControl {
    let value = student[field]
    func choice(_ ids: [String], _ name: (String) -> TextKey) -> ChoiceField {
      ChoiceField(
        ids.map { .init($0, label: .key(name($0), [])) }, chosen: value, language: language)
    }
    switch field {
    case .number: return NumberField(value, yearBE: facts.today.year + BuddhistDate.offset)
    case .title: return choice(Title.common.map(\.rawValue)) { TextKey("title.\($0)") }
    case .sex: return choice(Sex.allCases.map(\.rawValue)) { TextKey("sex.\($0)") }
    case .birth: return DateField(CalendarDate(iso: value), today: facts.today, tellsAge: true)
    case .admitted: return DateField(CalendarDate(iso: value), today: facts.today)
    case .nationality: return choice(Nationality.allCases.map(\.rawValue)) { TextKey("nationality.\($0)") }
    case .grade:
      return ChoiceField(
        facts.kind.grades.map { .init($0.rawValue, label: RosterRow.words(of: $0)) }, chosen: value, width: 12,
        language: language)
    case .entry: return choice(EntryKind.allCases.map(\.rawValue)) { TextKey("entry.\($0)") }
    case .paper: return choice(Paper.allCases.map(\.rawValue)) { TextKey("paper.\($0)") }
    case .numberStep: return choice(NumberStep.allCases.map(\.rawValue)) { TextKey("step.\($0)") }
    case .disability: return choice(Disability.codes) { TextKey("disability.\($0)") }
    case .guardianPhone: return PhoneField(value)
    case .room: return TextField(value, limit: 12)
    case .first, .middle, .last, .schoolNumber, .cameFrom, .elsewhere, .state, .reason, .left, .remark, .mark,
      .ethnicity, .religion, .guardian:
      return TextField(value)
    }
  }

  /// What the form has changed, in the form in which fields are kept; or what is wrong with which field.
  static func changes(_ form: Form, from old: Student, today: CalendarDate) -> Result<[FieldChange], FormErrors> {
    var changes: [FieldChange] = []
    var errors: [FormField.ID: Words] = [:]
    for field in StudentField.typed {
      let id = FormField.ID(field.name)
      let typed = form.value(id)
      guard typed != old[field] else { continue }
      switch FieldReading.student(field, typed, today: today) {
      case .success(let value): if value != old[field] { changes.append(FieldChange(field, value)) }
      case .failure(let problem): errors[id] = FieldWords.problem(problem)
      }
    }
    return errors.isEmpty ? .success(changes) : .failure(FormErrors(fields: errors))
  }
}

/// What is wrong with the fields of a form.
struct FormErrors: Error {
  let fields: [FormField.ID: Words]
}
