/// A report as lines of 79 columns: for the screen, for plain text files, and for any printer.
enum PaperText {
  static func lines(_ paper: Document, _ words: ReportWords) -> [String] {
    var sheet = Sheet()
    if !paper.stripe.isEmpty { sheet.line(paper.stripe) }
    sheet.line(paper.title)
    for fact in paper.facts { sheet.line(fact) }
    sheet.line()
    for (i, part) in paper.parts.enumerated() {
      switch part {
      case .line(let text):
        sheet.block()
        sheet.line(text)
      case .grid(let grid): GridText(grid: grid, words: words, isFirst: i == 0).write(to: &sheet)
      case .bars(let bars): PictureText.write(bars, to: &sheet)
      case .steps(let steps): PictureText.write(steps, words, to: &sheet)
      case .code: break
      }
    }
    if !paper.signs.isEmpty {
      sheet.block()
      for sign in paper.signs {
        sheet.line()
        sheet.line(sign)
      }
    }
    return Pages.lines(sheet, title: paper.markedTitle, words)
  }
}

/// A table in text: an entry takes as many lines as its columns ask for.
private struct GridText {
  let grid: Grid
  let words: ReportWords
  let isFirst: Bool

  /// As wide as the table, and as a screen of 80 columns shows whole.
  private var rule: Int {
    let widths = (0...last).map { line in
      grid.columns.compactMap(\.place).filter { $0.line == line }.reduce(0) { $0 + $1.width + 1 + $1.indent }
    }
    return min(76, max(30, (widths.max() ?? 0) - 1))
  }

  private var last: Int { grid.columns.compactMap { $0.place?.line }.max() ?? 0 }

  func write(to sheet: inout Sheet) {
    if !grid.title.isEmpty {
      sheet.heading()
      if !isFirst, sheet.lines.last?.isEmpty == false { sheet.line() }
      sheet.line(grid.title)
    }
    sheet.block()
    sheet.columnHead { head in
      for line in 0...last { put(line, grid.columns.map { $0.place?.head ?? "" }, to: &head) }
      head.rule(rule)
    }
    // Sums below nothing need no line above them.
    var isSummed = grid.entries.allSatisfy { if case .sum = $0 { true } else { false } }
    for (i, entry) in grid.entries.enumerated() {
      switch entry {
      case .group(let lines, let newPage):
        if newPage, i > 0 { sheet.turn() }
        sheet.heading()
        if i > 0, !newPage { sheet.line() }
        for line in lines where !line.isEmpty { sheet.line(line) }
      case .row(let cells), .subtotal(let cells): row(cells, to: &sheet)
      case .sum(let cells):
        if !isSummed {
          sheet.block()
          sheet.rule(rule)
          sheet.joins()
        }
        isSummed = true
        row(cells, to: &sheet)
      }
    }
  }

  private func row(_ cells: [Cell], to sheet: inout Sheet) {
    sheet.block()
    let said = cells.map { $0.said(words) }
    for line in 0...last { put(line, said, to: &sheet) }
  }

  /// One line of an entry; one on which nothing stands is left out.
  private func put(_ line: Int, _ texts: [String], to sheet: inout Sheet) {
    var cells: [(text: String, width: Int)] = []
    var hasWords = false
    for (column, text) in zip(grid.columns, texts) {
      guard let place = column.place, place.line == line else { continue }
      if place.indent > 0 { cells.append(("", place.indent - 1)) }
      cells.append((text, column.isFigure ? -place.width : place.width))
      hasWords = hasWords || !text.isEmpty
    }
    if hasWords { sheet.row(cells) }
  }
}
