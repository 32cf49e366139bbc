import LECModel

/// One line of words: a name, a position, an address. Its value has the one form in which text is stored.
struct TextField: FieldControl {
  private(set) var line: TextLine
  let width: Int
  /// Shown in the empty field, to say what is meant.
  let placeholder: Words

  init(_ text: String = "", width: Int = 40, limit: Int = 100, placeholder: Words = .none) {
    line = TextLine(text, limit: limit)
    self.width = width
    self.placeholder = placeholder
  }

  var value: String { TextForm.clean(line.text) }
  var problem: Words? { nil }
  var size: Size { Size(columns: width, rows: 1) }

  mutating func restore(_ draft: String) { line = TextLine(draft, limit: line.limit) }

  mutating func handle(_ input: Input) -> FieldOutcome { line.edit(input) }

  func draw(on canvas: inout Canvas, in look: Look, state: FieldState) {
    line.draw(on: &canvas, at: .origin, width: canvas.size.columns, ink: state.ink, hasCursor: state.isFocused)
    if line.isEmpty { canvas.put(look.said(placeholder), at: .origin, ink: state.isFocused ? state.ink : .placeholder) }
  }
}

extension TextLine {
  /// Takes an input and says whether the text changed by it.
  mutating func edit(_ input: Input) -> FieldOutcome {
    let before = scalars
    guard handle(input) else { return .ignored }
    return scalars == before ? .handled : .changed
  }
}
