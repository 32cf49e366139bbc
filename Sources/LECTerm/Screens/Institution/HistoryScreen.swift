import LECModel

/// Who entered this, when, on which device, and what it was before: of a record, or of one of its fields.
struct HistoryScreen: Screen {
  private let record: RecordID
  private let field: UInt8?
  private var page = TextPage()
  private var entries: [LogEntry] = []

  init(_ record: RecordID, field: UInt8?) {
    self.record = record
    self.field = field
  }

  var commands: [Command] { TextPage.commands }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.roster(.history(record, field: field)))]
    case .answer(.roster(.history(let entries))):
      self.entries = entries
      page = TextPage(entries.reversed().flatMap { LogLines.lines($0, field: field) })
      return []
    case .command(.back): return [.back]
    default:
      _ = page.handle(input)
      return []
    }
  }

  private var title: Words {
    let subject = Words.text(entries.last?.subject ?? "")
    guard let field else { return .key("history.title", [.words("subject", subject)]) }
    let name = FieldWords.name(field, kind: entries.last?.kind)
    return .key("history.titleField", [.words("subject", subject), .words("field", name)])
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: title, commands: commands).draw(on: &canvas, in: look) { body in
      if entries.isEmpty { body.put(look.text("history.empty"), at: Position(column: 1, row: 0), ink: .dim) }
      page.draw(on: &body, in: look)
    }
  }
}

/// An entry of the log in lines to read.
enum LogLines {
  static func lines(_ entry: LogEntry, field: UInt8?) -> [TextPage.Line] {
    var lines = [
      TextPage.Line(
        .key(
          entry.person.isEmpty ? "history.ofMachine" : "history.line",
          [.words("what", what(entry)), .text("person", entry.person), .text("device", entry.device)]),
        ink: .heading, figure: Dates.moment(entry.time))
    ]
    for change in entry.changes where field == nil || change.field == field {
      lines.append(.init(FieldWords.change(change, kind: entry.kind)))
    }
    if let unit = entry.onBehalf { lines.append(.init(.key("history.behalf", [.text("unit", unit.text)]))) }
    if !entry.words.isEmpty { lines.append(.init(.key("history.words", [.words("words", words(entry))]))) }
    return lines
  }

  /// Why a machine began is one of a few words of the program, and no text of a person.
  private static func words(_ entry: LogEntry) -> Words {
    entry.kind == .genesis ? .key(TextKey("genesis.\(entry.words)"), []) : .text(entry.words)
  }

  /// What was done, in words.
  static func what(_ entry: LogEntry) -> Words {
    let name = Words.key(TextKey("event.\(entry.kind?.name ?? "unknown")"), [])
    return entry.isUndo ? .key("event.undo", [.words("name", name)]) : name
  }
}
