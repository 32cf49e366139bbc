import LECModel

/// The roster: a window onto all children, searched as one types, with acts on one child or on all that are marked.
struct RosterScreen: Screen {
  private var filter: RosterFilter
  private var list: ListWindow
  private var dialog: Dialog?
  private var asks = Question.none
  private var classes: [ClassProgress] = []

  private enum Question { case none, filter, setClass, promote }

  init(_ filter: RosterFilter, isSearching: Bool = false) {
    self.filter = filter
    list = ListWindow(columns: Self.columns)
    if isSearching { _ = list.handle(.command(.search)) }
  }

  static let columns: [ListColumn] = [
    ListColumn("mark", heading: "roster.mark", width: 1),
    ListColumn("number", heading: "roster.number", width: 17, isSortable: true),
    ListColumn("name", heading: "roster.name", width: 24, grows: true, isSortable: true),
    ListColumn("classRoom", heading: "roster.class", width: 8, isSortable: true),
    ListColumn("sex", heading: "student.sex", width: 6),
    ListColumn("age", heading: "roster.age", width: 4, side: .right),
    ListColumn("problem", heading: "roster.problem", width: 3),
  ]

  var commands: [Command] {
    if dialog != nil { return Dialog.commands }
    let one: [Command] = [
      .bar(.add, name: "roster.add"), .bar(.choose, name: "roster.open"), .bar(.filter), Command(.edit),
      Command(.present), Command(.notHere), Command(.later), Command(.verify), .bar(.remove), Command(.setClass),
      Command(.promote),
    ]
    return (one + list.commands).unique
  }
  var isTyping: Bool { dialog?.isTyping ?? list.isTyping }

  mutating func handle(_ input: Input) -> [Step] {
    if dialog != nil, input != .opened { return handleDialog(input) }
    switch input {
    case .opened: return [window(list.rows.isEmpty ? list.fromStart() : list.refresh()), .ask(.roster(.classes))]
    case .resized(let size):
      let room = ListWindow.capacity(in: Chrome.body(in: size).size)
      return list.fit(rows: room).map { [window($0)] } ?? []
    case .answer(.roster(.window(let answer))):
      list.receive(answer)
      return []
    case .answer(.roster(.classes(let classes))):
      self.classes = classes
      return []
    case .answer(.roster(.written(let outcome))):
      list.clearMarks()
      return [window(list.refresh()), .say("roster.written", [.number("count", outcome.records.count)])]
    case .answer(.changed): return [window(list.refresh())]
    case .command(let id) where !list.isTyping && list.chooser == nil:
      if let steps = act(id) { return steps }
    default: break
    }
    switch list.handle(input) {
    case .ask(let request): return [window(request)]
    case .chosen(let row): return RecordID(row.id).map { [.open(.student($0, field: nil))] } ?? []
    case .handled: return []
    case .ignored: return input == .command(.back) ? [.back] : []
    }
  }

  private func window(_ request: WindowRequest) -> Step { .ask(.roster(.window(request, filter))) }

  private var selection: RosterSelection {
    switch list.marks {
    case .only(let rows) where !rows.isEmpty: .only(rows.compactMap { RecordID($0) })
    case .only: .only(list.selected.flatMap { RecordID($0.id) }.map { [$0] } ?? [])
    case .allBut(let rows): .allBut(rows, filter, search: list.search)
    }
  }

  private mutating func act(_ id: Command.ID) -> [Step]? {
    switch id {
    case .add: return [.open(.newStudent)]
    case .edit: return list.selected.flatMap { RecordID($0.id) }.map { [.open(.student($0, field: nil))] } ?? []
    case .present, .verify: return [.ask(.roster(.mark(selection, .present)))]
    case .notHere: return [.ask(.roster(.mark(selection, .absent)))]
    case .later: return [.ask(.roster(.mark(selection, .later)))]
    case .remove:
      guard case .only(let ids) = selection, !ids.isEmpty else { return [.say("roster.markOnes", [])] }
      return [.open(.remove(ids))]
    case .setClass:
      asks = .setClass
      dialog = .input(
        "roster.setClass", .key("roster.setClass.help", [.number("count", max(1, list.markedCount))]),
        label: "roster.class")
    case .promote:
      asks = .promote
      dialog = .question(
        "roster.promote", .key("roster.promote.help", [.number("count", max(1, list.markedCount))]),
        buttons: [Dialog.Button(.cancel), Dialog.Button(.yes)])
    case .filter:
      asks = .filter
      dialog = .reasons("roster.filter", .none, Self.filters(classes).map(\.words))
    case .history:
      return list.selected.flatMap { RecordID($0.id) }.map { [.open(.history($0, field: nil))] } ?? []
    default: return nil
    }
    return []
  }

  /// What the list can be narrowed to: all, a mark, a problem, a class.
  private static func filters(_ classes: [ClassProgress]) -> [(words: Words, filter: RosterFilter)] {
    let marks = Mark.allCases.map { mark -> (Words, RosterFilter) in
      (.key("roster.filter.mark", [.key("mark", TextKey("mark.\(mark.rawValue)"))]), RosterFilter(mark: mark))
    }
    let rooms = classes.compactMap { progress -> (Words, RosterFilter)? in
      progress.classRoom.map { (RosterRow.words(of: $0), RosterFilter(classRoom: $0)) }
    }
    return [("roster.filter.all", RosterFilter())] + marks + [("roster.filter.problem", RosterFilter(problem: .any))]
      + rooms
  }

  private mutating func handleDialog(_ input: Input) -> [Step] {
    guard case .some(.pressed(let button, let reason, let text)) = dialog?.handle(input) else {
      if input == .command(.back) { dialog = nil }
      return []
    }
    let asked = asks
    switch asked {
    case .none: dialog = nil
    case .promote:
      dialog = nil
      return button == .yes ? [.ask(.roster(.promote(selection)))] : []
    case .setClass:
      guard let classRoom = ClassRoom.parse(text) else {
        dialog?.error = "roster.setClass.wrong"
        return []
      }
      dialog = nil
      return [
        .ask(
          .roster(
            .set(
              selection,
              [FieldChange(.grade, classRoom.grade.rawValue), FieldChange(.room, classRoom.room)])))
      ]
    case .filter:
      dialog = nil
      let all = Self.filters(classes)
      guard let reason, all.indices.contains(reason) else { return [] }
      filter = all[reason].filter
      return [window(list.filter(by: String(reason)))]
    }
    return []
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    let title: Words =
      filter == RosterFilter() ? "roster.title" : .key("roster.titleFiltered", [.words("filter", narrowed)])
    Chrome(title: title, commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) {
      list.draw(on: &$0, in: look)
    }
    dialog?.draw(on: &canvas, in: look)
  }

  private var narrowed: Words {
    Self.filters(classes).first { $0.filter == filter }?.words ?? "roster.filter.problem"
  }
}
