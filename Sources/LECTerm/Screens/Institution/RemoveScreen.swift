import LECModel

/// RM-01 to RM-04. Taking children out: the reason is asked for, and where the line goes is said.
struct RemoveScreen: Screen {
  private let ids: [RecordID]
  private let language: Language
  private var names: [String] = []
  private var form: Form

  init(_ ids: [RecordID], language: Language) {
    self.ids = ids
    self.language = language
    form = Form(
      [
        FormField(
          "reason", label: "student.reason", help: "remove.reason.help", need: .required,
          ChoiceField(
            RemovalReason.allCases.map { .init($0.rawValue, label: .key(TextKey("reason.\($0.rawValue)"), [])) },
            width: 48, language: language)),
        FormField("remark", label: "student.remark", help: "remove.remark.help", TextField()),
      ], draftKey: DraftKey(form: "remove", record: ids.first?.short ?? ""))
  }

  var commands: [Command] { form.commands }
  var isTyping: Bool { form.isTyping }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.roster(.names(ids)))]
    case .answer(.roster(.names(let names))):
      self.names = names
      return []
    case .answer(.roster(.written(let outcome))):
      return form.finished + [.back, .say("remove.done", [.number("count", outcome.records.count)])]
    default: break
    }
    switch form.handle(input) {
    case .handled(let steps): return steps
    case .submitted:
      guard let reason = RemovalReason(rawValue: form.value("reason")) else { return [] }
      return [.ask(.roster(.remove(ids, reason, left: nil, remark: form.value("remark"))))]
    case .left(let steps): return steps + [.back]
    case .ignored: return []
    }
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "remove.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      let who = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? " …" : "")
      body.put(look.text("remove.who", [.number("count", ids.count)]), at: Position(column: 1, row: 0), ink: .heading)
      body.put(who, at: Position(column: 1, row: 1), ink: .title)
      for (row, line) in Wrap.lines(look.text("remove.why"), width: body.size.columns - 3).prefix(2).enumerated() {
        body.put(line, at: Position(column: 1, row: 3 + row), ink: .dim)
      }
      body.part(Rect(column: 0, row: 6, columns: body.size.columns, rows: body.size.rows - 6)) {
        form.draw(on: &$0, in: look)
      }
    }
  }
}
