import LECModel

/// Who did what, when, on which device: the whole log, newest first, read piece by piece.
struct LogScreen: Screen {
  private var entries: [LogEntry] = []
  private var page = TextPage()
  private var isWhole = false
  private static let most = 4

  var commands: [Command] { TextPage.commands }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened, .answer(.changed):
      entries = []
      return [.ask(.files(.log(before: nil)))]
    case .answer(.files(.log(let more))):
      entries += more
      isWhole = more.isEmpty
      let top = page.top
      page = TextPage(entries.flatMap { Self.lines($0) })
      page.scroll(to: top)
      return []
    case .command(.back): return [.back]
    default: break
    }
    _ = page.handle(input)
    guard !isWhole, page.top > page.lines.count - 40, let last = entries.last else { return [] }
    return [.ask(.files(.log(before: last.n)))]
  }

  private static func lines(_ entry: LogEntry) -> [TextPage.Line] {
    var lines = LogLines.lines(entry, field: nil)
    // A new child fills a dozen fields: here the first of them do, its own history tells all.
    let more = lines.count - 1 - Self.most
    if more > 1 {
      lines.removeLast(more)
      lines.append(.init(.key("log.more", [.number("count", more)]), ink: .dim))
    }
    if !entry.subject.isEmpty { lines.insert(.init(.text("  " + entry.subject)), at: 1) }
    return lines
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: "log.title", commands: commands).draw(on: &canvas, in: look) { page.draw(on: &$0, in: look) }
  }
}
