/// One column of one row: a base, the zero-width marks on it, and what it is. Never a Swift Character: กำ is one of those and
/// two columns.
struct Cell: Hashable, Sendable {
  var base: Unicode.Scalar
  var marks: Marks
  var ink: Ink

  init(_ base: Unicode.Scalar, marks: Marks = Marks(), ink: Ink = .text) {
    self.base = base
    self.marks = marks
    self.ink = ink
  }

  static let blank = Cell(" ")

  /// Appends base and marks to a text.
  func write(to text: inout String) {
    text.unicodeScalars.append(base)
    if !marks.isEmpty { text.unicodeScalars.append(contentsOf: marks.scalars) }
  }
}
