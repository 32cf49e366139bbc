@testable import LECTerm

/// A display at which a person presses keys that were written down before, and which keeps all that it showed.
@MainActor final class ScriptedDisplay: PaperDisplay {
  let size: Size
  let capabilities = Capabilities.plain
  private var keys: [Key]
  /// What stood there whenever a key was waited for.
  private(set) var rested: [[String]] = []
  private(set) var canvas: Canvas

  init(_ keys: [Key], size: Size = Size(columns: 80, rows: 30)) {
    self.keys = keys
    self.size = size
    canvas = Canvas(size: size)
  }

  var last: [String] { rested.last ?? [] }

  func show(_ canvas: Canvas) { self.canvas = canvas }

  /// What is waited for between keys passes at once.
  func readKey(timeout: Duration?) -> Key? {
    guard timeout == nil || timeout ?? .zero >= .seconds(1) else { return nil }
    rested.append(canvas.lines)
    return keys.isEmpty ? .closed : keys.removeFirst()
  }
}
