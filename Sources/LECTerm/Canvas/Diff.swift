/// What must be sent to make one canvas look like another: runs of cells that differ, and nothing else.
struct Diff: Equatable, Sendable {
  struct Run: Equatable, Sendable {
    let place: Position
    let cells: [Cell]
  }

  let runs: [Run]

  /// Without an old canvas, or with one of another size, every row is sent.
  init(from old: Canvas?, to new: Canvas) {
    var runs: [Run] = []
    let known = old?.whole == new.whole ? old : nil
    for number in 0..<new.whole.rows {
      let cells = new.row(number)
      guard let before = known?.row(number) else {
        runs.append(Run(place: Position(column: 0, row: number), cells: Array(cells)))
        continue
      }
      if before != cells { runs += Self.runs(number, before, cells) }
    }
    self.runs = runs
  }

  private static func runs(_ row: Int, _ old: ArraySlice<Cell>, _ new: ArraySlice<Cell>) -> [Run] {
    var runs: [Run] = [], begun: Int?
    for index in new.indices {
      if old[index] == new[index] {
        if let start = begun { runs.append(run(row, new, start..<index)) }
        begun = nil
      } else if begun == nil {
        begun = index
      }
    }
    if let start = begun { runs.append(run(row, new, start..<new.endIndex)) }
    return runs
  }

  private static func run(_ row: Int, _ cells: ArraySlice<Cell>, _ range: Range<Int>) -> Run {
    Run(place: Position(column: range.lowerBound - cells.startIndex, row: row), cells: Array(cells[range]))
  }
}
