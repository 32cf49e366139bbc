/// What a thing on the screen is. How it looks is a theme's business: a screen never names a colour.
enum Ink: UInt8, CaseIterable, Sendable {
  /// Ordinary text, and text that may be overlooked.
  case text, dim
  /// The page's name, and the names of its columns and groups.
  case title, heading
  /// The chosen row; what is dim or found in it; and a row marked for a bulk action.
  case selected, selectedDim, selectedMatch, marked
  /// A field to fill in: at rest, being filled, wrong, and the hint in an empty one.
  case field, fieldFocused, fieldError, placeholder
  case error, warning, ok
  /// The state of what was confirmed: it holds, or an edit has voided it.
  case confirmed, void
  /// A key in the bar, and what it does.
  case key, keyLabel
  /// The stripe that says that this is a training file.
  case banner
  case link
  case border, borderFocused
  case dialog, toast
  case tab, tabSelected
  /// The part of a bar still to do, and the part done.
  case progress, progressDone
  /// What a search has found.
  case match
  /// What can't be done now.
  case disabled
  /// A QR code: dark on light, whatever the other colours are.
  case code

  /// The name by which themes and test frames call it.
  var name: String { String(describing: self) }
}
