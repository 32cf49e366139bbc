import LECModel

/// AU-02. The first day of a real unit: the starter file that the level above made, and the code on the card that came with it.
struct JoinScreen: Screen {
  private var form = JoinScreen.form(file: "")
  private var joined: JoinedFile?

  private static func form(file: String) -> Form {
    var form = Form(
      [
        FormField("file", label: "join.file", help: "join.file.help", need: .required, TextField(file, limit: 1000)),
        FormField("card", label: "join.card", help: "join.card.help", need: .required, TextField(limit: 60)),
      ], draftKey: DraftKey(form: "join"))
    if !file.isEmpty { form.reveal("card") }
    return form
  }

  var commands: [Command] {
    if joined != nil { return [.bar(.choose, name: "join.enter"), .bar(.language)] }
    let own = form.commands.filter { $0.id != .save && $0.id != .choose }
    return own + [.bar(.choose, name: "join.do"), .bar(.language), .bar(.back)]
  }
  var isTyping: Bool { joined == nil }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened where joined == nil: return [.ask(.account(.starters))]
    case .answer(.account(.starters(let files))):
      if files.count == 1 { form = Self.form(file: files[0]) }
      return []
    case .answer(.account(.joined(let file))):
      joined = file
      return []
    // Neither is kept anywhere: the card opens the file, and there is no file yet to keep a draft in.
    case .command(.back) where joined == nil: return [.back]
    case .command(.choose), .command(.back): if joined != nil { return [.open(.logIn)] }
    default: break
    }
    guard joined == nil, case .submitted = form.handle(input) else { return [] }
    return [.ask(.account(.join(starter: form.value("file"), card: form.value("card"))))]
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "join.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      if let joined { return draw(joined, on: &body, in: look) }
      let lines = Wrap.lines(look.text("join.why"), width: body.size.columns - 4).prefix(4)
      for (row, line) in lines.enumerated() { body.put(line, at: Position(column: 2, row: 1 + row)) }
      body.part(Rect(column: 2, row: 2 + lines.count, columns: body.size.columns - 4, rows: 6)) {
        form.draw(on: &$0, in: look)
      }
    }
  }

  private func draw(_ joined: JoinedFile, on body: inout Canvas, in look: Look) {
    var row = 1
    func put(_ text: String, ink: Ink = .text, column: Int = 2) {
      for line in Wrap.lines(text, width: body.size.columns - column - 2) {
        body.put(line, at: Position(column: column, row: row), ink: ink)
        row += 1
      }
    }
    put(look.text("join.done", [.text("unit", joined.unit), .text("user", joined.user)]), ink: .ok)
    row += 1
    if joined.isOwnCard {
      put(look.text("join.ownCard"))
    } else {
      put(look.text("join.fingerprint"))
      put(joined.fingerprint, ink: .title, column: 6)
    }
    if !joined.recoveryCode.isEmpty {
      row += 1
      put(look.text("join.recovery"))
      put(joined.recoveryCode, ink: .title, column: 6)
    }
    row += 1
    put(look.text(joined.isOwnCard ? "join.nextOwn" : "join.next"))
    body.cursor = Position(column: 2, row: 1)
  }
}
