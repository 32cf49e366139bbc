/// A display that writes down what it is shown as a recording in the second form of asciinema: a header, then a line an event.
/// Time is what was waited for, so that a lesson of ten minutes is recorded in a moment and twice the same.
@MainActor final class CastDisplay: PaperDisplay {
  let size: Size
  let capabilities = Capabilities.plain
  private let theme: Theme
  private var shown: Canvas?
  private var milliseconds = 0
  private var lines: [String]

  init(size: Size, theme: Theme, title: String) {
    self.size = size
    self.theme = theme
    let header = JSON.object([
      ("version", .number(2)), ("width", .number(size.columns)), ("height", .number(size.rows)),
      ("title", .text(title)), ("env", .object([("TERM", .text("xterm-256color"))])),
    ])
    lines = [header.written]
    add("o", "\u{1B}[?25l\u{1B}[0m\u{1B}[2J")
  }

  /// The recording as the bytes of its file.
  var bytes: [UInt8] { Array(lines.joined(separator: "\n").utf8) + [10] }

  /// Names the moment, so that a player can go to it.
  func chapter(_ name: String) { if !name.isEmpty { add("m", name) } }

  func show(_ canvas: Canvas) {
    let runs = Diff(from: shown, to: canvas).runs
    shown = canvas
    guard !runs.isEmpty else { return }
    var text = ""
    for run in runs {
      text += "\u{1B}[\(run.place.row + 1);\(run.place.column + 1)H"
      var ink: Ink?
      for cell in run.cells {
        if cell.ink != ink {
          text += Self.code(theme[cell.ink])
          ink = cell.ink
        }
        cell.write(to: &text)
      }
    }
    add("o", text + "\u{1B}[0m")
  }

  /// Nobody presses a key here: the time passes.
  func readKey(timeout: Duration?) -> Key? {
    guard let timeout else { return .closed }
    let (seconds, attoseconds) = timeout.components
    milliseconds += Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
    return nil
  }

  private func add(_ kind: String, _ text: String) {
    let rest = String(milliseconds % 1000)
    let fraction = String(repeating: "0", count: 3 - rest.count) + rest
    lines.append("[\(milliseconds / 1000).\(fraction), \"\(kind)\", \(JSON.text(text).written)]")
  }

  /// The escape sequence of a style, from plain.
  private static func code(_ style: Style) -> String {
    var parts = ["0"]
    if style.attributes.contains(.bold) { parts.append("1") }
    if style.attributes.contains(.dim) { parts.append("2") }
    if style.attributes.contains(.italic) { parts.append("3") }
    if style.attributes.contains(.underline) { parts.append("4") }
    if style.attributes.contains(.reverse) { parts.append("7") }
    if let colour = style.foreground.many { parts.append("38;5;\(colour)") }
    if let colour = style.background.many { parts.append("48;5;\(colour)") }
    return "\u{1B}[" + parts.joined(separator: ";") + "m"
  }
}
