/// What all screens have in common: at the top their name, the unit, the round and the time left; below it a rule, or the stripe of
/// a training file; at the bottom the keys. A screen draws its own part into the body.
struct Chrome: Sendable {
  let title: Words
  let commands: [Command]
  let isTyping: Bool

  /// `commands` and `isTyping` are the screen's own.
  init(title: Words, commands: [Command], isTyping: Bool = false) {
    self.title = title
    self.commands = commands
    self.isTyping = isTyping
  }

  /// The part of a screen of that size in which it draws itself; lists and forms get their rows by it.
  static func body(in size: Size) -> Rect {
    Rect(column: 0, row: 2, columns: size.columns, rows: max(0, size.rows - 3))
  }

  /// Draws the frame, and by `body` what is in it; on a screen that is too small only a sentence that says so.
  func draw(on canvas: inout Canvas, in look: Look, body: (inout Canvas) -> Void) {
    guard canvas.size.holds(.smallest) else {
      TooSmall().draw(on: &canvas, in: look)
      return
    }
    drawTitle(on: &canvas, look)
    drawRule(on: &canvas, look)
    canvas.part(Chrome.body(in: canvas.size), body)
    KeyBar(commands, isTyping: isTyping).draw(on: &canvas, row: -1, in: look)
  }

  private func drawTitle(on canvas: inout Canvas, _ look: Look) {
    let line = canvas.bounds.row(0)
    canvas.fill(line, ink: .title)
    let left = look.timeLeft.map { look.said($0.words) } ?? ""
    let leftWidth = Columns.width(of: left)
    let round = look.said(look.heading.round)
    let roundEnd = line.columns - 1 - (left.isEmpty ? 0 : leftWidth + 2)
    canvas.put(
      left, at: Position(column: line.columns - 1 - leftWidth, row: 0), ink: look.timeLeft?.ink ?? .title)
    let roundStart = roundEnd - Columns.width(of: round)
    canvas.put(round, at: Position(column: roundStart, row: 0), ink: .title)
    let names = [look.said(title), look.said(look.heading.unit)].filter { !$0.isEmpty }
    canvas.put(
      names.joined(separator: " · "), at: Position(column: 1, row: 0), width: max(0, roundStart - 3), ink: .title)
  }

  private func drawRule(on canvas: inout Canvas, _ look: Look) {
    let line = canvas.bounds.row(1)
    if look.heading.isTraining {
      canvas.fill(line, ink: .banner)
      drawStripe(on: &canvas, line, look)
    } else if !look.plain {
      canvas.hline(at: line.origin, width: line.columns)
    }
  }
}

extension Chrome {
  /// What nobody can take for real data: in words, with the time that the file believes it is, and the key of the trainer.
  private func drawStripe(on canvas: inout Canvas, _ line: Rect, _ look: Look) {
    canvas.put(look.text("chrome.training"), at: line.origin, width: line.columns, ink: .banner, align: .center)
    if look.heading.hasTrainer, let key = KeyMap.shownKey(of: .trainer, isTyping: isTyping) {
      let name = look.text(Command(.trainer).name)
      canvas.put("\(key.text) \(name)", at: line.origin.moved(columns: 1), ink: .banner)
    }
    guard let now = look.now else { return }
    let time = look.text("chrome.clock", [.words("time", Dates.moment(now))])
    canvas.put(time, at: line.origin, width: line.columns - 1, ink: .banner, align: .trailing)
  }
}

/// What stands on a screen on which nothing else has its place.
struct TooSmall: Sendable {
  /// Says how large the window must be and how large it is, in as many lines as that takes.
  func draw(on canvas: inout Canvas, in look: Look) {
    let text = look.text(
      "chrome.tooSmall",
      [
        .number("columns", Size.smallest.columns), .number("rows", Size.smallest.rows),
        .number("nowColumns", canvas.size.columns), .number("nowRows", canvas.size.rows),
      ])
    for (row, line) in Wrap.lines(text, width: canvas.size.columns).enumerated() {
      canvas.put(line, at: Position(column: 0, row: row))
    }
    canvas.cursor = .origin
  }
}
