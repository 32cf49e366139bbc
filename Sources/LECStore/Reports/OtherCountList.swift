import LECModel

/// OA-07. Head counts of other affiliations: by affiliation and grade, and who has still to enter or confirm theirs.
struct OtherCountList: Report {
  let name = "otherCounts"
  let kinds = UnitKind.offices
  let rule = Rule.oa07

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    let (unit, round) = try store.reportScope()
    var sums = OtherSums()
    let authorities = try store.authorityData(under: unit, round)
    for data in authorities { sums.add(OtherSums(try store.otherSchools(of: data.unit.code, round: round.key))) }
    paper.parts += Self.sums(sums, words)
    paper.line()
    var grid = Grid(
      words("otherStates"),
      [
        Column(words("no"), 4, .figure), Column(words("code"), 13, .code).onSheets, Column(words("unit"), 32),
        Column(words("lacking"), 9, .figure), Column(words("total"), 9, .figure), Column(words("standing"), 20),
      ])
    // The department reads its provinces: a line for each of thousands of authorities is theirs to read.
    let lines = unit.kind == .department ? try store.board(of: unit) : authorities.map(\.standing)
    for (i, one) in lines.enumerated() {
      grid.row([
        .figure(i + 1), .code(one.unit.code.text), .text(one.unit.name), .figure(one.othersMissing),
        .figure(one.others), .text(one.state(.others)?.said(words) ?? ""),
      ])
    }
    paper.parts.append(.grid(grid))
    paper.sign(words, unit.kind)
  }

  /// Affiliation by grade, with the sums of both; in text the figures stand below the affiliation.
  static func sums(_ sums: OtherSums, _ words: ReportWords) -> [Document.Part] {
    var grid = Grid(
      words("byAffiliation"),
      [
        Column(words("affiliation"), 30).at(0, 42, head: words("affiliation")),
        Column("", 0).at(0, 20).inText, Column(words("schoolCount"), 10, .figure).onSheets,
      ] + gradeColumns(words, line: 1))
    func cells(_ name: String, _ schools: Int, _ figures: [Grade: OtherSum], _ all: OtherSum?, none: Cell) -> [Cell] {
      [.text(name), .text(words("schools", words.number(schools))), .figure(schools), .empty]
        + OtherCounts.grades.map { grade in figures[grade].map { .figure(Int($0.total)) } ?? none }
        + [.figure(Int(all?.total ?? 0))]
    }
    for one in sums.affiliations {
      grid.row(
        cells(
          words.affiliation(one), sums.schools[one] ?? 0, sums.byBoth[one] ?? [:], sums.byAffiliation[one],
          // A grade that no school filled in: zero is a figure.
          none: .text("-")))
    }
    grid.sum(cells(words("sum"), sums.schools.values.reduce(0, +), sums.byGrade, sums.all, none: .figure(0)))
    return [.grid(grid)]
  }

  /// The grades that are counted of other affiliations, and their sum.
  static func gradeColumns(_ words: ReportWords, line: Int = 0) -> [Column] {
    [Column("", 0).at(line, 4).inText]
      + OtherCounts.grades.map {
        Column(words.digits($0.thai), 7, .figure).at(line, 6, head: words.digits($0.thai))
      } + [Column(words("total"), 9, .figure).at(line, 8, head: words("total"))]
  }

  /// The figures of one school; a grade that nobody filled in shows a hyphen, for zero is a figure.
  static func grades(_ counts: OtherCounts) -> [Cell] {
    [.empty] + OtherCounts.grades.map { counts[$0].map { .figure(Int($0.total)) } ?? .text("-") }
      + [.figure(Int(counts.sum.total))]
  }
}

extension ReportWords {
  /// A stored affiliation; one that this program does not know yet stays as it is written.
  func affiliation(_ code: String) -> String {
    Affiliation.parse(code).map { self("affiliation.\($0.code).short") } ?? code
  }
}
