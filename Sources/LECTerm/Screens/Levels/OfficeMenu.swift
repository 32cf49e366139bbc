import LECModel

/// What an office above the institution has left to do, with figures.
struct OfficeChecklist {
  private let home: HomeState

  init(_ home: HomeState) { self.home = home }

  /// An old copy of the file is in use: what it lacks comes with the next file that is read, before anything else is done.
  static func oldCopy(_ office: OfficeState) -> [Menu.Item] {
    guard office.startedAnew == .restored else { return [] }
    return [Menu.Item("files", label: "home.oldCopy", ink: .warning)]
  }

  /// The file was copied or moved here, and lacks nothing that is known of: good to know, and nothing to wait for.
  static func movedHere(_ office: OfficeState) -> [Menu.Item] {
    guard office.startedAnew != nil, oldCopy(office).isEmpty else { return [] }
    return [Menu.Item("files", label: "home.movedHere", ink: .warning)]
  }

  var items: [Menu.Item] {
    let office = home.office
    var items: [Menu.Item] = Self.oldCopy(office)
    if office.joins > 0 {
      items.append(
        Menu.Item("cards", label: "office.joins", figure: .number(office.joins), ink: .warning))
    }
    if office.void > 0 {
      items.append(Menu.Item("board", label: "office.void", figure: .number(office.void), ink: .error))
    }
    let isAsked = home.round?.policy != .open
    items.append(
      Menu.Item(
        "board", label: "office.board",
        figure: isAsked
          ? .key("levels.below", [.number("done", office.complete), .number("all", office.units)]) : "home.noConfirm",
        ink: office.complete == office.units || !isAsked ? .ok : .warning))
    if office.others > 0 {
      items.append(
        Menu.Item(
          "others", label: "office.others",
          figure: office.othersMissing == 0
            ? "home.done" : .key("office.missing", [.number("count", office.othersMissing)]),
          ink: office.othersMissing == 0 ? .ok : .warning))
    }
    if office.pairs > 0 {
      items.append(Menu.Item("claims", label: "office.pairs", figure: .number(office.pairs), ink: .warning))
    }
    if home.unit.kind == .authority || home.unit.kind == .province {
      items += home.states.map { state in
        let label = Words.key("home.step.confirm", [.key("dataset", TextKey("dataset.\(state.dataset.rawValue)"))])
        let id = "confirm-\(state.dataset.rawValue)"
        return home.round?.policy == .open
          ? Menu.Item(id, label: label, figure: "home.noConfirm", ink: .ok) : Checklist.item(id, label, state, home)
      }
    }
    if home.unit.kind == .department {
      items.append(
        Menu.Item(
          "snapshot", label: "office.snapshot", figure: office.hasSnapshot ? "home.done" : "home.notYet",
          ink: office.hasSnapshot ? .ok : .warning))
    }
    if office.releases > 0 {
      items.append(Menu.Item("partners", label: "office.releases", figure: .number(office.releases), ink: .warning))
    }
    // Whoever reads first sends one file that answers what came.
    items += Self.letters(home) + (SentWords.item("office.send", home).map { [$0] } ?? [])
    items += Self.fromAbove(home) + Self.movedHere(office)
    items = UnfinishedForms(home.drafts).items + items
    if !items.isEmpty { items[0].heading = "home.todo" }
    return items
  }

  /// The files that lie there.
  static func letters(_ home: HomeState) -> [Menu.Item] {
    [("home.letters", home.office.letters), ("home.badLetters", home.office.badLetters)].compactMap { label, count in
      count > 0 ? Menu.Item("files", label: label, figure: .number(count), ink: .warning) : nil
    }
  }

  /// What came from other levels and waits for a word.
  static func fromAbove(_ home: HomeState) -> [Menu.Item] {
    var items: [Menu.Item] = []
    if home.office.notes > 0 {
      items.append(Menu.Item("notes", label: "office.notes", figure: .number(home.office.notes), ink: .warning))
    }
    if home.office.claims > 0 {
      items.append(Menu.Item("claims", label: "office.claims", figure: .number(home.office.claims), ink: .warning))
    }
    if home.office.erasures > 0 {
      items.append(
        Menu.Item("erasures", label: "office.erasures", figure: .number(home.office.erasures), ink: .warning))
    }
    if home.office.openPending > 0 {
      items.append(
        Menu.Item("pending", label: "office.pending", figure: .number(home.office.openPending), ink: .warning))
    }
    return items
  }
}

/// The menu of an office; what a level has no part in is not shown.
enum OfficeMenu {
  static func items(_ home: HomeState) -> [Menu.Item] {
    let kind = home.unit.kind
    var items = [
      Menu.Item("board", label: "office.menu.board", figure: .number(home.office.units), heading: "home.menu")
    ]
    items.append(Menu.Item("search", label: "office.menu.search"))
    if kind == .authority {
      items.append(Menu.Item("others", label: "office.menu.others", figure: .number(home.office.others)))
    }
    items.append(Menu.Item("cards", label: "office.menu.cards", figure: .number(home.office.joins)))
    items.append(Menu.Item("files", label: "home.menu.bundles"))
    items.append(Menu.Item("partners", label: "home.menu.partners"))
    if kind != .district {
      items.append(Menu.Item("claims", label: "home.menu.claims", figure: .number(home.office.claims)))
    }
    if kind == .province { items.append(Menu.Item("samples", label: "office.menu.samples")) }
    items.append(Menu.Item("notes", label: "office.menu.notes", figure: .number(home.office.notes)))
    items.append(Menu.Item("reports", label: "home.menu.reports"))
    items.append(Menu.Item("rounds", label: "office.menu.rounds"))
    items.append(Menu.Item("snapshot", label: "office.menu.snapshot"))
    items.append(Menu.Item("pending", label: "home.menu.pending", figure: .number(home.office.pending)))
    return items + [
      Menu.Item("log", label: "home.menu.log"), Menu.Item("settings", label: "home.menu.settings"),
      Menu.Item("handOver", label: "home.menu.handOver"), Menu.Item("logout", label: "home.menu.logOut"),
    ]
  }

  static let places: [(command: Command.ID, destination: Destination)] = HomeMenu.places.filter {
    [.goReports, .goSettings, .goHandOver, .goPassword, .goLogOut].contains($0.command)
  }

  static func destination(_ item: String, _ home: HomeState) -> Destination? {
    switch item {
    case "board": .page(.board(home.unit.code))
    case "search": .page(.search)
    case "others": .otherCounts
    case "cards": .page(.cards)
    case "files": .page(.bundles)
    case "send": SentWords.destination(home) ?? .page(.bundles)
    case "claims": .page(.claims)
    case "erasures": .page(.erasures)
    case "samples": .page(.samples)
    case "notes": .page(.notes(home.unit.code))
    case "rounds": .page(.rounds)
    case "snapshot": .page(.snapshot)
    case "pending": .page(.pending)
    case "partners": .page(.partners)
    case "conflicts": .page(.conflicts)
    case "promotion": .page(.promotion)
    default: nil
    }
  }
}
