/// A grid of cells to draw on. Drawing never writes outside and never splits a column; two canvases are equal when a person would
/// see the same. A part of it has its own origin and can't draw beyond itself.
struct Canvas: Equatable, Sendable {
  /// The whole grid's size, whichever part is being drawn.
  let whole: Size
  private var cells: [Cell]
  private var mark: Position?
  private var area: Rect
  private var clip: Rect

  init(size: Size) {
    whole = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
    area = Rect(size)
    clip = area
  }

  /// The size of the part being drawn: of the whole canvas unless inside `part`.
  var size: Size { area.size }
  /// All of the part being drawn.
  var bounds: Rect { Rect(area.size) }

  /// Where the terminal's own cursor stands: on the chosen row or field, for screen readers follow it. Set outside the part, there is none.
  var cursor: Position? {
    get { mark.map { $0.moved(columns: -area.origin.column, rows: -area.origin.row) } }
    set {
      mark = newValue.map { $0.moved(columns: area.origin.column, rows: area.origin.row) }
      if let place = mark, !clip.contains(place) { mark = nil }
    }
  }

  /// The cell at a place; a blank one outside.
  subscript(_ place: Position) -> Cell {
    guard let index = index(place) else { return .blank }
    return cells[index]
  }

  /// Writes one row of text from a place on, into at most `width` columns (to the right edge when not given). What stands behind
  /// the text stays: fill first where the room must be cleared.
  mutating func put(
    _ text: String, at place: Position, width: Int? = nil, ink: Ink = .text, cut: Cut = .ellipsis,
    align: Alignment = .leading
  ) {
    let room = width ?? size.columns - place.column
    let columns = Columns.fit(text, width: room, cut: cut)
    var at = place.moved(columns: align.room(before: max(0, room - columns.count)))
    for column in columns {
      set(Cell(column.base, marks: column.marks, ink: ink), at: at)
      at.column += 1
    }
  }

  /// Makes a rectangle empty, in one ink.
  mutating func fill(_ area: Rect, ink: Ink = .text) {
    each(of: area) { $0 = Cell(" ", ink: ink) }
  }

  /// Changes what the cells of a rectangle are, and leaves their letters.
  mutating func tint(_ area: Rect, ink: Ink) {
    each(of: area) { $0.ink = ink }
  }

  /// Draws in a part whose upper left corner is the origin and whose edges cut off what would go beyond.
  mutating func part(_ part: Rect, _ body: (inout Canvas) -> Void) {
    let before = (area, clip)
    area = Rect(
      origin: part.origin.moved(columns: area.origin.column, rows: area.origin.row), size: part.size)
    clip = clip.common(with: area)
    body(&self)
    (area, clip) = before
  }

  /// Puts one cell at a place; nothing happens outside. The base is checked like any text.
  mutating func set(_ cell: Cell, at place: Position) {
    guard let index = index(place) else { return }
    cells[index] = cell
    if case .base = Glyph(cell.base) { return }
    cells[index].base = Columns.replacement
  }

  /// The cells of one row of the whole canvas; none outside it.
  func row(_ number: Int) -> ArraySlice<Cell> {
    guard (0..<whole.rows).contains(number) else { return [] }
    return cells[number * whole.columns..<(number + 1) * whole.columns]
  }

  private func index(_ place: Position) -> Int? {
    let at = place.moved(columns: area.origin.column, rows: area.origin.row)
    return clip.contains(at) ? at.row * whole.columns + at.column : nil
  }

  private mutating func each(of part: Rect, _ change: (inout Cell) -> Void) {
    let origin = part.origin.moved(columns: area.origin.column, rows: area.origin.row)
    let seen = Rect(origin: origin, size: part.size).common(with: clip)
    guard !seen.isEmpty else { return }
    for row in seen.origin.row..<seen.endRow {
      for column in seen.origin.column..<seen.endColumn { change(&cells[row * whole.columns + column]) }
    }
  }
}
