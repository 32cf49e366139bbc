import LECModel

/// OA-07. Head counts of other affiliations: by affiliation and grade, and who has still to enter or confirm theirs.
struct OtherCountList: Report {
  let name = "otherCounts"
  let kinds = UnitKind.offices
  let rule = Rule.oa07

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    let (unit, round) = try store.reportScope()
    var sheet = Sheet()
    try sheet.head(words("otherCounts"), store, words)
    var sums = OtherSums()
    let authorities = try store.authorityData(under: unit, round)
    for data in authorities { sums.add(OtherSums(try store.otherSchools(of: data.unit.code, round: round.key))) }
    sheet.sums(sums, words)
    sheet.line()
    sheet.columnHead {
      $0.row([
        (words("no"), -4), (words("unit"), 32), (words("lacking"), -9), (words("total"), -9), (words("standing"), 20),
      ])
      $0.rule(Sheet.paper)
    }
    // The department reads its provinces: a line for each of thousands of authorities is theirs to read.
    let lines = unit.kind == .department ? try store.board(of: unit) : authorities.map(\.standing)
    for (i, one) in lines.enumerated() {
      sheet.block()
      sheet.row([
        (words.number(i + 1), -4), (one.unit.name, 32), (words.number(one.othersMissing), -9),
        (words.number(one.others), -9), (one.state(.others)?.said(words) ?? "", 20),
      ])
    }
    sheet.foot(words, unit.kind)
    return Pages.lines(sheet, title: words("otherCounts"), words)
  }
}

extension Sheet {
  private static let cell = 6

  /// The heads of the grades that are counted of other affiliations.
  mutating func gradeHead(_ words: ReportWords) {
    row(
      [("", 4)] + OtherCounts.grades.map { (words.digits($0.thai), -Self.cell) } + [(words("total"), -8)])
  }

  /// The figures of one school; a grade that nobody filled in shows a hyphen, for zero is a figure.
  mutating func grades(_ counts: OtherCounts, _ words: ReportWords) {
    row(
      [("", 4)] + OtherCounts.grades.map { (counts[$0].map { words.number($0.total) } ?? "-", -Self.cell) }
        + [(words.number(counts.sum.total), -8)])
  }

  /// The sums by affiliation, and by grade that of all.
  mutating func sums(_ sums: OtherSums, _ words: ReportWords) {
    block()
    rule(Self.paper)
    for affiliation in sums.affiliations {
      row([
        ("", 4), (words.affiliation(affiliation), 38),
        (words("schools", words.number(sums.schools[affiliation] ?? 0)), -20),
        (words.number(sums.byAffiliation[affiliation]?.total ?? 0), -11),
      ])
    }
    rule(Self.paper)
    gradeHead(words)
    row(
      [("", 4)] + OtherCounts.grades.map { (words.number(sums.byGrade[$0]?.total ?? 0), -Self.cell) }
        + [(words.number(sums.all.total), -8)])
  }
}

extension ReportWords {
  /// A stored affiliation; one that this program does not know yet stays as it is written.
  func affiliation(_ code: String) -> String {
    Affiliation.parse(code).map { self("affiliation.\($0.code).short") } ?? code
  }
}
