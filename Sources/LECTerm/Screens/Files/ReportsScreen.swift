import LECModel

/// What can be printed, posted or handed over: seen here first, kept in the form that is wanted, or written for other programs.
struct ReportsScreen: Screen {
  private var menu = Menu([])
  private var reports: [ReportName] = []
  private var shown: ReportName?
  private var page = TextPage(isWrapped: false)
  /// Asks in which form to keep what is shown, or the list that was chosen.
  private var dialog: Dialog?
  private var export: ExportName?

  /// Every unit has its own reports; a file of names is written by those who have a roster.
  private static func items(_ reports: [ReportName], _ exports: [ExportName]) -> [Menu.Item] {
    var items = reports.map { Menu.Item($0.text, label: .key($0.title, [])) }
    if !items.isEmpty { items[0].heading = "reports.read" }
    var files = exports.map { Menu.Item("export-" + $0.rawValue, label: .key(TextKey("export.\($0.rawValue)"), [])) }
    files.append(Menu.Item("backup", label: "export.backup"))
    files[0].heading = "reports.write"
    return items + files
  }

  var commands: [Command] {
    if dialog != nil { return Dialog.commands }
    if shown == nil { return Menu.commands + [.bar(.choose)] }
    return TextPage.commands + [
      .bar(.export, name: "reports.workbook"), .bar(.print, name: "reports.print"), .bar(.save, name: "reports.as"),
    ]
  }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.files(.reports))]
    case .answer(.files(.reports(let reports, let exports))):
      self.reports = reports
      menu.show(Self.items(reports, exports))
      return []
    case .answer(.files(.report(let name, let lines))):
      shown = name
      page = TextPage(lines.map { TextPage.Line(.text($0)) }, isWrapped: false)
      return []
    case .answer(.files(.saved(let path))):
      return [.say("reports.saved", [.text("path", path)])]
    case .answer(.files(.printed(let path, let isOnPrinter))):
      return [.say(isOnPrinter ? "reports.onPrinter" : "reports.printed", [.text("path", path)])]
    default: break
    }
    if dialog != nil { return handleDialog(input) }
    switch input {
    case .command(.back):
      if shown == nil { return [.back] }
      shown = nil
      return []
    case .command(.save) where shown != nil:
      ask(ReportWay.ofReports)
      return []
    case .command(.export): return save(.workbook)
    case .command(.print): return save(.printer)
    default: break
    }
    if shown != nil {
      _ = page.handle(input)
      return []
    }
    guard case .chosen(let item) = menu.handle(input) else { return [] }
    if item == "backup" { return [.ask(.files(.backup))] }
    if let report = reports.first(where: { $0.text == item }) { return [.ask(.files(.report(report)))] }
    export = ExportName.allCases.first { "export-" + $0.rawValue == item }
    if export != nil { ask(ReportWay.ofExports) }
    return []
  }

  private mutating func ask(_ ways: [ReportWay]) {
    dialog = .reasons("reports.as", "reports.as.why", ways.map { .key(TextKey("reports.as.\($0.rawValue)"), []) })
  }

  private mutating func handleDialog(_ input: Input) -> [Step] {
    let export = export
    switch dialog?.handle(input) {
    case .some(.pressed(_, let place, _)):
      dialog = nil
      self.export = nil
      let ways = export == nil ? ReportWay.ofReports : ReportWay.ofExports
      guard let place, ways.indices.contains(place) else { return [] }
      return export.map { [.ask(.files(.export($0, ways[place])))] } ?? save(ways[place])
    case .some(.cancelled):
      dialog = nil
      self.export = nil
    case .some(.open), .none: break
    }
    return []
  }

  private func save(_ way: ReportWay) -> [Step] { shown.map { [.ask(.files(.saveReport($0, way)))] } ?? [] }

  func draw(on canvas: inout Canvas, in look: Look) {
    let title: Words = shown.map { .key($0.title, []) } ?? "reports.title"
    Chrome(title: title, commands: commands).draw(on: &canvas, in: look) { body in
      if shown == nil { menu.draw(on: &body, in: look) } else { page.draw(on: &body, in: look) }
    }
    dialog?.draw(on: &canvas, in: look)
  }
}
