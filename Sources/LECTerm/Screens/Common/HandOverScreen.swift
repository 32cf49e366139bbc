/// AU-09. The responsible person changes: the profile ends, and the next person makes a new one with a new first password.
struct HandOverScreen: Screen {
  private var form = Form(
    [
      FormField("note", label: "handover.note", help: "handover.note.help", TextField()),
      FormField("password", label: "login.password", help: "handover.password.help", need: .required, PasswordField()),
    ], draftKey: DraftKey(form: "handover"))
  private var firstPassword = ""

  var commands: [Command] { firstPassword.isEmpty ? form.commands : [.bar(.choose, name: "handover.done")] }
  var isTyping: Bool { firstPassword.isEmpty && form.isTyping }

  mutating func handle(_ input: Input) -> [Step] {
    if case .answer(.account(.handedOver(let first))) = input {
      firstPassword = first
      return form.finished
    }
    guard firstPassword.isEmpty else {
      if case .command(.choose) = input { return [.open(.logIn)] }
      return []
    }
    switch form.handle(input) {
    case .handled(let steps): return steps
    case .submitted:
      return [.ask(.account(.handOver(password: form.value("password"), note: form.value("note"))))]
    case .left(let steps): return steps + [.back]
    case .ignored: return []
    }
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "handover.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      let words = firstPassword.isEmpty ? look.text("handover.why") : look.text("handover.given")
      for (row, line) in Wrap.lines(words, width: body.size.columns - 4).prefix(5).enumerated() {
        body.put(line, at: Position(column: 2, row: 1 + row))
      }
      if firstPassword.isEmpty {
        body.part(Rect(column: 1, row: 7, columns: body.size.columns - 2, rows: body.size.rows - 8)) {
          form.draw(on: &$0, in: look)
        }
      } else {
        let spread = firstPassword.map(String.init).joined(separator: " ")
        body.put(spread, at: Position(column: 6, row: 8), ink: .title)
        body.cursor = Position(column: 6, row: 8)
      }
    }
  }
}
