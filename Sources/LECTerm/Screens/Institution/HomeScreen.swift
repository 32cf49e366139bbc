import LECModel

/// The first screen: what is left to do, with figures, the next step under Enter; below it everything else one can do.
struct HomeScreen: Screen {
  private var home: HomeState?
  private var menu = Menu([])
  /// Whether the bar goes to the next step when the answer comes: on coming here, not whenever time passes.
  private var seeksNextStep = true

  var commands: [Command] {
    if let home, !home.unit.kind.isInstitution {
      let own: [Command] = [.bar(.choose, name: "home.next"), .bar(.search, name: "home.units")]
      let confirming = home.unit.kind.confirms ? [Command(.confirm)] : []
      return
        (own + confirming + Menu.commands + sending + MenuCommands.of(home)
        + OfficeMenu.places.map { Command($0.command) })
        .unique
    }
    let own: [Command] = [.bar(.choose, name: "home.next"), Command(.search, name: "home.roster"), Command(.confirm)]
    let lines = home.map(MenuCommands.of) ?? [Command(.check), Command(.add)]
    return (own + Menu.commands + sending + lines + HomeMenu.places.map { Command($0.command) }).unique
  }

  /// The department has nobody above to send to.
  private var sending: [Command] {
    home?.unit.parent == nil ? [] : [.bar(.goSend)]
  }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened:
      seeksNextStep = true
      return [.ask(.account(.home))]
    case .tick, .answer(.changed): return [.ask(.account(.home))]
    case .answer(.account(.home(let home))):
      self.home = home
      let isOffice = !home.unit.kind.isInstitution
      let steps = isOffice ? OfficeChecklist(home).items : Checklist(home).items
      let stands = menu.cursor
      menu.show(steps + (isOffice ? OfficeMenu.items(home) : HomeMenu.items(home)))
      // The next step lies under Enter whenever one comes back to the list of what to do.
      if seeksNextStep, stands < steps.count {
        menu = Menu(menu.items, cursor: steps.firstIndex { $0.ink != .ok } ?? 0)
      }
      seeksNextStep = false
      return []
    case .command(.check): return [.open(.check)]
    case .command(.history): return [.open(.log)]
    case .command(.goSend): return home.flatMap(SentWords.destination).map { [.open($0)] } ?? []
    case .command(.goFiles): return [.open(.page(.bundles))]
    case .command(.goLogOut): return [.ask(.account(.logOut)), .open(.logIn)]
    case .command(let id) where HomeMenu.places.contains { $0.command == id }:
      return HomeMenu.places.first { $0.command == id }.map { [.open($0.destination)] } ?? []
    case .command(.add): return [.open(.newStudent)]
    case .command(.search):
      return [.open(home?.unit.kind.isInstitution == false ? .findUnit : .findChild)]
    case .command(.confirm): return [.open(.confirm(.students))]
    case .command(let id) where menu.items.contains { $0.id == MenuCommands.line(of: id) }:
      return MenuCommands.line(of: id).map(choose) ?? []
    default: break
    }
    guard case .chosen(let item) = menu.handle(input) else { return [] }
    return choose(item)
  }

  /// Goes where a line leads.
  private func choose(_ item: String) -> [Step] {
    if item.hasPrefix("draft-"), let place = Int(item.dropFirst(6)), let drafts = home?.drafts {
      return UnfinishedForms(drafts).destination(place).map { [.open($0)] } ?? []
    }
    if item == "logout" { return [.ask(.account(.logOut)), .open(.logIn)] }
    if let home, let office = OfficeMenu.destination(item, home) { return [.open(office)] }
    return HomeMenu.destination(item).map { [.open($0)] } ?? []
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "home.title", commands: commands).draw(on: &canvas, in: look) { body in
      guard let home else { return }
      let all = home.counts.all
      let line = look.text(
        !home.unit.kind.isInstitution
          ? "home.below" : home.unit.kind.isCentre ? "home.children" : "home.students",
        [.number("count", all.total), .number("male", all.male), .number("female", all.female)])
      body.put(line, at: Position(column: 1, row: 0), ink: .heading)
      body.put(home.person, at: Position(column: 0, row: 0), width: body.size.columns - 1, ink: .dim, align: .trailing)
      let remarks = Self.remarks(home).flatMap { Wrap.lines(look.said($0), width: body.size.columns - 2) }.prefix(3)
      for (row, line) in remarks.enumerated() { body.put(line, at: Position(column: 1, row: 1 + row), ink: .error) }
      let top = 1 + remarks.count
      // On a wide screen a figure must not stand so far from its name that the eye loses the row.
      body.part(Rect(column: 0, row: top, columns: min(96, body.size.columns), rows: body.size.rows - top)) {
        menu.draw(on: &$0, in: look)
      }
    }
  }
}

extension HomeScreen {
  /// What must be known before anything else: that the time is over, and who can still help.
  static func remarks(_ home: HomeState) -> [Words] {
    if let year = home.closedYear { return [.key("error.closed-year", [.figures("year", year)])] }
    if let day = home.unit.closed {
      return [
        .key("home.unitClosed", [.words("date", Dates.day(day)), .text("successor", home.unit.successor?.text ?? "–")])
      ]
    }
    if let day = home.clockBehind { return [.key("home.clock", [.words("day", Dates.day(day))])] }
    let isOpen = home.states.contains { $0.name != .confirmed } && home.round?.policy != .open
    guard home.isPastDeadline, isOpen else { return [] }
    guard let parent = home.parent else { return [home.unit.parent == nil ? "home.late.top" : "home.late"] }
    return [
      .key(
        "home.late.ring",
        [.text("unit", parent.unit), .text("person", parent.person), .figures("phone", parent.phone)])
    ]
  }
}

/// The checklist of the round: each step with its figure, done ones ticked.
struct Checklist {
  private let home: HomeState

  init(_ home: HomeState) { self.home = home }

  var items: [Menu.Item] {
    var items: [Menu.Item] = [rollCall, absent, problems(.students), problems(.basics)].compactMap { $0 }
    items += home.states.map(confirm)
    items += OfficeChecklist.letters(home) + (SentWords.item("home.step.hand", home).map { [$0] } ?? [])
    items += OfficeChecklist.fromAbove(home) + OfficeChecklist.movedHere(home.office)
    if home.office.conflicts > 0 {
      items.insert(
        Menu.Item(
          "conflicts", label: "conflict.title", figure: .number(home.office.conflicts), ink: .warning), at: 0)
    }
    if let year = home.office.promotion {
      // Before anything else of the new year.
      items.insert(
        Menu.Item("promotion", label: "promotion.due", figure: .figures(String(year)), ink: .warning), at: 0)
    }
    items = UnfinishedForms(home.drafts).items + OfficeChecklist.oldCopy(home.office) + items
    if !items.isEmpty { items[0].heading = "home.todo" }
    return items
  }

  private var rollCall: Menu.Item {
    let left = home.unchecked + home.later
    if left == 0 { return Menu.Item("rollCall", label: "home.step.rollCall", figure: "home.done", ink: .ok) }
    return Menu.Item(
      "rollCall", label: "home.step.rollCall", figure: .key("home.unchecked", [.number("count", left)]), ink: .warning)
  }

  private var absent: Menu.Item? {
    guard home.absent > 0 else { return nil }
    return Menu.Item(
      "absent", label: "home.step.absent", figure: .key("home.absent", [.number("count", home.absent)]), ink: .error)
  }

  private func problems(_ dataset: Dataset) -> Menu.Item? {
    guard let state = home.states.first(where: { $0.dataset == dataset }) else { return nil }
    let id = dataset == .students ? "check" : "basics"
    let label: Words = dataset == .students ? "home.step.check" : "home.step.basics"
    // Children that are not looked for yet are told above; here only what is wrong.
    let waiting = dataset == .students ? home.unchecked + home.later + home.absent : 0
    let errors = max(0, state.errors - waiting)
    if errors + state.unexplained == 0 { return Menu.Item(id, label: label, figure: "home.done", ink: .ok) }
    return Menu.Item(
      id, label: label,
      figure: .key("home.problems", [.number("errors", errors), .number("queries", state.unexplained)]),
      ink: errors > 0 ? .error : .warning)
  }

  private func confirm(_ state: DatasetState) -> Menu.Item {
    let label = Words.key("home.step.confirm", [.key("dataset", TextKey("dataset.\(state.dataset.rawValue)"))])
    let id = "confirm-\(state.dataset.rawValue)"
    if home.round?.policy == .open { return Menu.Item(id, label: label, figure: "home.noConfirm", ink: .ok) }
    return Self.item(id, label, state, home)
  }

  /// One dataset to confirm, with where it stands.
  static func item(_ id: String, _ label: Words, _ state: DatasetState, _ home: HomeState) -> Menu.Item {
    switch state.name {
    case .confirmed:
      return Menu.Item(id, label: label, figure: .key("home.confirmed", who(state)), ink: .ok)
    case .void: return Menu.Item(id, label: label, figure: .key("home.void", who(state)), ink: .error)
    case .released: return Menu.Item(id, label: label, figure: "datasetState.released", ink: .warning)
    case .nothing: return Menu.Item(id, label: label, figure: "datasetState.nothing", ink: .dim)
    case .ready: return Menu.Item(id, label: label, figure: "home.ready", ink: .warning)
    case .open where state.below > 0:
      return Menu.Item(
        id, label: label,
        figure: .key("levels.below", [.number("done", state.belowConfirmed), .number("all", state.below)]),
        ink: .warning)
    case .open: return Menu.Item(id, label: label, figure: home.isPastDeadline ? "time.over" : "home.notYet", ink: .dim)
    }
  }

  /// Who confirmed, and when.
  private static func who(_ state: DatasetState) -> [TextValue] {
    [
      .words("at", state.confirmed.map { Dates.moment($0.at) } ?? .none),
      .text("person", state.confirmed?.person ?? ""),
    ]
  }
}

/// The rest of the home screen: the menu of the role.
enum HomeMenu {
  static func items(_ home: HomeState) -> [Menu.Item] {
    let roster: Words = home.unit.kind.isCentre ? "home.menu.children" : "home.menu.students"
    return [
      Menu.Item("roster", label: roster, figure: .number(home.counts.all.total), heading: "home.menu"),
      Menu.Item("add", label: "home.menu.add"),
      Menu.Item("classes", label: "home.menu.rollCall"),
      Menu.Item("register", label: "home.menu.register", figure: .number(home.register)),
      Menu.Item("waiting", label: "home.menu.waiting", figure: .number(home.waiting)),
      Menu.Item("basics", label: "home.menu.basics"), Menu.Item("check", label: "home.menu.check"),
      Menu.Item("differences", label: "home.menu.differences"), Menu.Item("imports", label: "home.menu.imports"),
      Menu.Item("reports", label: "home.menu.reports"), Menu.Item("files", label: "home.menu.bundles"),
      Menu.Item("claims", label: "home.menu.claims", figure: .number(home.office.claims)),
      Menu.Item("cards", label: "home.menu.machines"),
      Menu.Item("partners", label: "home.menu.partners"),
      Menu.Item("pending", label: "home.menu.pending", figure: .number(home.office.pending)),
      Menu.Item("log", label: "home.menu.log"),
      Menu.Item("settings", label: "home.menu.settings"), Menu.Item("handOver", label: "home.menu.handOver"),
      Menu.Item("logout", label: "home.menu.logOut"),
    ]
  }

  /// The places that the palette and the help find too, each with a key of its own.
  static let places: [(command: Command.ID, destination: Destination)] = [
    (.goClasses, .rollCall), (.goRegister, .register), (.goWaiting, .waiting), (.goBasics, .basics(field: nil)),
    (.goDifferences, .differences(.students)), (.goImports, .imports), (.goReports, .reports), (.goSettings, .settings),
    (.goHandOver, .handOver), (.goPassword, .password), (.goLogOut, .logIn),
  ]

  static func destination(_ item: String) -> Destination? {
    switch item {
    case "rollCall", "classes": .rollCall
    case "absent": .roster(RosterFilter(mark: .absent))
    case "check": .check
    case "basics": .basics(field: nil)
    case "confirm-students": .confirm(.students)
    case "confirm-basics": .confirm(.basics)
    case "confirm-others": .confirm(.others)
    case "imports-backup", "reports": .reports
    case "roster": .roster(RosterFilter())
    case "add": .newStudent
    case "register": .register
    case "waiting": .waiting
    case "differences": .differences(.students)
    case "imports": .imports
    case "log": .log
    case "settings": .settings
    case "handOver": .handOver
    default: nil
    }
  }
}
