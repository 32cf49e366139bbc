/// The overlay that shows what can be done here (F1 or ?): every command with its keys, in groups, searchable; Enter runs one.
struct Help: Sendable {
  /// A line of the overlay.
  private enum Line {
    case heading(KeyMap.Group)
    case command(Command)
  }

  let commands: [Command]
  private(set) var search = TextLine(limit: 40)
  private(set) var cursor = 0
  private let language: Language
  private let about: TextKey?
  private let isTyping: Bool

  /// `offered` is what the screen below offers; what is everywhere is added. `isTyping`: letters are text there, and no keys.
  init(_ offered: [Command], about: TextKey? = nil, isTyping: Bool = false, language: Language) {
    self.about = about
    self.isTyping = isTyping
    let known = Set(offered.map(\.id))
    commands = offered + Command.everywhere.filter { !known.contains($0.id) }
    self.language = language
  }

  /// The commands to be seen, the screen's own groups before those that are everywhere.
  var found: [Command] {
    let matching = Set(CommandSearch.find(search.text, among: commands, in: language).map(\.id))
    return Self.order.flatMap { group in
      commands.filter { KeyMap.group(of: $0.id) == group && matching.contains($0.id) }
    }
  }

  /// The chosen command; nil where the search finds none.
  var selected: Command? {
    let found = found
    return found.indices.contains(cursor) ? found[cursor] : nil
  }

  private static let order: [KeyMap.Group] = [
    .beginning, .records, .rollCall, .confirming, .places, .menu, .finding, .marking, .filling, .everywhere, .moving,
    .line,
  ]

  mutating func handle(_ input: Input) -> Palette.Outcome {
    switch input {
    case .command(.back), .command(.help): return .closed
    case .command(.choose): return selected.map(Palette.outcome) ?? .open
    case .command(.up): cursor = max(0, cursor - 1)
    case .command(.down): cursor = min(max(0, found.count - 1), cursor + 1)
    case .command(.pageUp): cursor = max(0, cursor - 10)
    case .command(.pageDown): cursor = min(max(0, found.count - 1), cursor + 10)
    default: if search.handle(input) { cursor = 0 }
    }
    return .open
  }

  /// Draws the overlay over the whole canvas; the sentence on the chosen command, or why it is refused, stands at the bottom.
  func draw(on canvas: inout Canvas, in look: Look) {
    let area = canvas.bounds.inset(columns: canvas.size.columns > 100 ? 10 : 2, rows: 1)
    // The ends of the page's lines beside it would only be in the way of reading.
    if look.plain { canvas.fill(canvas.bounds) }
    canvas.fill(Rect(column: 0, row: area.origin.row, columns: canvas.size.columns, rows: area.size.rows))
    canvas.fill(area, ink: .dialog)
    if !look.plain { canvas.box(area, title: look.text("help.title"), ink: .borderFocused) }
    canvas.part(area.inset()) { inner in
      let label = " " + look.text("list.search") + ": "
      inner.put(label, at: .origin, ink: .key)
      let said = about.map { Wrap.lines(look.text($0), width: inner.size.columns - 2) } ?? []
      for (row, line) in said.enumerated() { inner.put(line, at: Position(column: 1, row: 2 + row)) }
      let top = said.isEmpty ? 2 : 3 + said.count
      drawLines(on: &inner, inner.bounds.split(top: top).rest.split(bottom: 3).rest, look)
      drawFoot(on: &inner, inner.bounds.split(bottom: 2).bottom, look)
      let column = Columns.width(of: label)
      search.draw(
        on: &inner, at: Position(column: column, row: 0), width: max(1, inner.size.columns - column - 1),
        ink: .fieldFocused, hasCursor: cursor == 0)
    }
  }

  private func drawLines(on canvas: inout Canvas, _ area: Rect, _ look: Look) {
    var lines: [Line] = []
    var group: KeyMap.Group?
    var chosen = 0
    for (place, command) in found.enumerated() {
      let its = KeyMap.group(of: command.id)
      if its != group { lines.append(.heading(its)) }
      group = its
      if place == cursor { chosen = lines.count }
      lines.append(.command(command))
    }
    if lines.isEmpty { canvas.put(look.text("palette.none"), at: area.origin.moved(columns: 1), ink: .dim) }
    let top = max(0, min(chosen - area.rows / 2, lines.count - area.rows))
    canvas.part(area) { part in
      for (row, line) in lines.dropFirst(top).prefix(area.rows).enumerated() {
        switch line {
        case .heading(let group):
          part.put(look.text(TextKey("group.\(group.rawValue)")), at: Position(column: 1, row: row), ink: .heading)
        case .command(let command):
          CommandRow(command, isTyping: isTyping).draw(on: &part, row: row, isChosen: top + row == chosen, in: look)
        }
      }
    }
  }

  private func drawFoot(on canvas: inout Canvas, _ area: Rect, _ look: Look) {
    guard let selected else { return }
    let text: (words: String, ink: Ink) =
      switch selected.state {
      case .ready: (look.text(selected.help), .dim)
      case .refused(let reason, let values): (look.text(reason, values), .warning)
      }
    for (row, line) in Wrap.lines(text.words, width: area.columns - 2).prefix(area.rows).enumerated() {
      canvas.put(line, at: area.row(row).origin.moved(columns: 1), ink: text.ink)
    }
  }
}
