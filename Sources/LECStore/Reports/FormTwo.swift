import LECModel

/// RP-04. Form 2 of the letter of 2562: general data on the schools of local authorities, pupils by group and sex.
///
/// The letter's enclosure is lost; the columns follow the lists that the department made of older data.
struct FormTwo: Report {
  let name = "form2"
  let kinds: [UnitKind] = [.authority, .province]
  let rule = Rule.rp04

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    let (unit, round) = try store.reportScope()
    let rooms = try store.basics(.rooms), teachers = try store.basics(.teachers)
    let lowest = try store.basics(.lowestGrade), highest = try store.basics(.highestGrade)
    var sheet = Sheet()
    try sheet.head(words("form2"), store, words)
    let rows = PeopleRows(
      columns: ["kindergarten", "primary", "lower", "upper", "vocational", "total"].map { words($0) })
    rows.head(&sheet, words("school"), words)
    var number = 0
    var all = Counts()
    for data in try store.authorityData(under: unit, round) {
      let schools = data.institutions.filter { $0.unit.kind != .centre }
      if schools.isEmpty { continue }
      sheet.authority(data, words)
      var sum = Counts()
      for one in schools {
        let code = one.unit.code
        number += 1
        sum.add(one.counts)
        let levels = Self.levels(lowest[code], highest[code], one.counts)
        rows.entry(
          &sheet, words.number(number),
          [
            one.unit.name, words.digits(code.text) + "  " + words.digits(levels),
            words("roomsTeachers", words.digits(rooms[code] ?? "-"), words.digits(teachers[code] ?? "-")),
            one.state(.students)?.said(words) ?? "",
          ], Self.pairs(one.counts), words)
      }
      all.add(sum)
      if schools.count > 1 { rows.entry(&sheet, "", [words("sumOf", data.unit.name)], Self.pairs(sum), words) }
    }
    sheet.rule(Sheet.paper)
    rows.entry(&sheet, "", [words("sum"), words("schools", words.number(number))], Self.pairs(all), words)
    sheet.foot(words, unit.kind)
    return Pages.lines(sheet, title: words("form2"), words)
  }

  private static func pairs(_ counts: Counts) -> [Counts.Pair] {
    [
      counts.of(.kindergarten), counts.of(.primary), counts.of(.lowerSecondary), counts.of(.upperSecondary),
      counts.of(.vocational, .higherVocational), counts.all,
    ]
  }

  /// The grades it says to have, else those in which it has pupils.
  private static func levels(_ lowest: String?, _ highest: String?, _ counts: Counts) -> String {
    let from = lowest.flatMap { Grade(rawValue: $0) } ?? counts.grades.first
    let to = highest.flatMap { Grade(rawValue: $0) } ?? counts.grades.last
    guard let from, let to else { return "" }
    return from == to ? from.thai : from.thai + "-" + to.thai
  }
}
