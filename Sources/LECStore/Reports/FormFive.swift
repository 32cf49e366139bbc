import LECModel

/// RP-04. Form 5 of the letter of 2562: the child centres of the province, children by age, and how many have which number.
struct FormFive: Report {
  let name = "form5"
  let kinds: [UnitKind] = [.authority, .province]
  let rule = Rule.rp04

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    let (unit, round) = try store.reportScope()
    let carers = try store.basics(.carers)
    let numbers = try store.numbersOfCentres()
    var sheet = Sheet()
    try sheet.head(words("form5"), store, words)
    let rows = PeopleRows(columns: GradeGroup.centre.grades.map { words.digits($0.thai) } + [words("total")])
    rows.head(&sheet, words("centre"), words)
    var sums = CentreSums()
    for data in try store.authorityData(under: unit, round) {
      let centres = data.institutions.filter { $0.unit.kind == .centre }
      if centres.isEmpty { continue }
      sheet.authority(data, words)
      for one in centres {
        let code = one.unit.code
        let mine = numbers[code] ?? NumberCounts()
        sums.add(one.counts, mine, data)
        rows.entry(
          &sheet, words.number(sums.count),
          [
            one.unit.name, words.digits(code.text), words("carersOf", words.digits(carers[code] ?? "-")),
            mine.said(words), one.state(.students)?.said(words) ?? "",
          ], Self.pairs(one.counts), words)
      }
    }
    sheet.rule(Sheet.paper)
    if unit.kind == .province {
      for (district, counts) in sums.byDistrict.sorted(by: { $0.key < $1.key }) {
        rows.entry(&sheet, "", [words("sumOf", words("district", district))], Self.pairs(counts), words)
      }
      for kind in AuthorityKind.allCases {
        guard let counts = sums.byKind[kind] else { continue }
        rows.entry(
          &sheet, "", [words("sumOf", words("authorityKind.\(kind.rawValue).short"))], Self.pairs(counts), words)
      }
      sheet.rule(Sheet.paper)
    }
    rows.entry(
      &sheet, "", [words("sum"), words("centres", words.number(sums.count)), "", sums.numbers.said(words)],
      Self.pairs(sums.all), words)
    sheet.foot(words, unit.kind)
    return Pages.lines(sheet, title: words("form5"), words)
  }

  private static func pairs(_ counts: Counts) -> [Counts.Pair] {
    GradeGroup.centre.grades.map { counts.byGrade[$0] ?? Counts.Pair() } + [counts.all]
  }
}

/// The sums of form 5.
private struct CentreSums {
  var count = 0
  var all = Counts()
  var numbers = NumberCounts()
  var byDistrict: [String: Counts] = [:]
  var byKind: [AuthorityKind: Counts] = [:]

  mutating func add(_ counts: Counts, _ mine: NumberCounts, _ data: AuthorityData) {
    count += 1
    all.add(counts)
    numbers += mine
    byDistrict[data.unit.district, default: Counts()].add(counts)
    byKind[data.kind, default: Counts()].add(counts)
  }
}
