import LECModel

/// Entering the marks of a paper class sheet: only the numbers of those who are not here or later are typed; the rest is present.
struct SheetEntryScreen: Screen {
  private let classRoom: ClassRoom?
  private var rows: [StudentRow] = []
  private var form = Form(
    [
      FormField("absent", label: "sheet.absent", help: "sheet.numbers.help", TextField()),
      FormField("later", label: "sheet.later", help: "sheet.numbers.help", TextField()),
    ], draftKey: DraftKey(form: "sheet"))

  init(_ classRoom: ClassRoom?) { self.classRoom = classRoom }

  var commands: [Command] { form.commands }
  var isTyping: Bool { form.isTyping }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.roster(.classRows(classRoom)))]
    case .answer(.roster(.classRows(let rows, _, _))):
      self.rows = rows
      return []
    case .answer(.roster(.written)):
      return form.finished + [.back, .say("sheet.done", [])]
    default: break
    }
    switch form.handle(input) {
    case .handled: return []
    case .submitted: return submit()
    case .left(let steps): return steps + [.back]
    case .ignored: return []
    }
  }

  private mutating func submit() -> [Step] {
    let count = rows.count
    guard let absent = SheetNumbers.read(form.value("absent"), upTo: count) else {
      form.refuse(["absent": .key("sheet.wrong", [.number("count", count)])])
      return []
    }
    guard let later = SheetNumbers.read(form.value("later"), upTo: count), absent.isDisjoint(with: later) else {
      form.refuse(["later": .key("sheet.wrong", [.number("count", count)])])
      return []
    }
    var marks: [RecordID: Mark] = [:]
    for (i, row) in rows.enumerated() {
      marks[row.id] = absent.contains(i + 1) ? .absent : later.contains(i + 1) ? .later : .present
    }
    return marks.isEmpty ? [] : [.ask(.roster(.sheet(marks)))]
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    let title = Words.key("sheet.title", [.words("class", RosterRow.words(of: classRoom))])
    Chrome(title: title, commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      for (row, line) in Wrap.lines(look.text("sheet.why"), width: body.size.columns - 3).prefix(3).enumerated() {
        body.put(line, at: Position(column: 1, row: row), ink: .dim)
      }
      let (rest, bottom) = body.bounds.split(bottom: body.size.rows - 10)
      body.part(Rect(column: 0, row: 4, columns: body.size.columns, rows: rest.rows - 4)) {
        form.draw(on: &$0, in: look)
      }
      body.part(bottom) { drawNames(on: &$0, look) }
    }
  }

  /// The class as the sheet numbers it, in as many columns as there is room for.
  private func drawNames(on canvas: inout Canvas, _ look: Look) {
    let perColumn = max(1, canvas.size.rows)
    for (i, row) in rows.enumerated() {
      let column = i / perColumn * 27
      guard column + 26 <= canvas.size.columns else { return }
      let number = look.language.digits.written(Columns.pad("\(i + 1)", width: 3, align: .trailing))
      canvas.put(number + " " + row.student.fullName, at: Position(column: column, row: i % perColumn), width: 26)
    }
  }
}

/// Numbers as clerks write them: `3 7 12-14`, with commas or blanks, in Thai or Arabic digits.
enum SheetNumbers {
  /// Nil when there is anything else, or a number that the sheet does not have.
  static func read(_ text: String, upTo last: Int) -> Set<Int>? {
    var out: Set<Int> = []
    for part in ThaiDigits.ascii(text).split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\n" }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let from = ends[0], let to = ends[ends.count - 1], from >= 1, to <= last,
        from <= to
      else { return nil }
      out.formUnion(from...to)
    }
    return out
  }
}
