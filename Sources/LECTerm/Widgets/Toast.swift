/// One sentence that something was done or can't be done, shown in the row above the key bar until the next key.
struct Toast: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case done, warning, refused
  }

  let words: Words
  let kind: Kind

  init(_ words: Words, kind: Kind = .done) {
    self.words = words
    self.kind = kind
  }

  /// Draws it over one row of the canvas, cut off where it is too long.
  func draw(on canvas: inout Canvas, row: Int, in look: Look) {
    let ink: Ink =
      switch kind {
      case .done: .toast
      case .warning: .warning
      case .refused: .error
      }
    let line = canvas.bounds.row(row)
    canvas.fill(line, ink: ink)
    canvas.put(look.said(words), at: line.origin.moved(columns: 1), width: line.columns - 2, ink: ink)
  }
}
