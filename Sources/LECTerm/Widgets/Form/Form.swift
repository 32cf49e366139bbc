/// Fields one under the other, to fill in and save. Each change comes back as a step that keeps the draft, so that nothing typed is lost
/// when the program ends in any way.
///
/// Use: offer `commands`, be `isTyping` while it is shown, pass input to `handle`, draw with `draw`. When opened, ask `loadDraft(draftKey)`
/// and pass the answer on. On `.submitted` ask for the save; on refusal give errors to `refuse`, on success return `finished`.
struct Form: Sendable {
  enum Outcome: Sendable {
    /// Not for a form: the screen may look at it.
    case ignored
    case handled([Step])
    /// Everything required is there and nothing is wrong: save `values`.
    case submitted
    /// The person leaves; the steps keep or drop the draft.
    case left([Step])
  }

  private(set) var fields: [FormField]
  private(set) var focus: FormField.ID
  private(set) var showsExtras = false
  /// Asks what to do with what was filled in, when the person leaves.
  private(set) var question: Dialog?
  let draftKey: DraftKey

  init(_ fields: [FormField], draftKey: DraftKey) {
    self.fields = fields
    self.draftKey = draftKey
    focus = fields.first?.id ?? ""
  }

  var isTyping: Bool { question == nil }

  /// Whether anything stands otherwise than when the form was opened.
  var isChanged: Bool { fields.contains(where: \.isChanged) }

  /// What is to be kept of the half-filled form: what was changed, passwords never.
  var draft: [String: String] {
    var draft: [String: String] = [:]
    for field in fields where field.isChanged { draft[field.id.text] = field.control.draft }
    return draft
  }

  /// What stands in a field, in the form that is saved.
  func value(_ id: FormField.ID) -> String { fields.first { $0.id == id }?.control.value ?? "" }

  /// All that stands in the form, by the names of its fields.
  var values: [FormField.ID: String] {
    Dictionary(fields.map { ($0.id, $0.control.value) }) { first, _ in first }
  }

  /// The field's control as its own kind, for a value that is more than text: `form.control("birth", as: DateField.self)?.date`.
  func control<Control: FieldControl>(_ id: FormField.ID, as kind: Control.Type) -> Control? {
    fields.first { $0.id == id }?.control as? Control
  }

  /// What the screen offers while the form is shown.
  var commands: [Command] {
    if question != nil { return Dialog.commands }
    let moving: [Command.ID] = [.next, .previous, .up, .down, .left, .right, .pageUp, .pageDown, .choose]
    let extras = fields.contains { $0.need == .extra } ? [Command.bar(.more)] : []
    return [.bar(.save)] + extras + moving.map { Command($0) }
  }

  /// What to do after the save was done: the draft is needed no more.
  var finished: [Step] { [.ask(.dropDraft(draftKey))] }

  /// Shows what the store or a rule found wrong, and goes to the first of these fields.
  mutating func refuse(_ errors: [FormField.ID: Words]) {
    for index in fields.indices { fields[index].error = errors[fields[index].id] }
    if let first = fields.first(where: { $0.error != nil }) { reveal(first.id) }
  }

  /// Goes to a field, and shows the hidden ones where it is one of them.
  mutating func reveal(_ id: FormField.ID) {
    guard let field = fields.first(where: { $0.id == id }) else { return }
    if field.need == .extra { showsExtras = true }
    focus = id
  }

  /// Puts another control into a field: options that depend on another field.
  mutating func replace(_ id: FormField.ID, by control: any FieldControl) {
    guard let index = fields.firstIndex(where: { $0.id == id }) else { return }
    fields[index].control = control
  }

  mutating func handle(_ input: Input) -> Outcome {
    if question != nil { return handleQuestion(input) }
    if case .answer(.draft(let key, let draft)) = input { return restore(key, draft) }
    guard let index = fields.firstIndex(where: { $0.id == focus }) else { return .ignored }
    switch fields[index].control.handle(input) {
    case .handled: return .handled([])
    case .changed:
      return changed(index)
    case .finished:
      let outcome = changed(index)
      leaveField()
      move(by: 1)
      return outcome
    case .ignored: return handleMoving(input)
    }
  }
}

extension Form {
  /// The fields to be seen now.
  var shown: [FormField] { fields.filter { $0.need != .extra || showsExtras } }

  private mutating func changed(_ index: Int) -> Outcome {
    fields[index].error = nil
    return .handled([.ask(.saveDraft(draftKey, draft))])
  }

  private mutating func handleMoving(_ input: Input) -> Outcome {
    guard case .command(let id) = input else { return .ignored }
    switch id {
    case .next, .down: move(by: 1)
    case .previous, .up: move(by: -1)
    case .pageDown: move(by: 8)
    case .pageUp: move(by: -8)
    case .choose: return focus == shown.last?.id ? submit() : step()
    case .save: return submit()
    case .more: showsExtras.toggle(); if !shown.contains(where: { $0.id == focus }) { focus = shown.last?.id ?? focus }
    case .back: return leave()
    default: return .ignored
    }
    return .handled([])
  }

  private mutating func step() -> Outcome {
    move(by: 1)
    return .handled([])
  }

  private mutating func move(by step: Int) {
    leaveField()
    let ids = shown.map(\.id)
    guard let now = ids.firstIndex(of: focus) else { return }
    focus = ids[min(max(0, now + step), ids.count - 1)]
  }

  private mutating func leaveField() {
    guard let index = fields.firstIndex(where: { $0.id == focus }), fields[index].error == nil else { return }
    fields[index].error = fields[index].control.problem
  }

  private mutating func submit() -> Outcome {
    var errors: [FormField.ID: Words] = [:]
    for field in fields {
      if let problem = field.control.problem {
        errors[field.id] = problem
      } else if field.need == .required, field.control.value.isEmpty {
        errors[field.id] = "form.required"
      }
    }
    refuse(errors)
    if errors.isEmpty { return .submitted }
    return .handled([.say("form.errors", [.number("count", errors.count)])])
  }

  private mutating func leave() -> Outcome {
    guard isChanged else { return .left([.ask(.dropDraft(draftKey))]) }
    question = .question(
      "form.leave.title", "form.leave.message",
      buttons: [
        Dialog.Button(.stay, label: "form.leave.stay"), Dialog.Button(.keep, label: "form.leave.keep"),
        Dialog.Button(.discard, label: "form.leave.discard"),
      ])
    return .handled([])
  }

  private mutating func handleQuestion(_ input: Input) -> Outcome {
    switch question?.handle(input) {
    case .none, .some(.open): return .handled([])
    case .some(.cancelled): question = nil
    case .some(.pressed(let button, _, _)):
      question = nil
      if button == .keep { return .left([.ask(.saveDraft(draftKey, draft))]) }
      if button == .discard { return .left([.ask(.dropDraft(draftKey))]) }
    }
    return .handled([])
  }

  private mutating func restore(_ key: DraftKey, _ draft: [String: String]) -> Outcome {
    guard key == draftKey else { return .ignored }
    guard !draft.isEmpty else { return .handled([]) }
    for index in fields.indices {
      guard let kept = draft[fields[index].id.text] else { continue }
      fields[index].control.restore(kept)
      if fields[index].need == .extra { showsExtras = true }
    }
    return .handled([.say("form.restored")])
  }
}
