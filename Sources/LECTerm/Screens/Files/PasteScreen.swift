import LECModel

/// A file that came as text: pasted as it stands in the chat, in one go or line by line. It goes on by itself when the last line is
/// there.
struct PasteScreen: Screen {
  private var text = ""
  private var objection: Objection?

  var commands: [Command] { [.bar(.save), Command(.choose), Command(.deleteBack)] }
  var isTyping: Bool { true }

  mutating func handle(_ input: Input) -> [Step] {
    switch input {
    case .paste(let more):
      add(more)
      return isComplete ? read : []
    case .text(let more): add(more)
    // A terminal that puts no marks around what is pasted sends it as keys, and the ends of lines as Enter: so Enter must not lead on
    // to where the next Enter would take the file.
    case .command(.choose): add("\n")
    case .command(.save): return text.isEmpty ? [] : read
    case .command(.deleteBack): (text, objection) = ("", nil)
    case .command(.back): return [.back]
    case .refused(let objection): self.objection = objection
    case .answer(.level(.go(let destination))): return [.back, .open(destination)]
    default: break
    }
    return []
  }

  private var read: [Step] { [.ask(.level(.pasted(text)))] }

  private mutating func add(_ more: String) {
    if objection != nil { (text, objection) = ("", nil) }
    text += more
  }

  /// Whether the last line has come.
  private var isComplete: Bool {
    text.firstRange(of: "LECTERM+END+").map { text[$0.upperBound...].contains("/") } ?? false
  }

  /// The lines that have come, as the text form counts them.
  private var lines: Int { text.utf8.count { $0 == UInt8(ascii: "/") } }

  func draw(on canvas: inout Canvas, in look: Look) {
    Chrome(title: .key("paste.title", []), commands: commands).draw(on: &canvas, in: look) { body in
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
      say(.key("paste.lines", [.number("count", lines)]), lines > 0 ? .ok : .dim)
      if isComplete { say("paste.complete", .ok) }
      if let objection {
        row += 1
        say(.key(objection.reason, objection.values), .error)
        say("paste.again", .dim)
      }
      body.cursor = Position(column: 1, row: min(row, body.size.rows - 1))
    }
  }
}
