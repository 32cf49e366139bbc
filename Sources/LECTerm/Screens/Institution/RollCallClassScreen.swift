import LECModel

/// One class, child by child: one key says present, not here or later, and the next child comes.
struct RollCallClassScreen: Screen {
  private let classRoom: ClassRoom?
  private var rows: [StudentRow] = []
  private var round = RoundKey(year: 1, number: 1)
  private var today = CalendarDate.first
  private var cursor = 0
  /// The child that was just marked as not here. The bar stands on the next one already, but who presses the key that removes means
  /// this one.
  private var justAbsent: RecordID?
  /// What was pressed and is not written yet: it may be refused, or asked about first.
  private var pressed: (child: RecordID, mark: Mark)?
  private var isLoaded = false

  init(_ classRoom: ClassRoom?) { self.classRoom = classRoom }

  var commands: [Command] {
    [
      .bar(.present), .bar(.notHere), .bar(.later), .bar(.markAll, name: "rollcall.rest"),
      .bar(.remove, name: "rollcall.remove"), Command(.history), Command(.edit), Command(.choose),
    ] + [.up, .down, .pageUp, .pageDown, .first, .last].map { Command($0) }
  }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened, .answer(.changed): return [.ask(.roster(.classRows(classRoom)))]
    case .answer(.roster(.classRows(let rows, let round, let today))):
      let chosen = selected?.id
      (self.rows, self.round, self.today) = (rows, round, today)
      // The bar stays on its child where others have gone.
      if let chosen, let place = rows.firstIndex(where: { $0.id == chosen }) { cursor = place }
      if !rows.contains(where: { $0.id == justAbsent }) { justAbsent = nil }
      if !isLoaded { cursor = rows.firstIndex { $0.student.mark(in: round) == .unchecked } ?? 0 }
      isLoaded = true
      cursor = min(cursor, max(0, rows.count - 1))
      return []
    case .answer(.roster(.written)):
      goOn()
      return [.ask(.roster(.classRows(classRoom)))]
    case .click(let place):
      if let row = visible(rows: 20).dropFirst(place.row - 6).first { cursor = row }
      justAbsent = nil
      return []
    case .command(let id): return act(id)
    default: return []
    }
  }

  private mutating func act(_ id: Command.ID) -> [Step] {
    let absent = justAbsent
    (justAbsent, pressed) = (nil, nil)
    switch id {
    case .back: return [.back]
    case .up: cursor = max(0, cursor - 1)
    case .down: cursor = min(max(0, rows.count - 1), cursor + 1)
    case .pageUp: cursor = max(0, cursor - 10)
    case .pageDown: cursor = min(max(0, rows.count - 1), cursor + 10)
    case .first: cursor = 0
    case .last: cursor = max(0, rows.count - 1)
    case .present: return mark(.present)
    case .notHere: return mark(.absent)
    case .later: return mark(.later)
    case .markAll:
      let rest = rows.filter { $0.student.mark(in: round) == .unchecked }.map(\.id)
      return rest.isEmpty ? [] : [.ask(.roster(.mark(.only(rest), .present)))]
    case .remove:
      justAbsent = absent
      return (absent ?? selected?.id).map { [.open(.remove([$0]))] } ?? []
    case .history: return selected.map { [.open(.history($0.id, field: StudentField.mark.rawValue))] } ?? []
    case .edit, .choose: return selected.map { [.open(.student($0.id, field: nil))] } ?? []
    default: break
    }
    return []
  }

  private var selected: StudentRow? { rows.indices.contains(cursor) ? rows[cursor] : nil }

  private mutating func mark(_ mark: Mark) -> [Step] {
    guard let selected else { return [] }
    pressed = (selected.id, mark)
    return [.ask(.roster(.mark(.only([selected.id]), mark)))]
  }

  /// The mark is written: the bar goes to the next child; at the end of the class it stays.
  private mutating func goOn() {
    guard let pressed else { return }
    if pressed.mark == .absent { justAbsent = pressed.child }
    cursor = min(cursor + 1, max(0, rows.count - 1))
    self.pressed = nil
  }

  private func visible(rows count: Int) -> Range<Int> {
    let top = max(0, min(cursor - count / 2, rows.count - count))
    return top..<min(rows.count, top + count)
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    let title = Words.key("rollcall.class", [.words("class", RosterRow.words(of: classRoom))])
    Chrome(title: title, commands: commands).draw(on: &canvas, in: look) { body in
      guard let selected else {
        body.put(look.text("rollcall.nobody"), at: Position(column: 1, row: 1), ink: .dim)
        body.cursor = Position(column: 1, row: 1)
        return
      }
      drawCard(selected, on: &body, look)
      let list = body.bounds.split(top: 5).rest
      body.part(list) { drawList(on: &$0, look) }
    }
  }

  private func drawCard(_ row: StudentRow, on canvas: inout Canvas, _ look: Look) {
    let s = row.student
    let place = look.text("rollcall.place", [.number("at", cursor + 1), .number("of", rows.count)])
    canvas.put(place, at: Position(column: 0, row: 0), width: canvas.size.columns - 1, ink: .dim, align: .trailing)
    if let absent = rows.first(where: { $0.id == justAbsent }) {
      let words = look.text("rollcall.justAbsent", [.text("name", absent.student.fullName)])
      canvas.put(words, at: Position(column: 3, row: 0), width: canvas.size.columns - 14, ink: .warning)
    }
    let title = Title(rawValue: s[.title])?.thai ?? ""
    canvas.put(title + s.fullName, at: Position(column: 3, row: 1), ink: .title)
    var facts: [Words] = []
    if !s[.number].isEmpty { facts.append(FieldWords.value(StudentField.number.rawValue, s[.number], kind: nil)) }
    if let birth = s.birth { facts.append(.key("rollcall.age", [.number("count", birth.fullYears(at: today))])) }
    if let sex = s.sex { facts.append(.key(TextKey("sex.\(sex.rawValue)"), [])) }
    canvas.put(facts.map { look.said($0) }.joined(separator: "   "), at: Position(column: 3, row: 2))
    let mark = s.mark(in: round)
    canvas.put(look.text(TextKey("mark.\(mark.rawValue)")), at: Position(column: 3, row: 3), ink: ink(mark))
    let done = rows.count { $0.student.mark(in: round) != .unchecked }
    canvas.put(
      look.text("rollcall.done", [.number("done", done), .number("of", rows.count)]), at: Position(column: 0, row: 3),
      width: canvas.size.columns - 1, ink: .dim, align: .trailing)
    canvas.hline(at: Position(column: 0, row: 4), width: canvas.size.columns)
  }

  private func drawList(on canvas: inout Canvas, _ look: Look) {
    for (line, place) in visible(rows: canvas.size.rows).enumerated() {
      let student = rows[place].student
      let mark = student.mark(in: round)
      let head =
        (place == cursor ? "> " : "  ") + RosterRow.symbol(mark) + " "
        + Columns.pad("\(place + 1)", width: 4, align: .trailing)
      canvas.put(
        look.language.digits.written(head), at: Position(column: 0, row: line),
        ink: place == cursor ? .selected : ink(mark))
      canvas.put(student.fullName, at: Position(column: 10, row: line), width: 40)
      canvas.put(look.text(TextKey("mark.\(mark.rawValue)")), at: Position(column: 52, row: line), ink: ink(mark))
      if place == cursor { canvas.cursor = Position(column: 0, row: line) }
    }
  }

  private func ink(_ mark: Mark) -> Ink {
    switch mark {
    case .present: .ok
    case .absent: .error
    case .later: .warning
    case .unchecked: .dim
    }
  }
}
