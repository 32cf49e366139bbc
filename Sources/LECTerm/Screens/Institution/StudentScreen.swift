import LECModel

/// One child: the form to fill in or mend, with what is wrong beside the fields, and the acts on this child.
struct StudentScreen: Screen {
  private let id: RecordID?
  private let jump: StudentField?
  private let language: Language
  private var row: StudentRow?
  private var facts: FormFacts?
  private var form: Form?
  private var findings: [Finding] = []

  init(_ id: RecordID?, field: StudentField?, language: Language) {
    self.id = id
    jump = field
    self.language = language
  }

  var commands: [Command] {
    guard let form else { return [] }
    return form.question == nil ? form.commands + [Command(.history)] : form.commands
  }
  var isTyping: Bool { form?.isTyping ?? false }

  private var key: DraftKey { DraftKey(form: "student", record: id?.event.hash.hex ?? "new") }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened where form == nil: return [.ask(id.map { .roster(.student($0)) } ?? .roster(.formFacts))]
    case .opened: return []
    case .answer(.roster(.facts(let facts))): return begin(Student(), facts)
    case .answer(.roster(.student(let row, let findings, let facts))):
      self.row = row
      self.findings = findings
      return begin(row.student, facts)
    case .answer(.roster(.written)): return (form?.finished ?? []) + [.back, .say("student.saved", [])]
    case .command(.history):
      guard let id else { return [] }
      let field = form.flatMap { StudentField.named($0.focus.text) }
      return [.open(.history(id, field: field?.rawValue))]
    default: break
    }
    switch form?.handle(input) {
    case .some(.handled(let steps)): return steps
    case .some(.submitted): return submit()
    case .some(.left(let steps)): return steps + [.back]
    case .some(.ignored), .none: return input == .command(.back) ? [.back] : []
    }
  }

  private mutating func begin(_ student: Student, _ facts: FormFacts) -> [Step] {
    self.facts = facts
    var made = StudentForm.form(student, facts: facts, key: key, language: language)
    var errors: [FormField.ID: Words] = [:]
    for finding in findings {
      for field in finding.fields.compactMap({ StudentField(rawValue: $0) }) where StudentField.typed.contains(field) {
        errors[FormField.ID(field.name)] = .key(TextKey("check.\(finding.check.rawValue)"), [])
      }
    }
    made.refuse(errors)
    made.reveal(FormField.ID(jump?.name ?? StudentField.number.name))
    form = made
    return [.ask(.loadDraft(key))]
  }

  private mutating func submit() -> [Step] {
    guard let made = form, let facts else { return [] }
    switch StudentForm.changes(made, from: row?.student ?? Student(), today: facts.today) {
    case .failure(let errors):
      form?.refuse(errors.fields)
      return [.say("form.errors", [.number("count", errors.fields.count)])]
    case .success(let changes):
      if changes.isEmpty { return made.finished + [.back] }
      return [.ask(.roster(.save(id, changes, seen: row?.heads ?? [])))]
    }
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    let title: Words = row.map { .text($0.student.fullName) } ?? "student.new"
    Chrome(title: title, commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) {
      form?.draw(on: &$0, in: look)
    }
  }
}
