import LECModel

/// PU-06. The basic information of the institution, a dataset of its own.
struct BasicsScreen: Screen {
  private let jump: BasicsField?
  private let language: Language
  private var form: Form?
  private var sheet: BasicsSheet?
  private let key = DraftKey(form: "basics")

  init(field: BasicsField?, language: Language) {
    jump = field
    self.language = language
  }

  var commands: [Command] {
    guard let form else { return [] }
    return form.question == nil ? form.commands + [Command(.history)] : form.commands
  }
  var isTyping: Bool { form?.isTyping ?? false }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened where form == nil: return [.ask(.confirming(.basics))]
    case .opened: return []
    case .answer(.confirming(.basics(let sheet))):
      self.sheet = sheet
      var made = Self.form(sheet.values, sheet.kind, key, language)
      if let jump { made.reveal(FormField.ID(jump.name)) }
      form = made
      return [.ask(.loadDraft(key))]
    case .answer(.confirming(.basicsSaved)): return (form?.finished ?? []) + [.back, .say("basics.saved", [])]
    case .command(.history):
      let field = form.flatMap { BasicsField.named($0.focus.text) }
      return sheet?.record.map { [.open(.history($0, field: field?.rawValue))] } ?? []
    default: break
    }
    switch form?.handle(input) {
    case .some(.handled(let steps)): return steps
    case .some(.submitted): return submit()
    case .some(.left(let steps)): return steps + [.back]
    case .some(.ignored), .none: return input == .command(.back) ? [.back] : []
    }
  }

  private mutating func submit() -> [Step] {
    guard let made = form, let sheet else { return [] }
    let old = sheet.values
    var changes: [FieldChange] = []
    var errors: [FormField.ID: Words] = [:]
    for field in BasicsField.allCases {
      let id = FormField.ID(field.name)
      guard made.fields.contains(where: { $0.id == id }), made.value(id) != old[field] ?? "" else { continue }
      switch FieldReading.basics(field, made.value(id)) {
      case .success(let value): if value != old[field] ?? "" { changes.append(FieldChange(field, value)) }
      case .failure(let problem): errors[id] = FieldWords.problem(problem)
      }
    }
    if !errors.isEmpty {
      form?.refuse(errors)
      return []
    }
    return changes.isEmpty ? made.finished + [.back] : [.ask(.confirming(.saveBasics(changes, seen: sheet.heads)))]
  }

  private static func form(
    _ values: [BasicsField: String], _ kind: UnitKind, _ key: DraftKey, _ language: Language
  ) -> Form {
    Form(
      BasicsField.allCases.filter { $0.belongs(to: kind) }.map { field in
        let label = FieldWords.name(field)
        // Saving half of it is allowed; the check tells what is still missing.
        return FormField(
          FormField.ID(field.name),
          label: field.isRequired(for: kind) ? .key("basics.needed", [.words("name", label)]) : label,
          control(field, values[field] ?? "", kind, language))
      }, draftKey: key)
  }

  private static func control(
    _ field: BasicsField, _ value: String, _ kind: UnitKind, _ language: Language
  ) -> any FieldControl {
    switch field {
    case .phone: PhoneField(value)
    case .lowestGrade, .highestGrade:
      ChoiceField(
        kind.grades.map { .init($0.rawValue, label: RosterRow.words(of: $0)) }, chosen: value, width: 12,
        language: language)
    case .kitchen, .water, .electricity, .internet:
      ChoiceField(
        ["yes", "no"].map { .init($0, label: .key(TextKey("choice.\($0)"), [])) }, chosen: value, width: 8,
        language: language)
    case .head, .address, .village, .road, .subdistrict, .district, .province, .postcode, .founded, .kindergartenYears,
      .rooms, .teachers, .carers, .support, .building:
      TextField(value)
    }
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "basics.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) {
      form?.draw(on: &$0, in: look)
    }
  }
}
