import LECModel

/// A table without headings between its rows, as spreadsheets sort and filter it: the heading is a column of its own, sums stand last.
struct Flat {
  let titles: [String]
  let over: [String]
  let widths: [Int]
  let rows: [[Cell]]
  let sums: [[Cell]]

  init(_ grid: Grid) {
    let hasGroups = grid.hasGroups
    let picked = grid.columns.indices.filter { grid.columns[$0].isOnSheets }
    titles = (hasGroups ? [grid.groupTitle] : []) + picked.map { grid.columns[$0].title }
    over = (hasGroups ? [""] : []) + picked.map { grid.columns[$0].over }
    var longest = hasGroups ? [24] : []
    longest += picked.map { grid.columns[$0].width }
    widths = longest
    var rows: [[Cell]] = [], sums: [[Cell]] = []
    var group = ""
    for entry in grid.entries {
      switch entry {
      case .group(let lines, _): group = lines.first ?? ""
      case .row(let cells): rows.append((hasGroups ? [.text(group)] : []) + picked.map { cells[$0] })
      case .subtotal: break
      case .sum(let cells): sums.append((hasGroups ? [.empty] : []) + picked.map { cells[$0] })
      }
    }
    self.rows = rows
    self.sums = sums
  }

  /// A head that tells the columns apart without the one that spans them.
  var plainTitles: [String] { zip(over, titles).map { $0.isEmpty ? $1 : $0 + " " + $1 } }
}

extension Document {
  /// The tables as CSV, one below the other with an empty row between; a report of words alone is a column of lines.
  package func csv(mark: Bool) -> [UInt8] {
    var writer = CSVWriter(mark: mark)
    var isFirst = true
    for part in parts {
      guard let grid = part.table else { continue }
      let flat = Flat(grid)
      if !isFirst { writer.row(flat.titles.map { _ in "" }) }
      isFirst = false
      writer.row(flat.plainTitles)
      for row in flat.rows + flat.sums { writer.row(row.map(\.stored)) }
    }
    if isFirst { for case .line(let text) in parts { writer.row([text]) } }
    return writer.bytes
  }
}

extension Document.Part {
  /// What a spreadsheet has of it: tables as they are, pictures as the figures behind them.
  var table: Grid? {
    switch self {
    case .grid(let grid): return grid
    case .bars(let bars):
      guard bars.heads.count == 3 else { return nil }
      let kinds: [Column] = zip(bars.heads, [40, 12, 12]).map { Column($0, $1) }
      var grid = Grid(bars.title, kinds)
      for bar in bars.bars { grid.row([.text(bar.label), .figure(bar.value), .text(bar.said)]) }
      return grid
    case .steps(let steps):
      guard steps.heads.count == 2 else { return nil }
      var grid = Grid(steps.title, [Column(steps.heads[0], 12, .date), Column(steps.heads[1], 12, .figure)])
      for day in steps.days { grid.row([.date(day.date), .figure(day.value)]) }
      return grid
    case .line, .code: return nil
    }
  }
}

extension Cell {
  /// As other programs read it: days as they are stored, figures without points.
  var stored: String {
    switch self {
    case .text(let text): text
    case .code(let text, _): text
    case .figure(let count): String(count)
    case .date(let date): date.iso
    case .box(let isTicked): isTicked ? "x" : ""
    }
  }
}
