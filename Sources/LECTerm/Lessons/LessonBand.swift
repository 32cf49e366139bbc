/// What a trainer says, in a band below the program. Where there is no room for both, rows of the program that say nothing make
/// room, and then those farthest from the cursor; never its first row nor its keys.
struct LessonBand {
  var heading: String
  var say: [String] = []
  /// What is pressed, and what the keys of the player are.
  var keys: String
  var keysInk = Ink.keyLabel

  /// A heading, what is said, the keys.
  static let rows = 2 + LessonReader.sayRows

  /// The program's canvas with the band below it, on a screen of that size.
  func drawn(below program: Canvas, size: Size) -> Canvas {
    var canvas = Canvas(size: size)
    let kept = Self.kept(of: program, rows: max(3, size.rows - Self.rows))
    canvas.copy(program, rows: kept)
    let top = kept.count
    canvas.fill(Rect(column: 0, row: top, columns: size.columns, rows: 1), ink: .tabSelected)
    canvas.put(heading, at: Position(column: 1, row: top), width: size.columns - 2, ink: .tabSelected)
    let lines = say.flatMap { Wrap.lines($0, width: min(size.columns - 4, 96)) }
    for (row, line) in lines.prefix(LessonReader.sayRows).enumerated() {
      canvas.put(line, at: Position(column: 2, row: top + 1 + row), ink: .heading)
    }
    canvas.put(
      keys, at: Position(column: 1, row: top + Self.rows - 1), width: size.columns - 2, ink: keysInk)
    return canvas
  }

  /// The rows of the program that are shown where there is room for so many.
  static func kept(of program: Canvas, rows: Int) -> [Int] {
    let all = Array(0..<program.whole.rows)
    guard rows < all.count, let last = all.last else { return all }
    let cursor = program.cursor?.row ?? 0
    let lines = program.lines
    let body = all.filter { $0 > 0 && $0 < last && $0 != cursor }
    let blank = body.filter { lines[$0].isEmpty }.reversed()
    let filled = body.filter { !lines[$0].isEmpty }.sorted { abs($0 - cursor) > abs($1 - cursor) }
    let left = Set((blank + filled).prefix(all.count - rows))
    return all.filter { !left.contains($0) }
  }
}

extension Canvas {
  /// Takes over rows of another canvas, from the top, with the cursor where it stands on one of them.
  mutating func copy(_ other: Canvas, rows: [Int]) {
    for (row, from) in rows.enumerated() {
      for (column, cell) in other.row(from).enumerated() { set(cell, at: Position(column: column, row: row)) }
    }
    if let place = other.cursor, let row = rows.firstIndex(of: place.row) {
      cursor = Position(column: place.column, row: row)
    }
  }
}
