/// The box that finds every command by a few letters and runs it (Ctrl-P). Thai and English names are both searched.
struct Palette: Sendable {
  enum Outcome: Equatable, Sendable {
    case open
    case closed
    case run(Command.ID)
    /// The chosen command is not allowed now, and why.
    case refused(TextKey, [TextValue])
  }

  let commands: [Command]
  private(set) var line = TextLine(limit: 40)
  private(set) var cursor = 0
  private let language: Language
  private let isTyping: Bool

  /// `offered` is what the screen below offers; what is everywhere is added. `isTyping`: letters are text there, and no keys.
  init(_ offered: [Command], isTyping: Bool = false, language: Language) {
    self.isTyping = isTyping
    let known = Set(offered.map(\.id))
    commands =
      offered.filter { KeyMap.group(of: $0.id) != .moving } + Command.everywhere.filter { !known.contains($0.id) }
    self.language = language
  }

  /// What the letters typed so far could mean.
  var found: [Command] { CommandSearch.find(line.text, among: commands, in: language) }

  mutating func handle(_ input: Input) -> Outcome {
    switch input {
    case .command(.back), .command(.palette): return .closed
    case .command(.choose):
      let found = found
      return found.indices.contains(cursor) ? Palette.outcome(of: found[cursor]) : .open
    case .command(.up): cursor = max(0, cursor - 1)
    case .command(.down): cursor = min(max(0, found.count - 1), cursor + 1)
    default: if line.handle(input) { cursor = 0 }
    }
    return .open
  }

  /// What running a command comes to.
  static func outcome(of command: Command) -> Outcome {
    switch command.state {
    case .ready: .run(command.id)
    case .refused(let reason, let values): .refused(reason, values)
    }
  }

  /// Draws the box at the top of the canvas: the letters, and below what they could mean, with the keys to learn.
  func draw(on canvas: inout Canvas, in look: Look) {
    let area = Rect(
      column: max(0, (canvas.size.columns - 64) / 2), row: 2, columns: min(64, canvas.size.columns),
      rows: max(5, min(16, canvas.size.rows - 4)))
    // Read aloud, the ends of the page's lines would stand among the commands.
    if look.plain { canvas.fill(canvas.bounds) }
    canvas.fill(area, ink: .dialog)
    if !look.plain { canvas.box(area, title: look.text("palette.title"), ink: .borderFocused) }
    canvas.part(area.inset()) { inner in
      let found = found
      let room = max(1, inner.size.rows - 2)
      let top = max(0, cursor - room + 1)
      if found.isEmpty { inner.put(look.text("palette.none"), at: Position(column: 1, row: 2), ink: .dim) }
      for (row, command) in found.dropFirst(top).prefix(room).enumerated() {
        CommandRow(command, isTyping: isTyping).draw(on: &inner, row: row + 2, isChosen: top + row == cursor, in: look)
      }
      line.draw(
        on: &inner, at: Position(column: 1, row: 0), width: inner.size.columns - 2, ink: .fieldFocused,
        hasCursor: cursor == 0)
    }
  }
}

/// A command as palette and help list it: its name, and its keys at the right.
struct CommandRow: Sendable {
  let command: Command
  /// Whether a line is typed on the screen below: only the keys that do something there are taught.
  private let isTyping: Bool

  init(_ command: Command, isTyping: Bool = false) {
    self.command = command
    self.isTyping = isTyping
  }

  /// Draws it in one row of the canvas; with the cursor on it where asked.
  func draw(on canvas: inout Canvas, row: Int, isChosen: Bool, in look: Look) {
    let line = canvas.bounds.row(row)
    let ink: Ink = isChosen ? .selected : command.isReady ? .dialog : .disabled
    if isChosen {
      canvas.fill(line, ink: ink)
      canvas.cursor = line.origin.moved(columns: 1)
    }
    let keys = KeyMap.keys(of: command.id).filter { !(isTyping && $0.isText) }.map(\.text).joined(separator: "  ")
    let keysWidth = Columns.width(of: keys)
    let mark = look.plain && isChosen ? ">" : " "
    canvas.put(
      mark + look.text(command.name), at: line.origin, width: max(0, line.columns - keysWidth - 3), ink: ink)
    let keyInk: Ink = isChosen ? .selected : command.isReady ? .key : .disabled
    canvas.put(keys, at: line.origin, width: line.columns - 1, ink: keyInk, align: .trailing)
  }
}
