import LECModel

/// The head counts of schools of other affiliations as a grid: figures are typed straight into the cells, Enter goes to the next, and
/// last round's figure of the cell stands below.
struct OtherCountsScreen: Screen {
  private var rows: [OtherSchoolRow] = []
  private var canEdit = false
  private var row = 0
  private var column = 0
  private var top = 0
  private var typed = ""
  private var error: Words = .none

  private static let grades = OtherSchoolRow.grades
  private static let cellWidth = 5

  var commands: [Command] {
    [
      Command(.up), Command(.down), Command(.left), Command(.right), Command(.next), Command(.previous),
      Command(.pageUp), Command(.pageDown), .bar(.choose, name: "others.next"), .bar(.more, name: "others.manage"),
    ] + (isTyping ? [Command(.deleteBack), Command(.clearLine)] : [])
  }

  /// Figures are typed without asking first.
  var isTyping: Bool { canEdit && !rows.isEmpty }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened, .answer(.changed): return [.ask(.level(.others))]
    case .answer(.level(.others(let rows, let canEdit))):
      self.rows = rows
      self.canEdit = canEdit
      row = min(row, max(0, rows.count - 1))
      return []
    case .refused(let objection):
      error = .key(objection.reason, objection.values)
      return []
    case .text(let text):
      let digits = ThaiDigits.ascii(text).filter { $0.isASCII && $0.isNumber }
      if typed.count + digits.count <= 4 { typed += digits }
      error = .none
      return []
    case .command(.deleteBack):
      if !typed.isEmpty { typed.removeLast() }
      return []
    case .command(.clearLine):
      typed = ""
      return []
    case .command(.more): return [.open(.page(.others))]
    case .command(.back):
      if !typed.isEmpty {
        typed = ""
        return []
      }
      return [.back]
    case .command(let id): return move(id)
    default: return []
    }
  }

  /// Leaves the cell, saving what was typed.
  private mutating func move(_ id: Command.ID) -> [Step] {
    let saved = save()
    switch id {
    case .up: row = max(0, row - 1)
    case .down: row = min(max(0, rows.count - 1), row + 1)
    case .left, .previous: step(-1)
    case .right, .next, .choose: step(1)
    case .pageUp: row = max(0, row - 10)
    case .pageDown: row = min(max(0, rows.count - 1), row + 10)
    default: return saved
    }
    return saved
  }

  private mutating func step(_ by: Int) {
    column += by
    if column >= Self.grades.count {
      column = 0
      row = min(max(0, rows.count - 1), row + 1)
    } else if column < 0 {
      column = Self.grades.count - 1
      row = max(0, row - 1)
    }
  }

  private mutating func save() -> [Step] {
    guard let total = Int64(typed), rows.indices.contains(row) else { return [] }
    typed = ""
    return [.ask(.level(.countOther(rows[row].record, OtherCounting.Cell(grade: Self.grades[column], total: total))))]
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "others.title", commands: commands).draw(on: &canvas, in: look) { body in
      guard !rows.isEmpty else {
        body.put(look.text("others.none"), at: Position(column: 1, row: 1), ink: .dim)
        body.cursor = Position(column: 1, row: 1)
        return
      }
      let nameWidth = body.size.columns - (Self.grades.count + 1) * Self.cellWidth - 3
      heading(on: &body, nameWidth, look)
      let room = max(1, body.size.rows - 4)
      let first = max(0, min(row - room / 2, rows.count - room))
      for (line, index) in (first..<min(rows.count, first + room)).enumerated() {
        draw(rows[index], isChosen: index == row, at: line + 1, on: &body, nameWidth, look)
      }
      foot(on: &body, look)
    }
  }

  private func heading(on body: inout Canvas, _ nameWidth: Int, _ look: Look) {
    body.put(look.text("others.school"), at: Position(column: 1, row: 0), width: nameWidth, ink: .heading)
    for (i, grade) in Self.grades.enumerated() {
      let name = look.language.code == .thai ? grade.thai : grade.english
      put(name, column: i, row: 0, on: &body, nameWidth, ink: .heading)
    }
    put(look.text("cli.sum"), column: Self.grades.count, row: 0, on: &body, nameWidth, ink: .heading)
  }

  private func put(
    _ text: String, column: Int, row: Int, on body: inout Canvas, _ nameWidth: Int, ink: Ink
  ) {
    body.put(
      text, at: Position(column: nameWidth + 2 + column * Self.cellWidth, row: row), width: Self.cellWidth - 1,
      ink: ink, align: .trailing)
  }

  private func draw(
    _ school: OtherSchoolRow, isChosen: Bool, at line: Int, on body: inout Canvas, _ nameWidth: Int, _ look: Look
  ) {
    let ink: Ink = school.isComplete ? .text : .warning
    body.put(
      (isChosen ? "> " : "  ") + school.school.name, at: Position(column: 0, row: line), width: nameWidth + 1,
      ink: school.school.isDissolved ? .dim : ink)
    for (i, grade) in Self.grades.enumerated() {
      let isHere = isChosen && i == column
      let known = school.cells.first { $0.grade == grade }.map { String($0.total) } ?? "–"
      let text = isHere && !typed.isEmpty ? typed : known
      put(
        look.language.digits.written(text), column: i, row: line, on: &body, nameWidth, ink: isHere ? .selected : .text)
      if isHere {
        body.cursor = Position(column: nameWidth + 2 + (i + 1) * Self.cellWidth - 2, row: line)
      }
    }
    put(
      look.language.digits.written(String(school.total)), column: Self.grades.count, row: line, on: &body, nameWidth,
      ink: .dim)
  }

  private func foot(on body: inout Canvas, _ look: Look) {
    guard rows.indices.contains(row) else { return }
    let bottom = body.size.rows - 1
    let before = rows[row].before.first { $0.grade == Self.grades[column] }
    let all = rows.reduce(0) { $0 + Int($1.total) }
    let words: Words =
      error == .none
      ? .key(
        before == nil ? "others.foot.none" : "others.foot",
        [
          .text("affiliation", rows[row].school.affiliation), .number("before", Int(before?.total ?? 0)),
          .number("all", all),
        ]) : error
    body.put(
      look.said(words), at: Position(column: 1, row: bottom), width: body.size.columns - 2,
      ink: error == .none ? .dim : .error)
  }
}
