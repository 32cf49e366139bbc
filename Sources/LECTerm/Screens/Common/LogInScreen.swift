import LECModel

/// The door: user name and password, and nothing that tells who has an account.
struct LogInScreen: Screen {
  private var form = LogInScreen.form(user: "")
  private var door = Door()
  private var wait = Waiting()

  private static func form(user: String) -> Form {
    var form = Form(
      [
        FormField("user", label: "login.user", help: "login.user.help", need: .required, TextField(user, limit: 40)),
        FormField("password", label: "login.password", help: "login.password.help", need: .required, PasswordField()),
      ], draftKey: DraftKey(form: "login"))
    if !user.isEmpty { form.reveal("password") }
    return form
  }

  var commands: [Command] {
    let own = form.commands.filter { $0.id != .save && $0.id != .choose }
    return own + [
      .bar(.choose, name: "login.enter"), .bar(.language), .bar(.quit), .bar(.back, name: "login.clear"),
    ]
  }

  var isTyping: Bool { true }
  var isCounting: Bool { wait.isOn }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.account(.door))]
    case .answer(.account(.door(let door))):
      self.door = door
      form = Self.form(user: door.onlyUser)
      return door.onlyUser.isEmpty ? [] : [askWait]
    case .answer(.account(.waiting(let seconds))):
      wait.seconds = seconds
      return []
    case .answer(.account(.entered(let session))):
      return [.open(session.profile == nil || session.mustChangePassword ? .profile(asksFirst: false) : .home)]
    case .refused(let objection):
      form = Self.form(user: form.value("user"))
      return objection.isAboutPassword ? [askWait] : []
    case .tick: return wait.isOn ? [askWait] : []
    // What is typed here is kept nowhere, so nobody is asked what to do with it.
    case .command(.back):
      form = Self.form(user: door.onlyUser)
      return []
    default: break
    }
    if case .submitted = form.handle(input) {
      return [.ask(.account(.logIn(user: form.value("user"), password: form.value("password"))))]
    }
    return []
  }

  private var askWait: Step { .ask(.account(.wait(user: form.value("user")))) }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "login.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      body.put(look.text("app.name"), at: Position(column: 2, row: 1), ink: .title)
      body.put(door.unit, at: Position(column: 2, row: 2), ink: .heading)
      body.part(Rect(column: 2, row: 5, columns: body.size.columns - 4, rows: 5)) { form.draw(on: &$0, in: look) }
      wait.draw(on: &body, row: 11, in: look)
      if !door.trainingHints.isEmpty { drawHints(on: &body, in: look) }
    }
  }

  private func drawHints(on body: inout Canvas, in look: Look) {
    let lines = Wrap.lines(look.text("login.training"), width: body.size.columns - 4).prefix(3)
    for (row, line) in lines.enumerated() { body.put(line, at: Position(column: 2, row: 13 + row), ink: .dim) }
    for (row, hint) in door.trainingHints.prefix(4).enumerated() {
      body.put(hint, at: Position(column: 4, row: 13 + lines.count + row), ink: .dim)
    }
  }
}

/// The seconds until a password is taken again, counted down where it is typed.
struct Waiting: Sendable {
  var seconds = 0

  var isOn: Bool { seconds > 0 }

  func draw(on canvas: inout Canvas, row: Int, in look: Look) {
    guard isOn else { return }
    let text = look.text("login.wait", [.number("count", seconds)])
    for (i, line) in Wrap.lines(text, width: canvas.size.columns - 4).prefix(2).enumerated() {
      canvas.put(line, at: Position(column: 2, row: row + i), ink: .warning)
    }
  }
}

extension Objection {
  /// Whether it tells of a wrong password or of waiting after wrong ones.
  var isAboutPassword: Bool { code == "bad-password" || code == "locked-out" }
}
