import LECModel

/// One page of the program: a value that takes input and draws itself, and knows nothing else.
///
/// It never sees the store, the clock or the terminal: it asks by steps, and gets answers as input. The app turns keys into commands by
/// `KeyMap` before the screen sees them, and offers only what `commands` names besides `Command.everywhere`.
protocol Screen: Sendable {
  /// What can be done here now; key bar, help and palette are drawn from these.
  var commands: [Command] { get }

  /// Whether a line of text has the focus: then letters arrive as `.text` and only Ctrl, F-keys and editing keys are commands.
  var isTyping: Bool { get }

  /// Whether it counts seconds down: then a `.tick` comes every second.
  var isCounting: Bool { get }

  /// What the help says of the page itself, before its commands.
  var about: TextKey? { get }

  /// Whether it shows itself in a window of any size.
  var fitsAnywhere: Bool { get }

  /// Whether it shows by itself why something was refused just now.
  var saysRefusal: Bool { get }

  /// Changes only itself; what must be done elsewhere comes back as steps.
  mutating func handle(_ input: Input) -> [Step]

  /// Reads only itself; sets `canvas.cursor` to the chosen row or field.
  func draw(on canvas: inout Canvas, in look: Look)
}

extension Screen {
  var isTyping: Bool { false }
  var isCounting: Bool { false }
  var about: TextKey? { nil }
  var fitsAnywhere: Bool { false }
  var saysRefusal: Bool { false }
}

/// What can happen to a screen.
enum Input: Sendable, Equatable {
  /// It has come to the front, for the first time or again: ask for what is shown.
  case opened
  case command(Command.ID)
  case text(String)
  case paste(String)
  /// A click, counted from the screen's upper left corner; a part takes it by `moved(into:)`.
  case click(Position)
  case answer(Answer)
  case refused(Objection)
  case progress(Progress)
  case resized(Size)
  case tick(Moment)
}

extension Input {
  /// The same input for a part of the screen: a click counts from the part's corner, and is nil outside it.
  func moved(into part: Rect) -> Input? {
    guard case .click(let place) = self else { return self }
    guard part.contains(place) else { return nil }
    return .click(place.moved(columns: -part.origin.column, rows: -part.origin.row))
  }
}

/// What a screen wants done.
enum Step: Sendable, Equatable {
  case ask(Request)
  case open(Destination)
  case back
  /// Say it in a toast.
  case say(TextKey, [TextValue] = [])
  /// Into the clipboard of the person's own machine, where the terminal lets programs do that.
  case copy(String)
  case leave
}
