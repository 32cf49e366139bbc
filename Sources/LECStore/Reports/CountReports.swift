import LECModel

/// SC-07. The head count by grade and sex, as a table and as a picture.
struct HeadCount: Report {
  let name = "headCount"
  let kinds = UnitKind.institutions + UnitKind.offices
  let rule = Rule.sc07

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    guard let unit = try store.subject() else { return }
    var counts = Counts()
    if unit.kind.isInstitution {
      counts = try store.counts(unit: unit.code)
    } else {
      for one in try store.board(of: unit) { counts.add(one.counts) }
    }
    paper.parts.append(.grid(.counts(counts, words)))
    if !counts.grades.isEmpty {
      let bars = counts.grades.map { grade -> Bars.Bar in
        let total = counts.byGrade[grade]?.total ?? 0
        return Bars.Bar(label: words.digits(grade.thai), value: total, said: words.number(total))
      }
      paper.parts.append(.bars(Bars(title: words("headCountPicture"), bars: bars)))
    }
    paper.sign(words, unit.kind)
  }
}

extension Grid {
  /// Counts by grade and sex with their sum.
  static func counts(_ counts: Counts, _ words: ReportWords, title: String = "") -> Grid {
    var grid = Grid(
      title,
      [
        Column(words("grade"), 16), Column(words("male"), 10, .figure), Column(words("female"), 10, .figure),
        Column(words("total"), 10, .figure),
      ])
    func cells(_ name: String, _ pair: Counts.Pair) -> [Cell] {
      [.text(name), .figure(pair.male), .figure(pair.female), .figure(pair.total)]
    }
    for grade in counts.grades { grid.row(cells(words.digits(grade.thai), counts.byGrade[grade] ?? Counts.Pair())) }
    if counts.withoutGrade.total > 0 { grid.row(cells(words("noClass"), counts.withoutGrade)) }
    grid.sum(cells(words("sum"), counts.all))
    return grid
  }
}
