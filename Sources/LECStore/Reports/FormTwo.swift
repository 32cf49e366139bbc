import LECModel

/// RP-04. Form 2 of the letter of 2562: general data on the schools of local authorities, pupils by group and sex.
///
/// The letter's enclosure is lost; the columns follow the lists that the department made of older data.
struct FormTwo: Report {
  let name = "form2"
  let kinds: [UnitKind] = [.authority, .province]
  let rule = Rule.rp04

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    let (unit, round) = try store.reportScope()
    let rooms = try store.basics(.rooms), teachers = try store.basics(.teachers)
    let lowest = try store.basics(.lowestGrade), highest = try store.basics(.highestGrade)
    let rows = PeopleRows(
      heads: ["kindergarten", "primary", "lower", "upper", "vocational", "total"].map { words($0) })
    var grid = Grid("", rows.columns(Self.place(rows.room, words), words), groupTitle: words("authority"))
    var number = 0
    var all = Counts()
    for data in try store.authorityData(under: unit, round) {
      let schools = data.institutions.filter { $0.unit.kind != .centre }
      if schools.isEmpty { continue }
      grid.group(data.heading(words))
      var sum = Counts()
      for one in schools {
        let code = one.unit.code
        number += 1
        sum.add(one.counts)
        let levels = words.digits(Self.levels(lowest[code], highest[code], one.counts))
        let room = rooms[code] ?? "-", staff = teachers[code] ?? "-"
        grid.row(
          [
            .figure(number), .text(one.unit.name), .text(words.digits(code.text) + "  " + levels), .code(code.text),
            .text(levels), .text(words("roomsTeachers", words.digits(room), words.digits(staff))), .count(room),
            .count(staff), .text(one.state(.students)?.said(words) ?? ""),
          ] + rows.cells(Self.pairs(one.counts), words))
      }
      all.add(sum)
      if schools.count > 1 {
        grid.subtotal(Self.sum(words("sumOf", data.unit.name)) + rows.cells(Self.pairs(sum), words))
      }
    }
    grid.sum(Self.sum(words("sum"), words("schools", words.number(number))) + rows.cells(Self.pairs(all), words))
    paper.parts.append(.grid(grid))
    paper.sign(words, unit.kind)
  }

  private static func place(_ room: Int, _ words: ReportWords) -> [Column] {
    [
      Column(words("no"), 4, .figure), Column(words("school"), 30).at(0, room, head: words("school")),
      Column("", 0).at(1, room, indent: 5).inText, Column(words("code"), 12, .code).onSheets,
      Column(words("levels"), 10).onSheets, Column("", 0).at(2, room, indent: 5).inText,
      Column(words("rooms"), 6, .figure).onSheets, Column(words("teachers"), 6, .figure).onSheets,
      Column(words("standing"), 14).at(3, 70, indent: 5),
    ]
  }

  private static func sum(_ name: String, _ below: String = "") -> [Cell] {
    [.empty, .text(name), .text(below)] + Array(repeating: .empty, count: 6)
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
