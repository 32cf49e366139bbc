/// The part of a form's field that is filled in: one kind for names, one for dates, one for choices ... Each is a value of its own file.
protocol FieldControl: Sendable {
  /// What stands in it, in the form that is saved: trimmed text, the id of an option, digits of a number. Empty when nothing does.
  var value: String { get }

  /// What is kept of a half-filled form; nil for what must never be written down, as a password.
  var draft: String? { get }

  /// Puts back what was kept.
  mutating func restore(_ draft: String)

  /// What is wrong with what stands there; nil for nothing, and nil for an empty field.
  var problem: Words? { get }

  /// What to say beside the field while it is being filled in.
  var remark: Remark? { get }

  /// How many columns and rows it would like to have.
  var size: Size { get }

  mutating func handle(_ input: Input) -> FieldOutcome

  /// Draws itself into a canvas of its own size; puts the cursor where typing goes when it has the focus.
  func draw(on canvas: inout Canvas, in look: Look, state: FieldState)

  /// Draws what hangs over the form, as a list of options, near its own place; most have nothing of the kind.
  func drawOver(on canvas: inout Canvas, at place: Position, in look: Look)
}

extension FieldControl {
  var draft: String? { value }
  var remark: Remark? { nil }
  func drawOver(on canvas: inout Canvas, at place: Position, in look: Look) {}
}

/// What became of an input in a field.
enum FieldOutcome: Sendable {
  /// Not for the field: the form may move the focus by it.
  case ignored
  /// Taken, and nothing changed that must be kept.
  case handled
  case changed
  /// Changed, and the person is done with this field.
  case finished
}

/// How a field stands in the form.
enum FieldState: Sendable {
  case resting, focused, wrong

  var ink: Ink {
    switch self {
    case .resting: .field
    case .focused: .fieldFocused
    case .wrong: .fieldError
    }
  }

  var isFocused: Bool { self == .focused }
}

/// A word on what is being filled in, before anything is saved: a verdict on a number, the strength of a password.
struct Remark: Hashable, Sendable {
  let words: Words
  let ink: Ink

  init(_ words: Words, ink: Ink = .dim) {
    self.words = words
    self.ink = ink
  }
}
