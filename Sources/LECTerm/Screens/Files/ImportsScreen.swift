import LECModel

/// The files that were read in; one can be taken back as a step, days later too.
struct ImportsScreen: Screen {
  private var steps: [ImportStep] = []
  private var menu = Menu([])
  private var dialog: Dialog?

  var commands: [Command] {
    if dialog != nil { return Dialog.commands }
    return Menu.commands + [.bar(.importFile)] + (steps.isEmpty ? [] : [.bar(.remove, name: "imports.takeBack")])
  }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened, .answer(.changed): return [.ask(.files(.imports))]
    case .answer(.files(.imports(let steps))):
      self.steps = steps
      menu.show(
        steps.map {
          Menu.Item(
            String($0.n),
            label: .key(
              "imports.line", [.text("file", $0.file), .words("at", $0.at.map { Dates.moment($0) } ?? .none)]),
            figure: .key(
              $0.isTakenBack ? "imports.takenBack" : "imports.figures",
              [.number("added", $0.added), .number("changed", $0.changed)]), ink: $0.isTakenBack ? .dim : .text)
        })
      return []
    case .answer(.files(.tookBack(let done, let left))):
      return [
        .ask(.files(.imports)), .say("imports.done", [.number("done", done), .number("left", left)]),
      ]
    default: break
    }
    if dialog != nil { return handleDialog(input) }
    switch input {
    case .command(.back): return [.back]
    case .command(.importFile): return [.open(.importFile)]
    case .command(.choose) where steps.isEmpty: return [.open(.importFile)]
    case .command(.remove):
      guard let step = selected, !step.isTakenBack else { return [] }
      dialog = .question(
        "imports.takeBack", .key("imports.takeBack.why", [.text("file", step.file)]),
        buttons: [Dialog.Button(.cancel), Dialog.Button(.yes)])
      return []
    default: break
    }
    if case .ignored = menu.handle(input) { return [] }
    return []
  }

  private var selected: ImportStep? { steps.indices.contains(menu.cursor) ? steps[menu.cursor] : nil }

  private mutating func handleDialog(_ input: Input) -> [Step] {
    switch dialog?.handle(input) {
    case .some(.pressed(.yes, _, _)):
      dialog = nil
      return selected.map { [.ask(.files(.takeBack($0.n)))] } ?? []
    case .some(.pressed), .some(.cancelled): dialog = nil
    case .some(.open), .none: break
    }
    return []
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "imports.title", commands: commands).draw(on: &canvas, in: look) { body in
      if steps.isEmpty {
        body.put(look.text("imports.none"), at: Position(column: 1, row: 1), ink: .dim)
        body.cursor = Position(column: 1, row: 1)
      }
      menu.draw(on: &body, in: look)
    }
    dialog?.draw(on: &canvas, in: look)
  }
}
