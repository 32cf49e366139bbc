import LECModel

/// GC-01 to GC-11. Children who wait for a number: how far the way is, and what to do next.
struct WaitingScreen: Screen {
  private var list = ListWindow(columns: WaitingScreen.columns, emptyText: "waiting.empty", isMarkable: false)
  private var oldCodes = false

  private static let columns: [ListColumn] = [
    ListColumn("mark", heading: "roster.mark", width: 1),
    ListColumn("number", heading: "roster.number", width: 17),
    ListColumn("name", heading: "roster.name", width: 20, grows: true),
    ListColumn("classRoom", heading: "roster.class", width: 8),
    ListColumn("sex", heading: "student.sex", width: 6, from: .wide),
    ListColumn("age", heading: "roster.age", width: 4, side: .right, from: .wide),
    ListColumn("problem", heading: "roster.problem", width: 1, from: .wide),
    ListColumn("reason", heading: "student.reason", width: 1, from: .wide),
    ListColumn("left", heading: "student.left", width: 1, from: .wide),
    ListColumn("step", heading: "student.numberStep", width: 22, grows: true),
  ]

  var commands: [Command] {
    ([.bar(.choose, name: "waiting.enter"), .bar(.filter, name: "waiting.other")] + list.commands).unique
  }
  var isTyping: Bool { list.isTyping }

  private var filter: RosterFilter { RosterFilter(problem: .check(oldCodes ? .legacyCode : .numberMissing)) }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [window(list.rows.isEmpty ? list.fromStart() : list.refresh())]
    case .resized(let size):
      let room = ListWindow.capacity(in: Chrome.body(in: size).size) - 4
      return list.fit(rows: room).map { [window($0)] } ?? []
    case .answer(.roster(.window(let answer))):
      list.receive(answer)
      return []
    case .answer(.changed): return [window(list.refresh())]
    case .command(.filter) where !list.isTyping:
      oldCodes.toggle()
      return [window(list.fromStart())]
    default: break
    }
    switch list.handle(input) {
    case .ask(let request): return [window(request)]
    case .chosen(let row): return RecordID(row.id).map { [.open(.student($0, field: .number))] } ?? []
    case .handled: return []
    case .ignored: return input == .command(.back) ? [.back] : []
    }
  }

  private func window(_ request: WindowRequest) -> Step { .ask(.roster(.window(request, filter))) }

  func draw(on canvas: inout Canvas, in look: Look) {
    let title: Words = oldCodes ? "waiting.titleOld" : "waiting.title"
    Chrome(title: title, commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      let (rest, foot) = body.bounds.split(bottom: 4)
      body.part(rest) { list.draw(on: &$0, in: look) }
      let words = look.text(oldCodes ? "waiting.nextOld" : "waiting.next")
      for (row, line) in Wrap.lines(words, width: foot.columns - 2).prefix(4).enumerated() {
        body.put(line, at: foot.row(row).origin.moved(columns: 1), ink: .dim)
      }
    }
  }
}
