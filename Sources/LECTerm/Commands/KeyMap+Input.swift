extension KeyMap {
  /// What a key press is for a screen: a command, text for its line, a paste; nil for what it need not know.
  ///
  /// Where no text is typed the Thai keyboard is folded to the Latin keys of the same places first.
  static func input(for key: Key, isTyping: Bool, among offered: [Command]) -> Input? {
    if isTyping {
      if case .paste(let text) = key { return .paste(text) }
      if case .char(let scalar) = key { return .text(String(scalar)) }
    }
    switch key {
    case .click(let place): return .click(place)
    case .wheel(.up): return .command(.up)
    case .wheel(.down): return .command(.down)
    default:
      let pressed = isTyping ? key : key.folded
      guard let name = pressed.name else { return nil }
      return command(for: name, isTyping: isTyping, among: offered).map(Input.command)
    }
  }
}
