/// The bottom row: help first, then what the screen wants seen of its commands, then the way back, which always has its room; what doesn't
/// fit is left to the help.
struct KeyBar: Sendable {
  private let commands: [Command]
  private let isTyping: Bool

  /// `offered` is what the screen offers; help and back are added.
  init(_ offered: [Command], isTyping: Bool) {
    let own = offered.filter { $0.place == .bar && $0.id != .help && $0.id != .back }
    let back = offered.first { $0.id == .back } ?? Command(.back)
    commands = [Command(.help)] + own + [back]
    self.isTyping = isTyping
  }

  /// Draws the keys and names in one row; what is refused now is grey.
  func draw(on canvas: inout Canvas, row: Int, in look: Look) {
    let line = canvas.bounds.row(row)
    canvas.fill(line, ink: .keyLabel)
    var column = 1
    let last = commands.count - 1
    let kept = commands.last.flatMap { width(of: $0, in: look) }.map { $0 + 2 } ?? 0
    for (place, command) in commands.enumerated() {
      guard let key = KeyMap.shownKey(of: command.id, isTyping: isTyping), let width = width(of: command, in: look)
      else { continue }
      let name = look.text(command.name)
      guard column + width + (place == last ? 0 : kept) <= line.columns else { continue }
      canvas.put(key.text, at: line.origin.moved(columns: column), ink: command.isReady ? .key : .disabled)
      canvas.put(
        name, at: line.origin.moved(columns: column + Columns.width(of: key.text) + 1),
        ink: command.isReady ? .keyLabel : .disabled)
      column += width + 2
    }
  }

  /// How wide the key and its name are; nil where no key is shown for it.
  private func width(of command: Command, in look: Look) -> Int? {
    KeyMap.shownKey(of: command.id, isTyping: isTyping).map {
      Columns.width(of: $0.text) + 1 + Columns.width(of: look.text(command.name))
    }
  }
}
