import LECModel

/// Reading a roster file: choose it, say what the program can't know, look at every row, mend or leave out what is wrong,
/// then read it in, as one step that can be taken back.
struct ImportScreen: Screen {
  private var form = Self.form("")
  private var candidates: [String] = []
  private var preview: ImportPreview?
  private var columns: ImportColumns?
  /// The findings of the whole sheet, kind by kind; nil while the rows are listed.
  private var summary: TextPage?
  private var dialog: Dialog?
  private var question: Question?
  private var decisions = ImportDecisions()
  private var path = ""

  /// What the open dialog asks.
  private enum Question {
    case years
    case again
    case sheet([String])
    case fix(line: Int, column: String)
    case match(line: Int, [ImportRow.Candidate])
  }

  private static func form(_ path: String) -> Form {
    Form(
      [
        FormField("path", label: "import.path", help: "import.path.help", need: .required, TextField(path, limit: 400))
      ], draftKey: DraftKey(form: "import"))
  }

  var commands: [Command] {
    if dialog != nil { return Dialog.commands }
    if columns != nil { return ImportColumns.commands }
    guard let report = preview?.report else {
      return form.commands.map { $0.id == .save ? .bar(.choose, name: "import.preview") : $0 }.unique
    }
    var commands = TextPage.commands
    if report.refused == 0, report.added + report.changed > 0 {
      commands += [.bar(.confirm, name: "import.do"), Command(.save)]
    }
    // First what ends it: the bar of a narrow screen does not hold all.
    if report.refused > 0, report.added + report.changed > 0 { commands.append(.bar(.more, name: "import.partial")) }
    commands += [
      .bar(.choose, name: "import.mend"), .bar(.mark, name: "import.leave"), .bar(.filter),
      .bar(.columns, name: "import.columns"),
      .bar(.next, name: "import.summary"),
    ]
    return commands
  }
  var isTyping: Bool { dialog?.isTyping ?? (preview == nil && columns == nil && form.isTyping) }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.files(.candidates))]
    case .answer(.files(.candidates(let found))):
      candidates = found
      return []
    case .answer(.files(.preview(let report))):
      show(report)
      return []
    case .answer(.files(.imported(let report))):
      return form.finished + [
        .back, .say("import.done", [.number("added", report.added), .number("changed", report.changed)]),
      ]
    case .refused(let objection) where objection.code == Refusal.Code.alreadyImported.rawValue && preview == nil:
      question = .again
      dialog = .question(
        "import.again", .key("import.again.why", [.words("why", Words.key(objection.reason, objection.values))]))
      return []
    default: break
    }
    if dialog != nil { return handleDialog(input) }
    if columns != nil { return handleColumns(input) }
    if preview != nil { return handlePreview(input) }
    if case .command(.down) = input, let next = nextCandidate {
      form = Self.form(next)
      return []
    }
    // The name of a file is nothing to be kept for later.
    if case .command(.back) = input { return form.finished + [.back] }
    switch form.handle(input) {
    case .submitted:
      path = form.value("path")
      decisions = ImportDecisions()
      return [ask]
    case .left: return [.back]
    case .handled, .ignored: return []
    }
  }

  /// What the sheet would do with what was said so far.
  private var ask: Step { .ask(.files(.preview(path: path, decisions))) }

  private mutating func show(_ report: ImportReport) {
    if !report.sheets.isEmpty {
      question = .sheet(report.sheets)
      dialog = .reasons("import.sheets", "import.sheets.why", report.sheets.map { .text($0) })
    } else if !report.needed.isEmpty {
      preview = nil
      columns = ImportColumns(report)
    } else {
      if preview == nil { preview = ImportPreview(report) } else { preview?.update(report) }
      columns?.update(report)
      if summary != nil { summary = TextPage(ImportLines.lines(report)) }
      guard let doubt = report.doubts.first, decisions.years == .unknown else { return }
      question = .years
      dialog = .reasons(
        "import.years", .key("import.years.why", [.words("doubt", ImportLines.sentence(doubt))]),
        ["import.years.buddhist", "import.years.christian", "import.years.each"])
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
      if summary != nil { summary = nil } else { preview = nil }
    case .command(.save), .command(.confirm):
      return [.ask(.files(.importFile(path: path, decisions, partial: false)))]
    case .command(.more): return [.ask(.files(.importFile(path: path, decisions, partial: true)))]
    case .command(.next): summary = summary == nil ? preview.map { TextPage(ImportLines.lines($0.report)) } : nil
    case .command(.columns): columns = preview.map { ImportColumns($0.report) }
    case .command(.filter):
      summary = nil
      preview?.nextFilter()
    case .command(.mark):
      guard summary == nil, let line = preview?.selected?.line else { return [] }
      if decisions.leftOut.remove(line) == nil { decisions.leftOut.insert(line) }
      return [ask]
    case .command(.choose): return mend()
    default: if summary != nil { _ = summary?.handle(input) } else { _ = preview?.handle(input) }
    }
    return []
  }

  /// Asks what is to be done with the chosen row.
  private mutating func mend() -> [Step] {
    guard summary == nil, let row = preview?.selected else { return [] }
    if !row.candidates.isEmpty {
      question = .match(line: row.line, row.candidates)
      dialog = .reasons(
        "import.whose", .key("import.whose.why", [.text("name", row.name)]),
        row.candidates.map { ImportPreview.words(of: $0) } + ["import.whose.new"])
      return []
    }
    let asked = row.problems.filter { !$0.column.isEmpty || $0.severity == .error }
    guard let problem = asked.first(where: { $0.severity == .error }) ?? asked.first else { return [] }
    guard !problem.column.isEmpty else { return [.say("import.unmendable")] }
    question = .fix(line: row.line, column: problem.column)
    dialog = .input(
      .key("import.fix", [.figures("line", String(row.line)), .text("name", row.name)]), ImportLines.sentence(problem),
      label: .key(TextKey("csv.column.\(problem.column)"), []), text: problem.text)
    return []
  }

  private mutating func handleColumns(_ input: Input) -> [Step] {
    let known = Set(preview?.report.columns.map(\.field) ?? [])
    switch columns?.handle(input, isFieldKnown: { known.contains($0) }) {
    case .left: columns = nil
    case .chosen(let header, let field):
      decisions.columns[header] = field
      return [ask]
    case .handled, nil: break
    }
    return []
  }

  private mutating func handleDialog(_ input: Input) -> [Step] {
    switch dialog?.handle(input) {
    case .some(.pressed(let button, let reason, let text)):
      let asked = question
      dialog = nil
      question = nil
      if button == .no { return [] }
      answer(asked, reason ?? 0, text)
      return [ask]
    case .some(.cancelled):
      switch question {
      case .years, .sheet: preview = nil
      case .again, .fix, .match, nil: break
      }
      dialog = nil
      question = nil
    case .some(.open), .none: break
    }
    return []
  }

  private mutating func answer(_ question: Question?, _ reason: Int, _ text: String) {
    switch question {
    case .again: decisions.again = true
    case .years: decisions.years = [YearChoice.buddhist, .christian, .each][min(2, reason)]
    case .sheet(let names): decisions.sheet = names.indices.contains(reason) ? names[reason] : nil
    case .fix(let line, let column): decisions.fixes[line, default: [:]][column] = text
    case .match(let line, let candidates):
      decisions.matches[line] = candidates.indices.contains(reason) ? .child(candidates[reason].n) : .new
    case nil: break
    }
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "import.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      if let columns { return columns.draw(on: &body, in: look) }
      if let summary { return summary.draw(on: &body, in: look) }
      if let preview { return preview.draw(on: &body, in: look) }
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
