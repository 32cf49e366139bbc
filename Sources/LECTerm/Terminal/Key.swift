/// One thing a person did with the keyboard, the mouse or the window.
enum Key: Hashable, Sendable {
  /// A printable code point; a Thai letter and its marks come one by one, as they are typed.
  case char(Unicode.Scalar)
  /// Ctrl and a small letter, a space or one of `\ ] ^ _`.
  case control(Unicode.Scalar)
  /// Alt (or Esc just before) and a printable code point.
  case alt(Unicode.Scalar)
  case up, down, left, right, pageUp, pageDown, home, end
  case enter, escape, tab, backTab, backspace, delete, insert
  /// F1 is 1; Shift-F1 is 13. Esc and a digit gives 1 to 10.
  case function(Int)
  /// What was pasted, in one piece, with `\n` for line ends and no other controls.
  case paste(String)
  case click(Position)
  case wheel(Wheel)
  /// The window has another size: ask for it and draw anew.
  case resized
  /// Ctrl-Z, or the same from outside: save what must be, then call `suspend`.
  case suspend
  /// There will be no more keys: the terminal is gone.
  case closed
  /// A key, but none we know.
  case unknown

  enum Wheel: Sendable { case up, down }
}
