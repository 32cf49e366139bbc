import LECModel

/// The classes with the progress of the roll-call; Enter goes through one.
struct RollCallScreen: Screen {
  private var classes: [ClassProgress] = []
  private var menu = Menu([])

  var commands: [Command] {
    Menu.commands + [
      .bar(.choose, name: "rollcall.go"), .bar(.importFile, name: "rollcall.sheet"),
      .bar(.print, name: "rollcall.print"),
    ]
  }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened, .answer(.changed): return [.ask(.roster(.classes))]
    case .answer(.roster(.classes(let classes))):
      let isFirst = self.classes.isEmpty
      self.classes = classes
      menu.show(classes.enumerated().map(Self.item))
      if isFirst { menu = Menu(menu.items, cursor: classes.firstIndex { $0.present < $0.total } ?? 0) }
      return []
    case .command(.back): return [.back]
    case .command(.importFile): return chosen.map { [.open(.sheetEntry($0.classRoom))] } ?? []
    case .command(.print): return [.open(.reports)]
    default: break
    }
    guard case .chosen = menu.handle(input), let chosen else { return [] }
    return [.open(.rollCallClass(chosen.classRoom))]
  }

  private var chosen: ClassProgress? { classes.indices.contains(menu.cursor) ? classes[menu.cursor] : nil }

  private static func item(_ place: Int, _ progress: ClassProgress) -> Menu.Item {
    let isDone = progress.unchecked + progress.later == 0
    return Menu.Item(
      String(place), label: RosterRow.words(of: progress.classRoom),
      figure: .key(
        "rollcall.figures",
        [
          .text("bar", bar(progress)), .number("present", progress.present), .number("absent", progress.absent),
          .number("later", progress.later), .number("total", progress.total),
        ]), ink: isDone ? .ok : .text)
  }

  /// Twenty signs: present, not here, later, and what is left.
  private static func bar(_ p: ClassProgress) -> String {
    guard p.total > 0 else { return "" }
    func part(_ count: Int) -> Int { count * 20 / p.total }
    let filled =
      String(repeating: "+", count: part(p.present)) + String(repeating: "x", count: part(p.absent))
      + String(repeating: "?", count: part(p.later))
    return "[" + filled + String(repeating: ".", count: max(0, 20 - filled.count)) + "]"
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "rollcall.title", commands: commands).draw(on: &canvas, in: look) { body in
      let left = classes.reduce(0) { $0 + $1.unchecked + $1.later }
      body.put(look.text("rollcall.left", [.number("count", left)]), at: Position(column: 1, row: 0), ink: .heading)
      body.part(Rect(column: 0, row: 2, columns: body.size.columns, rows: body.size.rows - 2)) {
        menu.draw(on: &$0, in: look)
      }
    }
  }
}
