import LECModel

/// The door: user name and password, and nothing that tells who has an account.
struct LogInScreen: Screen {
  private var form = LogInScreen.form(user: "")
  private var door = Door()

  private static func form(user: String) -> Form {
    var form = Form(
      [
        FormField("user", label: "login.user", help: "login.user.help", need: .required, TextField(user, limit: 40)),
        FormField("password", label: "login.password", help: "login.password.help", need: .required, PasswordField()),
      ], draftKey: DraftKey(form: "login"))
    if !user.isEmpty { form.reveal("password") }
    return form
  }

  var commands: [Command] { form.commands.map { $0.id == .save ? .bar(.choose, name: "login.enter") : $0 }.unique }
  var isTyping: Bool { form.isTyping }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.account(.door))]
    case .answer(.account(.door(let door))):
      self.door = door
      form = Self.form(user: door.onlyUser)
      return []
    case .answer(.account(.entered(let session))):
      return [.open(session.profile == nil || session.mustChangePassword ? .profile : .home)]
    case .refused:
      form = Self.form(user: form.value("user"))
      return []
    default: break
    }
    switch form.handle(input) {
    case .submitted:
      return [.ask(.account(.logIn(user: form.value("user"), password: form.value("password"))))]
    // What is typed here is kept nowhere.
    case .handled, .ignored: return []
    case .left:
      form = Self.form(user: "")
      return []
    }
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "login.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      body.put(look.text("app.name"), at: Position(column: 2, row: 1), ink: .title)
      body.put(door.unit, at: Position(column: 2, row: 2), ink: .heading)
      body.part(Rect(column: 2, row: 5, columns: body.size.columns - 4, rows: 8)) { form.draw(on: &$0, in: look) }
      guard !door.trainingHints.isEmpty else { return }
      body.put(look.text("login.training"), at: Position(column: 2, row: 15), ink: .dim)
      for (i, hint) in door.trainingHints.enumerated() {
        body.put(hint, at: Position(column: 4, row: 16 + i), ink: .dim)
      }
    }
  }
}

extension [Command] {
  /// The first of each name.
  var unique: [Command] {
    var seen: Set<Command.ID> = []
    return filter { seen.insert($0.id).inserted }
  }
}
