import LECModel

/// The first start: no file yet. A training file can be made at once; real units get theirs from the authority above.
struct SetUpScreen: Screen {
  private var menu = Menu(
    [
      Menu.Item("learn", label: "setup.learn"),
      Menu.Item("centre", label: "setup.centre", heading: "setup.training"),
      Menu.Item("school", label: "setup.school"), Menu.Item("new-centre", label: "setup.newCentre"),
      Menu.Item("college", label: "setup.college"),
      Menu.Item("join", label: "setup.join", heading: "setup.realFile"),
    ])
  private var policy = EditPolicy.release

  var commands: [Command] {
    Menu.commands + [.bar(.otherPolicy), .bar(.language), .bar(.back, name: "command.quit")]
  }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .answer(.account(.made)): return [.open(.logIn)]
    case .command(.back): return [.leave]
    case .command(.otherPolicy):
      let all = EditPolicy.allCases
      policy = all[((all.firstIndex(of: policy) ?? 0) + 1) % all.count]
      return []
    default: break
    }
    guard case .chosen(let kind) = menu.handle(input) else { return [] }
    if kind == "join" { return [.open(.join)] }
    // The lesson takes the whole terminal, so the interface gives way and comes back.
    if kind == "learn" { return [.ask(.account(.learn)), .leave] }
    return [.ask(.account(.makeTraining(kind: kind, policy: policy)))]
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "setup.title", commands: commands).draw(on: &canvas, in: look) { body in
      for (row, line) in Wrap.lines(look.text("setup.why"), width: body.size.columns - 4).prefix(3).enumerated() {
        body.put(line, at: Position(column: 2, row: row))
      }
      body.part(Rect(column: 2, row: 4, columns: 60, rows: 11)) { menu.draw(on: &$0, in: look) }
      let chosen = look.text(TextKey("policy.\(policy.rawValue)"))
      body.put(look.text("setup.policyNow", [.text("policy", chosen)]), at: Position(column: 2, row: 15), ink: .dim)
      for (row, line) in Wrap.lines(look.text("setup.real"), width: body.size.columns - 4).prefix(3).enumerated() {
        body.put(line, at: Position(column: 2, row: 17 + row), ink: .dim)
      }
    }
  }
}
