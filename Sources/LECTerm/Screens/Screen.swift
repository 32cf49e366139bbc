/// One page of the program: a value that takes input and draws itself, and knows nothing else.
///
/// It never sees the store, the clock or the terminal: it asks by steps, and gets answers as input. The app turns keys into commands by
/// `KeyMap` before the screen sees them, and offers only what `commands` names besides `Command.everywhere`.
protocol Screen: Sendable {
  /// What can be done here now; key bar, help and palette are drawn from these.
  var commands: [Command] { get }

  /// Whether a line of text has the focus: then letters arrive as `.text` and only Ctrl, F-keys and editing keys are commands.
  var isTyping: Bool { get }

  /// Changes only itself; what must be done elsewhere comes back as steps.
  mutating func handle(_ input: Input) -> [Step]

  /// Reads only itself; sets `canvas.cursor` to the chosen row or field.
  func draw(on canvas: inout Canvas, in look: Look)
}

extension Screen {
  var isTyping: Bool { false }
}

/// What can happen to a screen.
enum Input: Sendable, Equatable {
  /// It has come to the front, for the first time or again: ask for what is shown.
  case opened
  case command(Command.ID)
  case text(String)
  case paste(String)
  case answer(Answer)
  case refused(Refusal)
  case progress(Progress)
  case resized(Size)
  /// Time has gone on; what the screen draws of it is in the look.
  case tick
}

/// What a screen wants done.
enum Step: Sendable, Equatable {
  case ask(Request)
  case open(Destination)
  case back
  /// Say it in a toast.
  case say(TextKey, [TextValue] = [])
  case leave
}
