/// A box that wants an answer before anything else goes on: a message, a question, a choice of reasons, a line of text.
///
/// While a screen has one, it passes input to it first and draws it last. Enter presses the chosen button, left and right or Tab choose
/// another, up and down go through the reasons, Esc cancels. What is dangerous should not be the first button.
struct Dialog: Sendable {
  enum Outcome: Equatable, Sendable {
    case open
    case cancelled
    /// A button was pressed; with the place of the chosen reason, where there are any, and the text, where one was asked for.
    case pressed(Button.ID, reason: Int?, text: String)
  }

  struct Button: Hashable, Sendable {
    /// What a button does; the words for it are another thing.
    enum ID: String, Sendable { case ok, yes, no, cancel, keep, discard, stay }

    let id: ID
    let label: TextKey

    init(_ id: ID, label: TextKey? = nil) {
      self.id = id
      self.label = label ?? TextKey("button.\(id.rawValue)")
    }
  }

  let title: Words
  let message: Words
  let buttons: [Button]
  let reasons: [Words]
  private(set) var reason: Int
  private(set) var line: TextLine?
  let lineLabel: Words
  /// Whether the line is a password, which is never drawn.
  let isSecret: Bool
  private(set) var button = 0
  /// What was wrong with the last answer.
  var error: Words?

  init(
    title: Words, message: Words, buttons: [Button], reasons: [Words] = [], line: TextLine? = nil,
    lineLabel: Words = .none, isSecret: Bool = false
  ) {
    self.title = title
    self.message = message
    self.buttons = buttons
    self.reasons = reasons
    reason = 0
    self.line = line
    self.lineLabel = lineLabel
    self.isSecret = isSecret
  }

  /// Something to read, and one button.
  static func message(_ title: Words, _ message: Words) -> Dialog {
    Dialog(title: title, message: message, buttons: [Button(.ok)])
  }

  /// A question; the first button is the one that Enter presses.
  static func question(_ title: Words, _ message: Words, buttons: [Button] = [Button(.no), Button(.yes)]) -> Dialog {
    Dialog(title: title, message: message, buttons: buttons)
  }

  /// A choice of one reason, with a line for more words where `asksMore`.
  static func reasons(_ title: Words, _ message: Words, _ reasons: [Words], asksMore: Bool = false) -> Dialog {
    Dialog(
      title: title, message: message, buttons: [Button(.ok), Button(.cancel)], reasons: reasons,
      line: asksMore ? TextLine() : nil, lineLabel: "dialog.more")
  }

  /// A line of text, or a password.
  static func input(_ title: Words, _ message: Words, label: Words, text: String = "", isSecret: Bool = false) -> Dialog
  {
    Dialog(
      title: title, message: message, buttons: [Button(.ok), Button(.cancel)], line: TextLine(text), lineLabel: label,
      isSecret: isSecret)
  }

  /// Whether letters should arrive as text.
  var isTyping: Bool { line != nil }

  /// What a screen offers while the dialog is open.
  static let commands: [Command] = [
    .bar(.choose), Command(.up), Command(.down), Command(.left), Command(.right), Command(.next), Command(.previous),
  ]

  mutating func handle(_ input: Input) -> Outcome {
    guard case .command(let id) = input else {
      _ = line?.handle(input)
      return .open
    }
    switch id {
    case .back: return .cancelled
    case .choose: return press()
    case .next: button = (button + 1) % max(1, buttons.count)
    case .previous: button = (button + buttons.count - 1) % max(1, buttons.count)
    case .up: reason = max(0, reason - 1)
    case .down: reason = min(max(0, reasons.count - 1), reason + 1)
    case .left where line == nil: button = max(0, button - 1)
    case .right where line == nil: button = min(buttons.count - 1, button + 1)
    default: _ = line?.handle(input)
    }
    return .open
  }

  private func press() -> Outcome {
    guard buttons.indices.contains(button) else { return .cancelled }
    let pressed = buttons[button].id
    if pressed == .cancel { return .cancelled }
    return .pressed(pressed, reason: reasons.isEmpty ? nil : reason, text: line?.text ?? "")
  }
}
