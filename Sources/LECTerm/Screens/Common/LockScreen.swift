/// The locked screen: the work stays as it is behind it, and the password brings it back.
struct LockScreen: Screen {
  private let user: String
  private var form = Form(
    [FormField("password", label: "login.password", help: "lock.help", need: .required, PasswordField())],
    draftKey: DraftKey(form: "lock"))

  init(user: String) { self.user = user }

  var commands: [Command] { form.commands }
  var isTyping: Bool { form.isTyping }

  mutating func handle(_ input: Input) -> [Step] {
    if case .refused = input { self = LockScreen(user: user) }
    switch form.handle(input) {
    case .submitted: return [.ask(.account(.unlock(password: form.value("password"))))]
    case .handled, .ignored, .left: return []
    }
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "lock.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      body.put(look.text("lock.kept", [.text("name", user)]), at: Position(column: 2, row: 2))
      body.part(Rect(column: 2, row: 5, columns: body.size.columns - 4, rows: 6)) { form.draw(on: &$0, in: look) }
    }
  }
}
