import LECModel

/// Every row of a sheet and what reading it in would do: figures at the top, the rows, and what there is to say of the chosen one.
struct ImportPreview: Sendable {
  private(set) var report: ImportReport
  private(set) var filter: ImportRow.Kind?
  private(set) var cursor = 0
  /// The rows that are listed, by their places in the report.
  private var shown: [Int] = []

  init(_ report: ImportReport) {
    self.report = report
    choose(nil)
  }

  var selected: ImportRow? { shown.indices.contains(cursor) ? report.list[shown[cursor]] : nil }

  /// Takes what has become of the sheet after a decision; the chosen row stays chosen.
  mutating func update(_ report: ImportReport) {
    let line = selected?.line
    self.report = report
    // A kind of which no row is left is no longer a filter.
    list(count(filter) > 0 ? filter : nil)
    cursor = shown.firstIndex { report.list[$0].line == line } ?? min(cursor, max(0, shown.count - 1))
  }

  /// Goes to the next kind that has rows, and in the end to all.
  mutating func nextFilter() {
    let kinds = ImportRow.Kind.allCases.filter { count($0) > 0 }
    let place = filter.flatMap { kinds.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    choose(kinds.indices.contains(place) ? kinds[place] : nil)
  }

  private mutating func choose(_ kind: ImportRow.Kind?) {
    list(kind)
    cursor = 0
  }

  private mutating func list(_ kind: ImportRow.Kind?) {
    filter = kind
    shown = report.list.indices.filter { kind == nil || report.list[$0].kind == kind }
  }

  private func count(_ kind: ImportRow.Kind?) -> Int {
    switch kind {
    case nil: report.rows
    case .added: report.added
    case .changed: report.changed
    case .same: report.same
    case .problem: report.refused - report.undecided
    case .undecided: report.undecided
    case .leftOut: report.leftOut
    }
  }

  /// True when the input was for moving about.
  mutating func handle(_ input: Input) -> Bool {
    if case .click(let place) = input {
      let row = top + place.row - Self.head
      guard place.row >= Self.head, shown.indices.contains(row) else { return false }
      cursor = row
      return true
    }
    guard case .command(let id) = input else { return false }
    switch id {
    case .up: cursor -= 1
    case .down: cursor += 1
    case .pageUp: cursor -= 10
    case .pageDown: cursor += 10
    case .first: cursor = 0
    case .last: cursor = shown.count - 1
    default: return false
    }
    cursor = max(0, min(cursor, shown.count - 1))
    return true
  }

  // Drawing

  private static let head = 3
  private static let foot = 6
  private var top: Int { max(0, cursor - 5) }

  func draw(on canvas: inout Canvas, in look: Look) {
    let columns = canvas.size.columns
    canvas.put(look.said(ImportLines.name(report)), at: Position(column: 1, row: 0), width: columns - 2, ink: .heading)
    drawCounts(on: &canvas, in: look)
    if !report.ignored.isEmpty {
      let names = look.said(.key("import.ignored", [.text("names", report.ignored.joined(separator: ", "))]))
      canvas.put(names, at: Position(column: 1, row: 2), width: columns - 2, ink: .dim)
    }
    let rows = max(3, canvas.size.rows - Self.head - Self.foot)
    for (row, place) in shown.dropFirst(top).prefix(rows).enumerated() {
      draw(report.list[place], isChosen: top + row == cursor, on: &canvas, row: Self.head + row, look)
    }
    var row = Self.head + rows
    canvas.put(
      String(repeating: look.plain ? "-" : "─", count: max(0, columns - 2)), at: Position(column: 1, row: row),
      ink: .border)
    row += 1
    for line in details.prefix(max(0, canvas.size.rows - row)) {
      for part in Wrap.lines(look.said(line.words), width: max(10, columns - 3)) where row < canvas.size.rows {
        canvas.put(part, at: Position(column: 1, row: row), width: columns - 2, ink: line.ink)
        row += 1
      }
    }
  }

  /// How many rows of each kind, the kind that is listed marked.
  private func drawCounts(on canvas: inout Canvas, in look: Look) {
    var place = Position(column: 1, row: 1)
    for kind in [ImportRow.Kind?.none] + ImportRow.Kind.allCases.map({ $0 }) {
      let number = count(kind)
      guard number > 0 || kind == nil else { continue }
      let name = kind.map { TextKey("import.kind.\($0.rawValue)") } ?? "import.kind.all"
      let text = look.said(.key("import.count", [.key("kind", name), .number("count", number)]))
      let mark = kind == filter ? "[\(text)]" : " \(text) "
      canvas.put(mark, at: place, ink: kind == filter ? .title : Self.ink(kind))
      place = place.moved(columns: Columns.width(of: mark) + 1)
    }
  }

  private static func ink(_ kind: ImportRow.Kind?) -> Ink {
    switch kind {
    case .added: .ok
    case .problem: .error
    case .undecided: .warning
    case .same, .leftOut: .dim
    case .changed, nil: .text
    }
  }

  private func draw(_ item: ImportRow, isChosen: Bool, on canvas: inout Canvas, row: Int, _ look: Look) {
    let at = Position(column: 0, row: row)
    let ink: Ink = isChosen ? .selected : .text
    canvas.put(isChosen ? "> " : "  ", at: at, ink: ink)
    canvas.put(look.said(.figures(String(item.line))), at: at.moved(columns: 2), width: 6, ink: ink, align: .trailing)
    canvas.put(
      look.text(TextKey("import.kind.\(item.kind.rawValue)")), at: at.moved(columns: 9), width: 11,
      ink: isChosen ? .selected : Self.ink(item.kind))
    canvas.put(item.name.isEmpty ? "–" : item.name, at: at.moved(columns: 21), width: 26, ink: ink)
    let grade = Grade(rawValue: item.grade).map { look.said(RosterRow.words(of: $0)) } ?? ""
    canvas.put(grade, at: at.moved(columns: 48), width: 8, ink: ink)
    let room = canvas.size.columns - 58
    canvas.put(
      look.said(summary(item)), at: at.moved(columns: 57), width: room, ink: isChosen ? ink : Self.ink(item.kind))
    if isChosen { canvas.cursor = at }
  }

  /// The row in a few words.
  private func summary(_ item: ImportRow) -> Words {
    if let problem = item.problems.first(where: { $0.severity == .error }) ?? item.problems.first {
      return problem.column.isEmpty ? ImportLines.sentence(problem) : .key(TextKey("csv.column.\(problem.column)"), [])
    }
    guard let first = item.changes.first.flatMap({ StudentField(rawValue: $0.field) }) else { return .none }
    if item.changes.count == 1 { return FieldWords.name(first) }
    return .key("import.more", [.words("first", FieldWords.name(first)), .number("count", item.changes.count - 1)])
  }

  /// All there is to say of the chosen row.
  private var details: [TextPage.Line] {
    guard let item = selected else { return [.init("import.none", ink: .dim)] }
    var lines = item.problems.map {
      TextPage.Line(ImportLines.sentence($0), ink: $0.severity == .error ? .error : .warning)
    }
    lines += item.candidates.map { TextPage.Line(Self.words(of: $0)) }
    lines += item.changes.map { TextPage.Line(FieldWords.change($0, kind: nil)) }
    if lines.isEmpty { lines.append(.init(.key(TextKey("import.kind.\(item.kind.rawValue).why"), []), ink: .dim)) }
    return lines
  }

  /// A child that may be meant, by what tells it from others.
  static func words(of candidate: ImportRow.Candidate) -> Words {
    .key(
      "import.candidate",
      [
        .text("name", candidate.name), .figures("number", candidate.number.isEmpty ? "–" : candidate.number),
        .words("birth", CalendarDate(iso: candidate.birth).map { Dates.day($0) } ?? .text("–")),
      ])
  }
}
