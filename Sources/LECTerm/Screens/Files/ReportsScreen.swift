import LECModel

/// What can be printed, posted or handed over: seen here first, saved as a text file, or written for other programs.
struct ReportsScreen: Screen {
  private var menu = Menu(ReportsScreen.items)
  private var shown: ReportName?
  private var page = TextPage(isWrapped: false)
  private var isForPrinting = false

  private static let names: [(id: String, report: ReportName)] = [
    ("nameList", .nameList), ("classSheets", .classSheets), ("headCount", .headCount), ("register", .register),
    ("waiting", .waiting), ("certificate", .certificate),
  ]

  private static var items: [Menu.Item] {
    var items = names.map { Menu.Item($0.id, label: .key(TextKey("report.\($0.id)"), [])) }
    items[0].heading = "reports.read"
    var files = ExportName.allCases.map {
      Menu.Item($0.rawValue + ".csv", label: .key(TextKey("export.\($0.rawValue)"), []))
    }
    files[0].heading = "reports.write"
    return items + files + [Menu.Item("backup", label: "export.backup")]
  }

  var commands: [Command] {
    shown == nil
      ? Menu.commands + [.bar(.choose)]
      : TextPage.commands + [.bar(.export, name: "reports.save"), .bar(.print, name: "reports.print"), Command(.save)]
  }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .answer(.files(.report(let name, let lines))):
      shown = name
      page = TextPage(lines.map { TextPage.Line(.text($0)) }, isWrapped: false)
      return []
    case .answer(.files(.saved(let path))):
      return [.say(isForPrinting ? "reports.printed" : "reports.saved", [.text("path", path)])]
    case .command(.back):
      if shown == nil { return [.back] }
      shown = nil
      return []
    case .command(.save), .command(.export), .command(.print):
      // No program is called for it: the paper is one command away, and the file is there for any other.
      isForPrinting = input == .command(.print)
      return shown.map { [.ask(.files(.saveReport($0)))] } ?? []
    default: break
    }
    if shown != nil {
      _ = page.handle(input)
      return []
    }
    guard case .chosen(let item) = menu.handle(input) else { return [] }
    if item == "backup" { return [.ask(.files(.backup))] }
    isForPrinting = false
    if let report = Self.names.first(where: { $0.id == item })?.report { return [.ask(.files(.report(report)))] }
    return ExportName.allCases.first { $0.rawValue + ".csv" == item }.map { [.ask(.files(.export($0)))] } ?? []
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    let id = Self.names.first { $0.report == shown }?.id
    let title: Words = id.map { .key(TextKey("report.\($0)"), []) } ?? "reports.title"
    Chrome(title: title, commands: commands).draw(on: &canvas, in: look) { body in
      if shown == nil { menu.draw(on: &body, in: look) } else { page.draw(on: &body, in: look) }
    }
  }
}
