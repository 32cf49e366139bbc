/// How large a screen or a part of one is, in columns and rows.
struct Size: Hashable, Sendable {
  var columns: Int
  var rows: Int

  /// A size is never negative: what would be is nothing.
  init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The smallest screen on which every page has its place.
  static let smallest = Size(columns: 80, rows: 24)

  /// Whether something of the other size fits into this one.
  func holds(_ other: Size) -> Bool { columns >= other.columns && rows >= other.rows }
}
