import LECModel

/// This machine's own settings: how soon the screen locks, the theme, the clock of a training file, the password.
struct SettingsScreen: Screen {
  private var values: [String: String] = [:]
  private var menu = Menu([])
  private var dialog: Dialog?

  private static let lockChoices = ["5", "10", "15", "30", "60"]
  private static let themes = ["standard", "contrast"]

  var commands: [Command] { dialog == nil ? Menu.commands : Dialog.commands }
  var isTyping: Bool { dialog?.isTyping ?? false }

  mutating func handle(_ input: Input) -> [Step] {
    if case .answer(.account(.settings(let values))) = input {
      self.values = values
      show()
      return []
    }
    if dialog != nil { return handleDialog(input) }
    switch input {
    case .opened: return [.ask(.account(.settings))]
    case .command(.back): return [.back]
    default: break
    }
    guard case .chosen(let item) = menu.handle(input) else { return [] }
    switch item {
    case "lock-minutes": return next(item, Self.lockChoices, now: values[item] ?? "10")
    case "theme": return next(item, Self.themes, now: values[item] ?? "standard")
    case "training-clock":
      dialog = .input(
        "settings.clock", "settings.clock.help", label: "settings.clock.label", text: values[item] ?? "")
      return []
    case "password": return [.open(.password)]
    default: return []
    }
  }

  private func next(_ name: String, _ choices: [String], now: String) -> [Step] {
    let place = (choices.firstIndex(of: now) ?? 0) + 1
    return [.ask(.account(.setSetting(name, choices[place % choices.count]))), .say("settings.kept", [])]
  }

  private mutating func handleDialog(_ input: Input) -> [Step] {
    switch dialog?.handle(input) {
    case .some(.pressed(_, _, let text)):
      guard let moment = Moment(iso: text) else {
        dialog?.error = "settings.clock.wrong"
        return []
      }
      dialog = nil
      return [.ask(.account(.setSetting("training-clock", moment.iso))), .say("settings.kept", [])]
    case .some(.cancelled): dialog = nil
    case .some(.open), .none: break
    }
    return []
  }

  private mutating func show() {
    var items = [
      Menu.Item(
        "lock-minutes", label: "settings.lock",
        figure: .key("settings.minutes", [.number("count", Int(values["lock-minutes"] ?? "10") ?? 10)])),
      Menu.Item(
        "theme", label: "settings.theme", figure: .key(TextKey("settings.theme.\(values["theme"] ?? "standard")"), [])),
      Menu.Item("password", label: "password.title"),
    ]
    if let clock = values["training-clock"].flatMap({ Moment(iso: $0) }) {
      items.append(Menu.Item("training-clock", label: "settings.clock", figure: Dates.moment(clock)))
    }
    menu.show(items)
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "settings.title", commands: commands, isTyping: isTyping).draw(on: &canvas, in: look) { body in
      body.part(Rect(column: 1, row: 1, columns: min(70, body.size.columns - 2), rows: 8)) {
        menu.draw(on: &$0, in: look)
      }
      body.put(look.text("settings.keys"), at: Position(column: 2, row: 11), ink: .dim)
    }
    dialog?.draw(on: &canvas, in: look)
  }
}
