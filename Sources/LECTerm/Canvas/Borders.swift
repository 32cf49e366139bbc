/// Lines of one thickness. A line that meets another is joined to it; a terminal without such letters gets `+-|` instead.
enum Borders {
  // Bit 0 goes up, 1 down, 2 left, 3 right; a piece with one arm only is drawn as the full line.
  private static let pieces: [Unicode.Scalar] = [
    " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
  ]
  static let up = 1, down = 2, left = 4, right = 8

  /// The piece with these arms.
  static func piece(_ arms: Int) -> Unicode.Scalar { pieces[arms & 15] }

  /// The arms of a piece; 0 for anything else.
  static func arms(of scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "│": up | down
    case "─": left | right
    default: pieces.firstIndex(of: scalar) ?? 0
    }
  }

  /// The same in ASCII; other letters stay as they are.
  static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2500, 0x2501: "-"
    case 0x2502, 0x2503: "|"
    case 0x2504...0x257F: "+"
    case 0x2580...0x2590, 0x2594...0x259F: "#"
    case 0x2591...0x2593: ":"
    case 0x2026: "~"
    default: scalar
    }
  }
}

extension Canvas {
  /// A line from a place to the right.
  mutating func hline(at place: Position, width: Int, ink: Ink = .border) {
    for column in 0..<max(0, width) { join(Borders.left | Borders.right, at: place.moved(columns: column), ink) }
  }

  /// A line from a place downwards.
  mutating func vline(at place: Position, height: Int, ink: Ink = .border) {
    for row in 0..<max(0, height) { join(Borders.up | Borders.down, at: place.moved(rows: row), ink) }
  }

  /// A line through a box from its left to its right border, joined to both.
  mutating func rule(across box: Rect, row: Int, ink: Ink = .border) {
    guard box.columns >= 2 else { return }
    let left = Position(column: box.origin.column, row: row)
    join(Borders.right, at: left, ink)
    hline(at: left.moved(columns: 1), width: box.columns - 2, ink: ink)
    join(Borders.left, at: left.moved(columns: box.columns - 1), ink)
  }

  /// A box along the inside of a rectangle, with its title in the upper border. The inside stays as it is, and lines
  /// already there are joined: fill first to cover them.
  mutating func box(_ area: Rect, title: String = "", ink: Ink = .border, titleInk: Ink = .title) {
    guard area.columns >= 2, area.rows >= 2 else { return }
    let right = area.columns - 1, bottom = area.rows - 1
    hline(at: area.origin.moved(columns: 1), width: right - 1, ink: ink)
    hline(at: area.origin.moved(columns: 1, rows: bottom), width: right - 1, ink: ink)
    vline(at: area.origin.moved(rows: 1), height: bottom - 1, ink: ink)
    vline(at: area.origin.moved(columns: right, rows: 1), height: bottom - 1, ink: ink)
    join(Borders.down | Borders.right, at: area.origin, ink)
    join(Borders.down | Borders.left, at: area.origin.moved(columns: right), ink)
    join(Borders.up | Borders.right, at: area.origin.moved(rows: bottom), ink)
    join(Borders.up | Borders.left, at: area.origin.moved(columns: right, rows: bottom), ink)
    if !title.isEmpty, area.columns > 6 {
      let shown = Columns.string(Columns.fit(title, width: area.columns - 6))
      put(" \(shown) ", at: area.origin.moved(columns: 2), width: area.columns - 4, ink: titleInk)
    }
  }

  private mutating func join(_ arms: Int, at place: Position, _ ink: Ink) {
    set(Cell(Borders.piece(arms | Borders.arms(of: self[place].base)), ink: ink), at: place)
  }
}
