/// Another password for the same person: the old entries and the key stay.
struct PasswordScreen: Screen {
  private var form = Form(
    [
      FormField("old", label: "profile.old", need: .required, PasswordField()),
      FormField(
        "new", label: "profile.new", help: "profile.new.help", need: .required, PasswordField(.new(blocked: []))),
      FormField("again", label: "profile.again", help: "profile.again.help", need: .required, PasswordField()),
    ], draftKey: DraftKey(form: "password"))

  var commands: [Command] { form.commands }
  var isTyping: Bool { form.isTyping }

  mutating func handle(_ input: Input) -> [Step] {
    if case .answer(.account(.passwordChanged)) = input { return [.back, .say("password.changed", [])] }
    switch form.handle(input) {
    case .handled: return []
    case .submitted:
      guard form.value("new") == form.value("again") else {
        form.refuse(["again": "profile.differ"])
        return []
      }
      return [.ask(.account(.changePassword(old: form.value("old"), new: form.value("new"))))]
    case .left: return [.back]
    case .ignored: return []
    }
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "password.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      body.part(Rect(column: 0, row: 2, columns: body.size.columns, rows: body.size.rows - 2)) {
        form.draw(on: &$0, in: look)
      }
    }
  }
}
