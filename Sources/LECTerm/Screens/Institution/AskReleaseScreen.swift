import LECModel

/// ED-04. The request to the level above to release what is locked: the words, and whom to ring.
struct AskReleaseScreen: Screen {
  private let dataset: Dataset
  private var contact: Contact?
  private var asked: String?
  private var form: Form

  /// The request begins with the words that are always the same; what must be mended is the person's to say.
  init(_ dataset: Dataset, language: Language) {
    self.dataset = dataset
    let begin = language.text("release.begin", [.key("dataset", TextKey("dataset.\(dataset.rawValue)"))])
    form = Form(
      [FormField("words", label: "release.words", help: "release.words.help", need: .required, NoteField(begin + " "))],
      draftKey: DraftKey(form: "release", record: dataset.rawValue))
  }

  var commands: [Command] { form.commands }
  var isTyping: Bool { form.isTyping }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.confirming(.state(dataset))), .ask(.loadDraft(form.draftKey))]
    case .answer(.confirming(.state(let now))):
      contact = now.parent
      asked = now.request
      return []
    case .answer(.confirming(.asked)): return form.finished + [.back, .say("release.done", [])]
    default: break
    }
    switch form.handle(input) {
    case .handled(let steps): return steps
    case .submitted: return [.ask(.confirming(.askRelease(dataset, words: form.value("words"))))]
    case .left(let steps): return steps + [.back]
    case .ignored: return []
    }
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "release.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      var row = 0
      for line in Wrap.lines(look.text("release.why"), width: body.size.columns - 3).prefix(3) {
        body.put(line, at: Position(column: 1, row: row))
        row += 1
      }
      if let contact {
        let values: [TextValue] = [
          .text("unit", contact.unit), .text("person", contact.person), .figures("phone", contact.phone),
        ]
        body.put(look.text("release.ring", values), at: Position(column: 1, row: row), ink: .heading)
      }
      if let asked {
        body.put(
          look.text("release.asked", [.text("words", asked)]), at: Position(column: 1, row: row + 1), ink: .warning)
      }
      body.part(Rect(column: 0, row: row + 3, columns: body.size.columns, rows: body.size.rows - row - 3)) {
        form.draw(on: &$0, in: look)
      }
    }
  }
}
