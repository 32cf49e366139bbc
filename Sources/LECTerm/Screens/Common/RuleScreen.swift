import LECModel

/// The letter behind a refusal: the rule's number, where it stands, and what it says.
struct RuleScreen: Screen {
  private let rule: Rule
  private var page = TextPage()

  init(_ rule: Rule) { self.rule = rule }

  var commands: [Command] { TextPage.commands }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.account(.rule(rule)))]
    case .command(.back), .command(.choose): return [.back]
    case .answer(.account(.rule(let text))):
      page = TextPage([
        .init(.text(text.thai)), .blank, .init(.text(text.english), ink: .dim), .blank,
        .init(.key("rule.letter", [.text("letter", text.letter), .text("section", text.section)]), ink: .heading),
      ])
      return []
    default:
      _ = page.handle(input)
      return []
    }
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    let title = Words.key("rule.title", [.text("rule", rule.rawValue)])
    Chrome(title: title, commands: commands).draw(on: &canvas, in: look) { page.draw(on: &$0, in: look) }
  }
}
