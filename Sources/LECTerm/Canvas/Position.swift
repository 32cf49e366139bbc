/// A cell's place: column and row, both counted from 0 at the upper left.
struct Position: Hashable, Sendable {
  var column: Int
  var row: Int

  static let origin = Position(column: 0, row: 0)

  /// The place so many columns and rows further on.
  func moved(columns: Int = 0, rows: Int = 0) -> Position { Position(column: column + columns, row: row + rows) }
}
