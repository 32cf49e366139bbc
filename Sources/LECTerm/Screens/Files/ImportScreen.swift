import LECModel

/// Reading a roster file: choose it, see what it would do, then do it, as one step that can be taken back.
struct ImportScreen: Screen {
  private var form = Form(
    [FormField("path", label: "import.path", help: "import.path.help", need: .required, TextField("", limit: 400))],
    draftKey: DraftKey(form: "import"))
  private var candidates: [String] = []
  private var report: ImportReport?
  private var page = TextPage()
  private var years = YearChoice.unknown
  private var dialog: Dialog?
  private var path = ""

  var commands: [Command] {
    if dialog != nil { return Dialog.commands }
    guard let report else {
      return form.commands.map { $0.id == .save ? .bar(.choose, name: "import.preview") : $0 }.unique
    }
    var commands = TextPage.commands
    if report.refused == 0, report.added + report.changed > 0 {
      commands += [.bar(.confirm, name: "import.do"), Command(.save)]
    }
    if report.refused > 0, report.added + report.changed > 0 { commands.append(.bar(.more, name: "import.partial")) }
    return commands
  }
  var isTyping: Bool { dialog == nil && report == nil && form.isTyping }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.files(.candidates))]
    case .answer(.files(.candidates(let found))):
      candidates = found
      return []
    case .answer(.files(.preview(let report))):
      self.report = report
      page = TextPage(ImportLines.lines(report))
      if let doubt = report.doubts.first, years == .unknown {
        dialog = .reasons(
          "import.years", .key("import.years.why", [.words("doubt", ImportLines.sentence(doubt))]),
          ["import.years.buddhist", "import.years.christian", "import.years.each"])
      }
      return []
    case .answer(.files(.imported(let report))):
      return [.back, .say("import.done", [.number("added", report.added), .number("changed", report.changed)])]
    default: break
    }
    if dialog != nil { return handleDialog(input) }
    if report != nil { return handlePreview(input) }
    if case .command(.down) = input, let next = nextCandidate {
      form = Form(
        [
          FormField(
            "path", label: "import.path", help: "import.path.help", need: .required, TextField(next, limit: 400))
        ],
        draftKey: DraftKey(form: "import"))
      return []
    }
    switch form.handle(input) {
    case .submitted:
      path = form.value("path")
      return [.ask(.files(.preview(path: path, years: years)))]
    case .left: return [.back]
    case .handled, .ignored: return []
    }
  }

  /// The file after the one that stands in the field.
  private var nextCandidate: String? {
    guard !candidates.isEmpty else { return nil }
    let place = candidates.firstIndex(of: form.value("path")).map { $0 + 1 } ?? 0
    return candidates[place % candidates.count]
  }

  private mutating func handlePreview(_ input: Input) -> [Step] {
    switch input {
    case .command(.back):
      report = nil
      years = .unknown
    case .command(.save), .command(.confirm):
      return [.ask(.files(.importFile(path: path, years: years, partial: false)))]
    case .command(.more): return [.ask(.files(.importFile(path: path, years: years, partial: true)))]
    default: _ = page.handle(input)
    }
    return []
  }

  private mutating func handleDialog(_ input: Input) -> [Step] {
    switch dialog?.handle(input) {
    case .some(.pressed(_, let reason, _)):
      dialog = nil
      years = [YearChoice.buddhist, .christian, .each][min(2, reason ?? 0)]
      return [.ask(.files(.preview(path: path, years: years)))]
    case .some(.cancelled):
      dialog = nil
      report = nil
    case .some(.open), .none: break
    }
    return []
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "import.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      if report != nil { return page.draw(on: &body, in: look) }
      for (row, line) in Wrap.lines(look.text("import.why"), width: body.size.columns - 3).prefix(3).enumerated() {
        body.put(line, at: Position(column: 1, row: row), ink: .dim)
      }
      body.part(Rect(column: 0, row: 4, columns: body.size.columns, rows: 6)) { form.draw(on: &$0, in: look) }
      if !candidates.isEmpty { body.put(look.text("import.found"), at: Position(column: 1, row: 11), ink: .heading) }
      for (row, name) in candidates.prefix(max(0, body.size.rows - 12)).enumerated() {
        body.put(name, at: Position(column: 3, row: 12 + row), ink: name == form.value("path") ? .selected : .text)
      }
    }
    dialog?.draw(on: &canvas, in: look)
  }
}

/// An import's findings in lines: figures first, then one line a kind of problem.
enum ImportLines {
  static func lines(_ report: ImportReport) -> [TextPage.Line] {
    var lines: [TextPage.Line] = [
      .init(.text(report.file), ink: .heading),
      .init("import.rows", figure: .number(report.rows)),
      .init("import.added", ink: .ok, figure: .number(report.added)),
      .init("import.changed", figure: .number(report.changed)), .init("import.same", figure: .number(report.same)),
      .init("import.refused", ink: report.refused > 0 ? .error : .text, figure: .number(report.refused)),
    ]
    if report.missing > 0 { lines.append(.init("import.missing", ink: .dim, figure: .number(report.missing))) }
    if !report.ignored.isEmpty {
      lines.append(.init(.key("import.ignored", [.text("names", report.ignored.joined(separator: ", "))]), ink: .dim))
    }
    lines.append(.blank)
    for line in report.lines { lines.append(.init(sentence(line), ink: line.severity == .error ? .error : .warning)) }
    return lines
  }

  /// Where both kinds of years stand, with an example of each.
  static func sentence(_ doubt: ImportReport.YearDoubt) -> Words {
    .key(
      "import.years.line",
      [
        .key("column", TextKey("csv.column.\(doubt.column)")), .figures("buddhistLine", String(doubt.buddhistLine)),
        .figures("buddhist", doubt.buddhist), .figures("christianLine", String(doubt.christianLine)),
        .figures("christian", doubt.christian),
      ])
  }

  /// One problem as a sentence: row, column, what; and how often where it is repeated.
  static func sentence(_ line: ImportReport.Line) -> Words {
    let isCheck = Check(rawValue: line.code) != nil
    let key = isCheck ? TextKey("check.\(line.code)") : TextKey("importing.\(line.code)")
    let what = Words.key(key, [.text("detail", line.detail)])
    var values: [TextValue] = [
      .figures("line", String(line.line)), .figures("last", String(line.lastLine)), .number("count", line.count),
      .words("what", what),
    ]
    values.append(line.column.isEmpty ? .text("column", "") : .key("column", TextKey("csv.column.\(line.column)")))
    if line.column.isEmpty { return .key(line.count > 1 ? "importing.rows" : "importing.row", values) }
    return .key(line.count > 1 ? "importing.lines" : "importing.line", values)
  }
}
