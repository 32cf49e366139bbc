extension Key {
  /// The name by which the key map knows this key; nil for what is no key of the keyboard.
  var name: KeyName? {
    switch self {
    case .char(" "): "Space"
    case .char(let scalar): KeyName(String(scalar))
    case .control(" "): "Ctrl-Space"
    case .control(let scalar): KeyName("Ctrl-" + scalar.properties.uppercaseMapping)
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
    case .function(let number): KeyName(number > 12 ? "Shift-F\(number - 12)" : "F\(number)")
    case .paste, .click, .wheel, .resized, .suspend, .closed, .unknown: nil
    }
  }
}
