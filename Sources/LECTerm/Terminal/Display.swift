/// Where canvases are seen and keys come from: a real terminal, or the linear form of one.
@MainActor protocol Display: AnyObject {
  var size: Size { get }
  var capabilities: Capabilities { get }
  /// Makes the person see this; costs what has changed.
  func show(_ canvas: Canvas)
  /// The next key; nil when none has come in that time (nil waits for ever).
  func readKey(timeout: Duration?) -> Key?
  /// Takes another look at once.
  func use(_ theme: Theme)
  /// Draws everything anew at the next `show`: something else has written on the screen.
  func redraw()
  /// Stops the program as Ctrl-Z does, and returns when it goes on.
  func suspend()
  /// Sets the window's title, where there is one.
  func title(_ text: String)
  /// Puts a text into the clipboard of the machine that the person sits at; nobody says whether that worked.
  func copy(_ text: String)
  /// Gives the terminal back. Doing it twice does no harm.
  func leave()
}

/// A display behind which there is no terminal: what it is shown is kept, and the rest does nothing.
@MainActor protocol PaperDisplay: Display {}

extension PaperDisplay {
  func use(_ theme: Theme) {}
  func redraw() {}
  func suspend() {}
  func title(_ text: String) {}
  func copy(_ text: String) {}
  func leave() {}
}

/// Why there is no terminal to draw on.
enum TerminalError: Error, Equatable, Sendable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// A terminal of this type can't place a cursor: the linear form is what it can have.
  case cannotPlaceCursor(String)
}
