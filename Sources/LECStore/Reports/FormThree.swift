import LECModel

/// RP-04. Form 3 of the letter of 2562: how many local authorities of each kind run which education.
struct FormThree: Report {
  let name = "form3"
  let kinds: [UnitKind] = [.province]
  let rule = Rule.rp04

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    let (unit, round) = try store.reportScope()
    let others = try store.authoritiesWithOthers()
    var lines: [AuthorityKind: [Int]] = [:]
    let zeros = [Int](repeating: 0, count: 8)
    var sum = zeros
    for data in try store.authorityData(under: unit, round) {
      let cells = Self.cells(data, hasOthers: others.contains(data.unit.code))
      lines[data.kind] = zip(lines[data.kind] ?? zeros, cells).map(+)
      sum = zip(sum, cells).map(+)
    }
    var grid = Grid(
      "",
      [Column(words("authorityKind"), 20).at(0, 22, head: words("authorityKind"))]
        + (1...8).map { Column("(" + words.number($0) + ")", 8, .figure).at(0, 6, head: "(" + words.number($0) + ")") })
    for kind in AuthorityKind.allCases {
      grid.row(
        [.text(words("authorityKind.\(kind.rawValue).short"))] + (lines[kind] ?? zeros).map { .figure($0) })
    }
    grid.sum([.text(words("sum"))] + sum.map { .figure($0) })
    paper.parts.append(.grid(grid))
    paper.line()
    for column in 1...8 { paper.line("(" + words.number(column) + ") " + words("form3." + String(column))) }
    paper.sign(words, unit.kind)
  }

  /// All; with schools, with centres, with both, with neither; of these last, those that only count other affiliations; then how
  /// many schools, and how many centres. Colleges are schools here.
  static func cells(_ data: AuthorityData, hasOthers: Bool) -> [Int] {
    let centres = data.institutions.count { $0.unit.kind == .centre }
    let schools = data.institutions.count - centres
    func one(_ holds: Bool) -> Int { holds ? 1 : 0 }
    let isNeither = schools + centres == 0
    return [
      1, one(schools > 0), one(centres > 0), one(schools > 0 && centres > 0), one(isNeither),
      one(isNeither && hasOthers), schools, centres,
    ]
  }
}

extension Store {
  static let withOthers = "SELECT DISTINCT unit FROM other_school WHERE dissolved = 0"

  /// The local authorities that have schools of other affiliations to count.
  func authoritiesWithOthers() throws -> Set<UnitCode> {
    Set(try connection.all(Self.withOthers, []) { UnitCode($0.text(0)) })
  }
}
