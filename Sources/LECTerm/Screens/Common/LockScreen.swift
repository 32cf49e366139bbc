/// The locked screen: the work stays as it is behind it, and the password brings it back.
struct LockScreen: Screen {
  private let user: String
  private var form = LockScreen.form()
  private var wait = Waiting()

  init(user: String) { self.user = user }

  private static func form() -> Form {
    Form(
      [FormField("password", label: "login.password", help: "lock.help", need: .required, PasswordField())],
      draftKey: DraftKey(form: "lock"))
  }

  var commands: [Command] {
    [Command(.next), .bar(.choose, name: "lock.open"), .bar(.language), .bar(.quit), .bar(.back, name: "login.clear")]
  }

  var isTyping: Bool { true }
  var isCounting: Bool { wait.isOn }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [askWait]
    case .tick: return wait.isOn ? [askWait] : []
    case .answer(.account(.waiting(let seconds))):
      wait.seconds = seconds
      return []
    case .refused:
      form = Self.form()
      return [askWait]
    case .command(.back):
      form = Self.form()
      return []
    default: break
    }
    guard case .submitted = form.handle(input) else { return [] }
    return [.ask(.account(.unlock(password: form.value("password"))))]
  }

  private var askWait: Step { .ask(.account(.wait(user: nil))) }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "lock.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      body.put(look.text("lock.kept", [.text("name", user)]), at: Position(column: 2, row: 2))
      body.part(Rect(column: 2, row: 5, columns: body.size.columns - 4, rows: 5)) { form.draw(on: &$0, in: look) }
      wait.draw(on: &body, row: 11, in: look)
    }
  }
}
