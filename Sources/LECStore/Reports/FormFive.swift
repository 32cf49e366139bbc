import LECModel

/// RP-04. Form 5 of the letter of 2562: the child centres of the province, children by age, and how many have which number.
struct FormFive: Report {
  let name = "form5"
  let kinds: [UnitKind] = [.authority, .province]
  let rule = Rule.rp04

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    let (unit, round) = try store.reportScope()
    let carers = try store.basics(.carers)
    let numbers = try store.numbersOfCentres()
    let rows = PeopleRows(heads: GradeGroup.centre.grades.map { words.digits($0.thai) } + [words("total")])
    var grid = Grid(
      "", rows.columns(Self.place(rows.room, words), words) + NumberCounts.columns(words),
      groupTitle: words("authority"))
    var sums = CentreSums()
    for data in try store.authorityData(under: unit, round) {
      let centres = data.institutions.filter { $0.unit.kind == .centre }
      if centres.isEmpty { continue }
      grid.group(data.heading(words))
      for one in centres {
        let code = one.unit.code
        let mine = numbers[code] ?? NumberCounts()
        sums.add(one.counts, mine, data)
        let carer = carers[code] ?? "-"
        grid.row(
          [
            .figure(sums.count), .text(one.unit.name), .code(code.text),
            .text(words("carersOf", words.digits(carer))), .count(carer), .text(mine.said(words)),
            .text(one.state(.students)?.said(words) ?? ""),
          ] + rows.cells(Self.pairs(one.counts), words) + mine.cells)
      }
    }
    func sum(_ name: String, _ counts: Counts, _ below: String = "", _ numbers: NumberCounts? = nil) -> [Cell] {
      [.empty, .text(name), .text(below), .empty, .empty, .text(numbers?.said(words) ?? ""), .empty]
        + rows.cells(Self.pairs(counts), words) + (numbers?.cells ?? Array(repeating: .empty, count: 5))
    }
    if unit.kind == .province {
      for (district, counts) in sums.byDistrict.sorted(by: { $0.key < $1.key }) {
        grid.sum(sum(words("sumOf", words("district", district)), counts))
      }
      for kind in AuthorityKind.allCases {
        guard let counts = sums.byKind[kind] else { continue }
        grid.sum(sum(words("sumOf", words("authorityKind.\(kind.rawValue).short")), counts))
      }
    }
    grid.sum(sum(words("sum"), sums.all, words("centres", words.number(sums.count)), sums.numbers))
    paper.parts.append(.grid(grid))
    paper.sign(words, unit.kind)
  }

  private static func place(_ room: Int, _ words: ReportWords) -> [Column] {
    [
      Column(words("no"), 4, .figure), Column(words("centre"), 30).at(0, room, head: words("centre")),
      Column(words("code"), 12, .code).at(1, room, indent: 5), Column("", 0).at(2, room, indent: 5).inText,
      Column(words("carers"), 6, .figure).onSheets, Column("", 0).at(3, 74, indent: 5).inText,
      Column(words("standing"), 14).at(4, 74, indent: 5),
    ]
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
