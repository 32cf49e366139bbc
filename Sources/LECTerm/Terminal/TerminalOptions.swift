/// What the person and the environment ask of the terminal.
struct TerminalOptions: Equatable, Sendable {
  /// The terminal's type, as TERM names it.
  var type = ""
  /// Whether the person wants no colours.
  var noColour = false
  /// How long an Esc may wait for the rest of a sequence.
  var escapeDelay: Duration = .milliseconds(50)
  /// Whether clicks and the wheel come as keys; without, text can be selected with the mouse.
  var mouse = true

  init() {}

  /// Reads TERM, NO_COLOR and ESCDELAY by the given look-up.
  init(variables: (String) -> String?) {
    type = variables("TERM") ?? ""
    noColour = !(variables("NO_COLOR") ?? "").isEmpty
    if let text = variables("ESCDELAY"), let delay = Int(text), (1...5_000).contains(delay) {
      escapeDelay = .milliseconds(delay)
    }
  }
}
