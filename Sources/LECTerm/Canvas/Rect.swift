/// A rectangle of cells, and the ways pages are laid out with it. It may reach outside a canvas: drawing is clipped, not refused.
struct Rect: Hashable, Sendable {
  var origin: Position
  var size: Size

  init(origin: Position, size: Size) {
    self.origin = origin
    self.size = size
  }

  init(column: Int = 0, row: Int = 0, columns: Int, rows: Int) {
    self.init(origin: Position(column: column, row: row), size: Size(columns: columns, rows: rows))
  }

  /// A rectangle at the upper left corner.
  init(_ size: Size) { self.init(origin: .origin, size: size) }

  var columns: Int { size.columns }
  var rows: Int { size.rows }
  /// The first column after the rectangle.
  var endColumn: Int { origin.column + size.columns }
  /// The first row after the rectangle.
  var endRow: Int { origin.row + size.rows }
  var isEmpty: Bool { size.columns == 0 || size.rows == 0 }

  /// Whether the place lies inside.
  func contains(_ place: Position) -> Bool {
    (origin.column..<endColumn).contains(place.column) && (origin.row..<endRow).contains(place.row)
  }

  /// What both rectangles cover; empty where they don't meet.
  func common(with other: Rect) -> Rect {
    let left = max(origin.column, other.origin.column), top = max(origin.row, other.origin.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle without a margin on each side.
  func inset(columns: Int = 1, rows: Int = 1) -> Rect {
    Rect(
      column: origin.column + columns, row: origin.row + rows, columns: size.columns - 2 * columns,
      rows: size.rows - 2 * rows)
  }

  /// One row of it, counted from 0 at its top; from -1 upwards at its bottom when negative.
  func row(_ number: Int) -> Rect {
    let at = number < 0 ? size.rows + number : number
    let there = (0..<size.rows).contains(at)
    return Rect(column: origin.column, row: origin.row + at, columns: size.columns, rows: there ? 1 : 0)
  }

  /// Cuts off rows at the top: those, and the rest.
  func split(top count: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, count), size.rows)
    return (
      Rect(column: origin.column, row: origin.row, columns: size.columns, rows: cut),
      Rect(column: origin.column, row: origin.row + cut, columns: size.columns, rows: size.rows - cut)
    )
  }

  /// Cuts off rows at the bottom: the rest, and those.
  func split(bottom count: Int) -> (rest: Rect, bottom: Rect) {
    let parts = split(top: size.rows - min(max(0, count), size.rows))
    return (parts.top, parts.rest)
  }

  /// Cuts off columns at the left: those, and the rest.
  func split(left count: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, count), size.columns)
    return (
      Rect(column: origin.column, row: origin.row, columns: cut, rows: size.rows),
      Rect(column: origin.column + cut, row: origin.row, columns: size.columns - cut, rows: size.rows)
    )
  }

  /// Cuts off columns at the right: the rest, and those.
  func split(right count: Int) -> (rest: Rect, right: Rect) {
    let parts = split(left: size.columns - min(max(0, count), size.columns))
    return (parts.left, parts.rest)
  }

  /// A rectangle of that size in the middle of this one, made smaller where it doesn't fit.
  func centered(_ inner: Size) -> Rect {
    let columns = min(inner.columns, size.columns), rows = min(inner.rows, size.rows)
    return Rect(
      column: origin.column + (size.columns - columns) / 2, row: origin.row + (size.rows - rows) / 2,
      columns: columns, rows: rows)
  }
}
