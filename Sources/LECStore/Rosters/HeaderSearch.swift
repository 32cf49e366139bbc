import LECModel

/// Finds the header of a sheet: the row near the top in which most names are known. Titles above it are passed over, and
/// a second row of names below merged headings (บิดา, มารดา, ผู้ปกครอง) is joined to it.
struct HeaderSearch {
  /// The names of the columns; a name under a merged heading is followed by the heading, as in ชื่อผู้ปกครอง.
  let names: [String]
  let place: SheetPlace
  /// The row of the spreadsheet that ends the header.
  let lastLine: Int
  /// How many columns were known by name.
  let known: Int

  init?(_ reader: CSVReader, words: HeaderWords, limits: SheetLimits) throws(CSVProblem) {
    var rows: [CSVRow] = []
    var ahead = reader
    var trouble: CSVProblem?
    do {
      while rows.count < limits.headerRows + 1, let row = try ahead.next() { rows.append(row) }
    } catch {
      trouble = error
    }
    let scores = rows.prefix(limits.headerRows).map { Self.known($0.names, words) }
    guard let most = scores.max(), most > 0, let at = scores.firstIndex(of: most) else {
      if let trouble { throw trouble }
      return nil
    }
    var names = rows[at].names
    var lastLine = rows[at].line
    if rows.indices.contains(at + 1), let joined = Self.join(names, below: rows[at + 1].names, words) {
      names = joined
      lastLine = rows[at + 1].line
    }
    while names.last?.isEmpty == true { names.removeLast() }
    self.names = names
    place = rows[at].place(0)
    self.lastLine = lastLine
    known = most
  }

  private static func known(_ names: [String], _ words: HeaderWords) -> Int {
    var found: Set<RosterColumn> = []
    var mapped = 0
    for name in names where !name.isEmpty {
      if words.index(name, occurrence: 1) != nil {
        mapped += 1
      } else {
        found.formUnion(words.names.candidates(name).prefix(1))
      }
    }
    return found.count + mapped
  }

  /// The two rows as one, if the lower one holds names and only names that stand beneath a merged heading.
  private static func join(_ upper: [String], below lower: [String], _ words: HeaderWords) -> [String]? {
    let filled = lower.indices.filter { !lower[$0].isEmpty }
    guard filled.count > 1, filled.contains(where: { !words.names.candidates(lower[$0]).isEmpty }) else { return nil }
    let standsUnderField = filled.contains { index in
      upper.indices.contains(index)
        && words.names.candidates(upper[index]).contains { RosterColumn.required.contains($0) }
    }
    guard !standsUnderField else { return nil }
    var heading = ""
    return (0..<max(upper.count, lower.count)).map { index in
      let top = upper.indices.contains(index) ? upper[index] : ""
      if !top.isEmpty { heading = top }
      guard lower.indices.contains(index), !lower[index].isEmpty else { return top }
      return lower[index] + heading
    }
  }
}

extension CSVRow {
  /// The cells as names, in the one form of text: spaces at the ends and line breaks say nothing.
  fileprivate var names: [String] { (0..<count).map { TextForm.clean(self[$0]) } }
}
