/// A canvas as text that tests compare and a person can review: a first line, the rows between bars, the runs of ink that isn't
/// plain text, and the cursor.
struct Frame: Equatable, Sendable {
  let size: Size
  /// Each row as text, with its spaces, without bars.
  let rows: [String]
  /// Where something is not plain text: `12: 0-79 selected`.
  let inks: [String]
  let cursor: Position?

  init(_ canvas: Canvas) {
    size = canvas.whole
    cursor = canvas.cursor
    let grid = (0..<size.rows).map { canvas.row($0) }
    rows = grid.map { cells in
      var text = ""
      for cell in cells { cell.write(to: &text) }
      return text
    }
    inks = grid.enumerated().compactMap { number, cells in
      let runs = Self.runs(of: cells)
      return runs.isEmpty ? nil : "\(number): " + runs.joined(separator: ", ")
    }
  }

  private static func runs(of cells: ArraySlice<Cell>) -> [String] {
    let inks = cells.map(\.ink)
    var runs: [String] = [], start = 0
    for end in inks.indices where end + 1 == inks.count || inks[end + 1] != inks[start] {
      if inks[start] != .text { runs.append("\(start)-\(end) \(inks[start].name)") }
      start = end + 1
    }
    return runs
  }

  /// The whole as text. The label stands behind the size in the first line: `80x24 th`.
  func text(label: String = "") -> String {
    let head = "\(size.columns)x\(size.rows)" + (label.isEmpty ? "" : " " + label)
    let foot = cursor.map { "cursor \($0.column),\($0.row)" } ?? "no cursor"
    return ([head] + rows.map { "|\($0)|" } + inks + [foot]).joined(separator: "\n") + "\n"
  }
}

extension Canvas {
  /// What tests compare.
  var frame: Frame { Frame(self) }
}
