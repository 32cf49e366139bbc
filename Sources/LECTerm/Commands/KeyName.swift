/// A key as it is written on the screen and in the key map: `a`, `A`, `?`, `Enter`, `PgDn`, `F1`, `Ctrl-P`, `Shift-Tab`.
struct KeyName: Hashable, Sendable, ExpressibleByStringLiteral {
  let text: String

  init(_ text: String) { self.text = text }

  init(stringLiteral text: String) { self.text = text }

  /// Whether every keyboard and terminal sends it: a letter or sign, or one of the keys that always work.
  var isPlain: Bool {
    text.unicodeScalars.count == 1 || text == "Enter" || text == "Space" || text == "Tab"
  }

  /// Whether it is sent as a control letter, which works while text is typed.
  var isControl: Bool { text.hasPrefix("Ctrl-") }

  /// Whether it is text where a line is typed: a letter, a sign or a space.
  var isText: Bool { text.unicodeScalars.count == 1 || text == "Space" }
}
