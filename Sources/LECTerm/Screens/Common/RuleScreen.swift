import LECModel

/// The letter behind a refusal: the rule's number, what it says, and where it stands.
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
      let sources = text.sources.flatMap { source -> [TextPage.Line] in
        let section = Words.key("rule.section", [.figures("section", source.section)])
        return [.init(.text(source.thai)), .init(.text(source.english), ink: .dim), .init(section)]
      }
      page = TextPage(
        [
          .init(.text(text.thai)), .blank, .init(.text(text.english), ink: .dim), .blank,
          .init("rule.letters", ink: .heading),
        ] + sources)
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
