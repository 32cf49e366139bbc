import LECModel

/// RM-04. The register of children with no identity: it stays at the institution; from it a child can be brought back.
struct RegisterScreen: Screen {
  private let filter = RosterFilter(states: .removed)
  private var list = ListWindow(columns: RegisterScreen.columns, emptyText: "register.empty")

  private static let columns: [ListColumn] = [
    ListColumn("mark", heading: "roster.mark", width: 1),
    ListColumn("number", heading: "roster.number", width: 17, isSortable: true),
    ListColumn("name", heading: "roster.name", width: 18, grows: true, isSortable: true),
    ListColumn("classRoom", heading: "roster.class", width: 8, isSortable: true),
    ListColumn("sex", heading: "student.sex", width: 6, from: .wide),
    ListColumn("age", heading: "roster.age", width: 4, side: .right, from: .wide),
    ListColumn("problem", heading: "roster.problem", width: 1, from: .wide),
    ListColumn("reason", heading: "student.reason", width: 16, grows: true),
    ListColumn("left", heading: "student.left", width: 12),
  ]

  var commands: [Command] {
    let own: [Command] = [
      .bar(.restore), .bar(.choose, name: "register.open"), .bar(.print, name: "register.print"), .bar(.erase),
    ]
    return (own + list.commands).unique
  }
  var isTyping: Bool { list.isTyping }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [window(list.rows.isEmpty ? list.fromStart() : list.refresh())]
    case .resized(let size):
      return list.fit(rows: ListWindow.capacity(in: Chrome.body(in: size).size)).map { [window($0)] } ?? []
    case .answer(.roster(.window(let answer))):
      list.receive(answer)
      return []
    case .answer(.roster(.written(let outcome))):
      list.clearMarks()
      return [window(list.refresh()), .say("register.restored", [.number("count", outcome.records.count)])]
    case .answer(.changed): return [window(list.refresh())]
    case .command(.restore) where !list.isTyping:
      guard let picked = list.picked, !picked.isEmpty else { return [.say("roster.markOnes", [])] }
      return [.ask(.roster(.restore(.only(picked.compactMap { RecordID($0) }))))]
    case .command(.erase) where !list.isTyping:
      guard let picked = list.picked, !picked.isEmpty else { return [.say("roster.markOnes", [])] }
      return [.open(.page(.erase(picked.compactMap { RecordID($0) })))]
    case .command(.print) where !list.isTyping: return [.open(.reports)]
    default: break
    }
    switch list.handle(input) {
    case .ask(let request): return [window(request)]
    case .chosen(let row): return RecordID(row.id).map { [.open(.history($0, field: nil))] } ?? []
    case .handled: return []
    case .ignored: return input == .command(.back) ? [.back] : []
    }
  }

  private func window(_ request: WindowRequest) -> Step { .ask(.roster(.window(request, filter))) }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "register.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) {
      list.draw(on: &$0, in: look)
    }
  }
}
