/// One line of a form: its name, the help for it, and what is filled in.
struct FormField: Sendable, Identifiable {
  struct ID: Hashable, Sendable, ExpressibleByStringLiteral {
    let text: String

    init(_ text: String) { self.text = text }

    init(stringLiteral text: String) { self.text = text }
  }

  enum Need: Hashable, Sendable {
    case required
    case optional
    /// Optional, and hidden until the person asks for more.
    case extra
  }

  let id: ID
  let label: Words
  /// Said at the bottom while the field has the focus.
  let help: Words
  let need: Need
  var control: any FieldControl
  /// What is wrong with it, found by the form or sent by the store.
  var error: Words?
  /// What stood in it when the form was opened.
  let start: String

  init(_ id: ID, label: Words, help: Words = .none, need: Need = .optional, _ control: any FieldControl) {
    self.id = id
    self.label = label
    self.help = help
    self.need = need
    self.control = control
    start = control.value
  }

  var isChanged: Bool { control.value != start }

  /// What stands beside or under it: what is wrong, else a word on what is being filled in.
  func message(isFocused: Bool) -> Remark? {
    if let error { return Remark(error, ink: .error) }
    return isFocused ? control.remark : nil
  }
}
