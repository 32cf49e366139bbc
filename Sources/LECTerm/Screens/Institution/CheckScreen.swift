import LECModel

/// Every problem with its rule: errors to mend first, then queries to explain, then those that are explained.
struct CheckScreen: Screen {
  private var lines: [FindingLine] = []
  private var totals: [Check: Int] = [:]
  private var kind: Check?
  private var menu = Menu([])
  private var dialog: Dialog?
  private var isLoaded = false

  var commands: [Command] {
    if dialog != nil { return Dialog.commands }
    return Menu.commands + [
      .bar(.choose, name: "check.go"), .bar(.explain, name: "check.explain"), .bar(.remove, name: "rollcall.remove"),
      .bar(.filter, name: "check.filter"), .bar(.history, name: "check.letter"),
    ]
  }
  var isTyping: Bool { dialog?.isTyping ?? false }

  mutating func handle(_ input: Input) -> [Step] {
    if dialog != nil, case .command = input { return handleDialog(input) }
    if dialog != nil, case .text = input { return handleDialog(input) }
    if dialog != nil, case .paste = input { return handleDialog(input) }
    switch input {
    case .opened, .answer(.changed): return [.ask(.confirming(.findings))]
    case .answer(.confirming(.findings(let lines, let totals))):
      self.lines = lines
      self.totals = totals
      isLoaded = true
      if let kind, !lines.contains(where: { $0.finding.check == kind }) { self.kind = nil }
      show()
      return []
    case .answer(.confirming(.explained)): return [.ask(.confirming(.findings)), .say("check.explained", [])]
    case .command(.back):
      if kind == nil { return [.back] }
      kind = nil
      show()
      return []
    case .command(.filter):
      kind = kind == nil ? selected?.finding.check : nil
      show()
      return []
    case .command(.explain): return explain()
    case .command(.remove):
      guard let selected, !isSummary(selected), let record = selected.finding.record else { return [] }
      return [.open(.remove([record]))]
    case .command(.history): return selected.map { [.open(.rule($0.finding.check.rule))] } ?? []
    default: break
    }
    guard case .chosen = menu.handle(input), let selected else { return [] }
    return go(to: selected)
  }

  /// What is listed: one kind, or all. A kind with very many is told by one line until it is opened.
  private var shown: [FindingLine] {
    if let kind { return lines.filter { $0.finding.check == kind } }
    var seen: [Check: Int] = [:]
    return lines.filter { line in
      seen[line.finding.check, default: 0] += 1
      return count(line.finding.check) <= Self.most || seen[line.finding.check] == 1
    }
  }

  private static let most = 8

  private func count(_ check: Check) -> Int { totals[check] ?? 0 }

  private func isSummary(_ line: FindingLine) -> Bool { kind == nil && count(line.finding.check) > Self.most }

  private var selected: FindingLine? {
    let shown = shown
    return shown.indices.contains(menu.cursor) ? shown[menu.cursor] : nil
  }

  private mutating func go(to line: FindingLine) -> [Step] {
    if isSummary(line) {
      kind = line.finding.check
      show()
      return []
    }
    let finding = line.finding
    if finding.check == .basicsMissing {
      return [.open(.basics(field: finding.fields.first.flatMap { BasicsField(rawValue: $0) }))]
    }
    if finding.check == .basicsDispute || finding.check == .dispute { return [.open(.page(.conflicts))] }
    guard let record = finding.record else { return [] }
    if [.unchecked, .later].contains(finding.check) { return [.open(.rollCall)] }
    if finding.check == .absent { return [.open(.remove([record]))] }
    return [.open(.student(record, field: finding.fields.first.flatMap { StudentField(rawValue: $0) }))]
  }

  private mutating func explain() -> [Step] {
    guard let selected, !isSummary(selected) else { return [] }
    guard selected.finding.check.severity == .warning else { return [.say("check.mustMend", [])] }
    dialog = .input(
      "check.explain", .key("check.explain.what", [.text("name", selected.name), .words("what", what(selected))]),
      label: "check.explain.words", text: selected.finding.explained ?? selected.finding.outdated ?? "")
    return []
  }

  private mutating func handleDialog(_ input: Input) -> [Step] {
    switch dialog?.handle(input) {
    case .some(.pressed(_, _, let text)):
      guard let selected, TextForm.clean(text).unicodeScalars.count >= 3 else {
        dialog?.error = "check.explain.short"
        return []
      }
      dialog = nil
      return [.ask(.confirming(.explain(selected.finding, words: text)))]
    case .some(.cancelled): dialog = nil
    case .some(.open), .none: break
    }
    return []
  }

  private func what(_ line: FindingLine) -> Words { .key(TextKey("check.\(line.finding.check.rawValue)"), []) }

  private mutating func show() {
    var heading: Words = .none
    let items = shown.enumerated().map { place, line -> Menu.Item in
      let finding = line.finding
      let group: Words =
        finding.check.severity == .error
        ? "check.errors" : finding.explained == nil ? "check.queries" : "check.explainedGroup"
      defer { heading = group }
      let about: Words =
        isSummary(line)
        ? .key("check.many", [.words("what", what(line)), .number("count", count(finding.check))])
        : .key("check.single", [.words("name", name(line)), .words("what", detail(line))])
      return Menu.Item(
        String(place), label: about, figure: .text(finding.check.rule.rawValue),
        ink: finding.check.severity == .error ? .error : finding.explained == nil ? .warning : .dim,
        heading: group == heading ? .none : group)
    }
    menu.show(items)
  }

  private func name(_ line: FindingLine) -> Words {
    if line.finding.record == nil { return "basics.title" }
    return .text(names(line))
  }

  private func names(_ line: FindingLine) -> String {
    line.other.isEmpty || line.other == line.name ? line.name : line.name + " / " + line.other
  }

  private func detail(_ line: FindingLine) -> Words {
    guard line.finding.dataset == .basics, let field = line.finding.fields.first.flatMap({ BasicsField(rawValue: $0) })
    else { return what(line) }
    return .key(
      line.finding.check == .basicsMissing ? "check.missingField" : "check.disputedField",
      [.words("field", FieldWords.name(field))])
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "check.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      if isLoaded, lines.isEmpty {
        body.put(look.text("check.none"), at: Position(column: 1, row: 1), ink: .ok)
        body.cursor = Position(column: 1, row: 1)
        return
      }
      let (upper, foot) = body.bounds.split(bottom: 3)
      let list = upper.split(bottom: 1).0
      if !look.plain { body.hline(at: foot.origin.moved(rows: -1), width: foot.columns) }
      body.part(list) { menu.draw(on: &$0, in: look) }
      guard let selected else { return }
      let doing = look.text(TextKey("check.\(selected.finding.check.rawValue).do"))
      let words =
        selected.finding.explained.map { look.text("check.words", [.text("words", $0)]) }
        ?? selected.finding.outdated.map { look.text("check.outdated", [.text("words", $0)]) } ?? doing
      let ink: Ink = selected.finding.outdated == nil ? .dim : .warning
      for (row, line) in Wrap.lines(words, width: foot.columns - 2).prefix(3).enumerated() {
        body.put(line, at: foot.row(row).origin.moved(columns: 1), ink: ink)
      }
    }
    dialog?.draw(on: &canvas, in: look)
  }
}
