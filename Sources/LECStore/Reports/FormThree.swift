import LECModel

/// RP-04. Form 3 of the letter of 2562: how many local authorities of each kind run which education.
struct FormThree: Report {
  let name = "form3"
  let kinds: [UnitKind] = [.province]
  let rule = Rule.rp04

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    let (unit, round) = try store.reportScope()
    let others = try store.authoritiesWithOthers()
    var lines: [AuthorityKind: [Int]] = [:]
    var sum = [Int](repeating: 0, count: 8)
    for data in try store.authorityData(under: unit, round) {
      let cells = Self.cells(data, hasOthers: others.contains(data.unit.code))
      lines[data.kind] = zip(lines[data.kind] ?? sum.map { _ in 0 }, cells).map(+)
      sum = zip(sum, cells).map(+)
    }
    var sheet = Sheet()
    try sheet.head(words("form3"), store, words)
    func row(_ name: String, _ cells: [String]) { sheet.row([(name, 22)] + cells.map { ($0, -6) }) }
    row(words("authorityKind"), (1...8).map { "(" + words.number($0) + ")" })
    sheet.rule(Sheet.paper)
    for kind in AuthorityKind.allCases {
      row(
        words("authorityKind.\(kind.rawValue).short"), (lines[kind] ?? sum.map { _ in 0 }).map { words.number($0) })
    }
    sheet.rule(Sheet.paper)
    row(words("sum"), sum.map { words.number($0) })
    sheet.line()
    for column in 1...8 { sheet.line("(" + words.number(column) + ") " + words("form3." + String(column))) }
    sheet.foot(words, unit.kind)
    return Pages.lines(sheet, title: words("form3"), words)
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
