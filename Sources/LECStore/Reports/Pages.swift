import LECModel

/// Cuts a long report into pages of A4 that carry their numbers and the heads of the columns; no entry is cut in two.
///
/// A page begins with a form feed, which a printer obeys and the screen leaves out.
struct Pages {
  static let height = 58
  static let feed = "\u{0C}"

  /// `sheet.blocks` are the lines on which a new page may begin, `sheet.turns` those on which one must.
  static func lines(_ sheet: Sheet, title: String, _ words: ReportWords) -> [String] {
    let lines = sheet.lines
    let starts = [0] + sheet.blocks + [lines.count]
    var pages: [[String]] = [[]]
    for (start, end) in zip(starts, starts.dropFirst()) where end > start {
      let isFull = (pages.last?.count ?? 0) + end - start > height || sheet.turns.contains(start)
      if isFull, pages.last?.isEmpty == false { pages.append([SafeText.line(title)] + sheet.columnHead(at: start)) }
      pages[pages.count - 1] += lines[start..<end]
    }
    var out: [String] = []
    for (i, page) in pages.enumerated() {
      out += i == 0 ? page : [feed + (page.first ?? "")] + page.dropFirst()
      out.append(words("page", words.number(i + 1), words.number(pages.count)))
    }
    return out
  }
}
