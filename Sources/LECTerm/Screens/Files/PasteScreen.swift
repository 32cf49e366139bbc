import LECModel

/// A file that came as text: pasted as it stands in the chat, in one go or line by line. What a piece lacks a later one fills; when all
/// of it is there it goes on by itself.
struct PasteScreen: Screen {
  private var state = PasteState()
  /// What was typed and is not a whole line yet.
  private var rest = ""
  private var objection: Objection?
  private var isPasted = false
  private var hasBegun = false

  var commands: [Command] {
    [
      .bar(.save, name: "paste.read", help: "paste.read.help"), Command(.choose),
      .bar(.deleteBack, name: "paste.clear", help: "paste.clear.help"),
    ]
  }
  var isTyping: Bool { true }
  var saysRefusal: Bool { objection != nil }

  var about: TextKey? { "help.paste" }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .opened: return [.ask(.level(.paste(.begin)))]
    case .answer(.level(.pasted(let state))):
      self.state = state
      if isPasted, state.isComplete, state.brought != .nothing { return [.ask(.level(.paste(.read)))] }
      return state.brought == .anew ? [.say("paste.anew")] : []
    case .paste(let more):
      isPasted = true
      return add(more)
    // A terminal that puts no marks around what is pasted sends it as keys, and the ends of lines as Enter: so Enter must not lead on
    // to where the next Enter would take the file.
    case .text(let more): rest += more
    case .command(.choose):
      isPasted = false
      return add("\n")
    case .command(.save):
      let last = rest.isEmpty ? [] : add("/")
      return last + (hasBegun ? [.ask(.level(.paste(.read)))] : [])
    case .command(.deleteBack):
      self = PasteScreen()
      return [.ask(.level(.paste(.begin)))]
    case .command(.back): return [.back]
    case .refused(let objection): self.objection = objection
    case .answer(.level(.go(let destination))): return [.back, .open(destination)]
    default: break
    }
    return []
  }

  /// Hands on what ends with the end of a line of ours.
  private mutating func add(_ more: String) -> [Step] {
    objection = nil
    rest += more
    hasBegun = true
    guard let end = rest.lastIndex(of: "/") else {
      if isPasted { state.brought = .nothing }
      return []
    }
    let whole = String(rest[...end])
    rest = String(rest[rest.index(after: end)...])
    return [.ask(.level(.paste(.add(whole))))]
  }

  /// The one thing there is to say.
  private var said: (words: Words, ink: Ink) {
    if let objection { return (.key(objection.reason, objection.values), .error) }
    let all = state.total ?? 0
    if state.isComplete { return (.key("paste.complete", [.number("count", all)]), .ok) }
    if state.total != nil {
      let values: [TextValue] = [
        .number("have", state.count), .number("count", all), .words("lines", .figures(Self.ranges(state.missing))),
      ]
      return (.key(state.brought == .nothing ? "paste.strange" : "paste.missing", values), .warning)
    }
    if state.isLoose { return ("paste.noBegin", .warning) }
    return state.brought == .nothing ? ("paste.nothing", .warning) : ("paste.none", .dim)
  }

  private static let most = 8

  /// As the lines themselves begin: 3+, 7+–9+.
  static func ranges(_ ranges: [ClosedRange<Int>]) -> String {
    let words = ranges.prefix(most).map {
      $0.count == 1 ? "\($0.lowerBound)+" : "\($0.lowerBound)+–\($0.upperBound)+"
    }
    return words.joined(separator: ", ") + (ranges.count > most ? " …" : "")
  }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: .key("paste.title", []), commands: commands, isTyping: true).draw(on: &canvas, in: look) { body in
      let width = body.size.columns - 2
      var row = 0
      func say(_ words: Words, _ ink: Ink = .text) {
        for line in Wrap.lines(look.said(words), width: width) {
          body.put(line, at: Position(column: 1, row: row), ink: ink)
          row += 1
        }
      }
      say("paste.how")
      row += 1
      let said = said
      say(said.words, said.ink)
      body.cursor = Position(column: 1, row: min(row, body.size.rows - 1))
    }
  }
}
