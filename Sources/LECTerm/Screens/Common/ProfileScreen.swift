import LECModel

/// AU-06, AU-07. The first log-in: who one is, and a password of one's own. Nothing else can be reached before.
struct ProfileScreen: Screen {
  private var form: Form
  private let asksFirst: Bool

  init(asksFirst: Bool) {
    self.asksFirst = asksFirst
    form = Form((asksFirst ? [Self.current] : []) + Self.fields, draftKey: DraftKey(form: "profile"))
  }

  private static var current: FormField {
    FormField("current", label: "profile.current", help: "profile.current.help", need: .required, PasswordField())
  }

  private static var fields: [FormField] {
    [
      FormField("first", label: "student.first", need: .required, TextField()),
      FormField("last", label: "student.last", need: .required, TextField()),
      FormField("position", label: "profile.position", help: "profile.position.help", need: .required, TextField()),
      FormField("phone", label: "basics.phone", help: "profile.phone.help", need: .required, PhoneField()),
      FormField(
        "new", label: "profile.new", help: "profile.new.help", need: .required, PasswordField(.new(blocked: []))),
      FormField("again", label: "profile.again", help: "profile.again.help", need: .required, PasswordField()),
    ]
  }

  var commands: [Command] { form.commands }
  var isTyping: Bool { form.isTyping }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.loadDraft(form.draftKey))]
    case .answer(.account(.entered)): return form.finished + [.say("profile.made", []), .open(.home)]
    default: break
    }
    switch form.handle(input) {
    case .handled(let steps): return steps
    case .submitted:
      guard form.value("new") == form.value("again") else {
        form.refuse(["again": "profile.differ"])
        return []
      }
      return [
        .ask(
          .account(
            .makeProfile(
              current: asksFirst ? form.value("current") : nil, first: form.value("first"), last: form.value("last"),
              position: form.value("position"), phone: form.value("phone"), new: form.value("new"))))
      ]
    case .left(let steps): return steps + [.ask(.account(.logOut)), .open(.logIn)]
    case .ignored: return []
    }
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "profile.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      for (row, line) in Wrap.lines(look.text("profile.why"), width: body.size.columns - 3).prefix(2).enumerated() {
        body.put(line, at: Position(column: 1, row: row), ink: .dim)
      }
      body.part(Rect(column: 0, row: 3, columns: body.size.columns, rows: body.size.rows - 3)) {
        form.draw(on: &$0, in: look)
      }
    }
  }
}
