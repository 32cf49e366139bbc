extension Key {
  /// The key as the key map writes it; nil for what is no key: pastes, clicks, changes of the window.
  var name: KeyName? {
    switch self {
    case .char(" "): "Space"
    case .char(let scalar): KeyName(String(scalar))
    case .control(let scalar): KeyName("Ctrl-" + String(scalar).uppercased())
    case .alt(let scalar): KeyName("Alt-" + String(scalar))
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .home: "Home"
    case .end: "End"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .function(let number): KeyName("F\(number)")
    case .paste, .click, .wheel, .resized, .suspend, .closed, .unknown: nil
    }
  }
}

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
    case .wheel(.up): return .command(.up)
    case .wheel(.down): return .command(.down)
    default:
      let pressed = isTyping ? key : key.folded
      guard let name = pressed.name else { return nil }
      return command(for: name, isTyping: isTyping, among: offered).map(Input.command)
    }
  }
}
