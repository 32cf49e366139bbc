import LECModel

/// RP-03, RP-07. Who has not confirmed, with the person and the telephone: the list to ring from on the last days.
struct MissingList: Report {
  let name = "missing"
  let kinds = UnitKind.offices
  let rule = Rule.rp03

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    let (unit, round) = try store.reportScope()
    for level in [Level.institution, .authority, .province] {
      guard let due = round.due(level) else { continue }
      paper.line(words("due", words("level." + level.rawValue), words.day(due.lastDay)))
    }
    paper.line()
    if round.policy == .open {
      paper.line(words("openRound"))
      return
    }
    var grid = Grid("", Self.columns(words))
    let people = try store.peopleInOffice()
    // Figures that are missing are kept for the next time, which can't be done while reading as of one moment.
    _ = try store.board(of: unit)
    try store.reading {
      // Nobody at the department rings a thousand centres: the local authorities do.
      try list(store.board(of: unit), 0, unit.kind == .department ? 2 : 3) { one, depth in
        let person = people[one.unit.code] ?? one.unit.contact.map { Self.person($0) }
        grid.row(Self.cells(one, depth, person, grid.entries.count + 1, words))
      } below: {
        try store.board(of: $0)
      }
    }
    let count = grid.entries.count
    paper.parts.append(.grid(grid))
    paper.line(count == 0 ? words("nobodyMissing") : words("missingCount", words.number(count)))
  }

  private static func columns(_ words: ReportWords) -> [Column] {
    [
      Column(words("no"), 4, .figure), Column(words("code"), 13, .code).onSheets,
      Column(words("unit"), 36).at(0, 44, head: words("unit")),
      Column(words("notYet"), 24).at(0, 30, head: words("notYet")),
      Column(words("person"), 0).at(1, 44, head: words("person"), indent: 5).inText,
      Column(words("person"), 24).onSheets, Column(words("position"), 18).onSheets,
      Column(words("phone"), 14, .code).at(1, 30, head: words("phone")),
    ]
  }

  private static func cells(
    _ one: UnitStanding, _ depth: Int, _ person: ReportPerson?, _ number: Int, _ words: ReportWords
  ) -> [Cell] {
    let lacks = one.datasets.filter { $0.name != .confirmed && $0.name != .nothing }
      .map { words("short." + $0.dataset.rawValue) }.joined(separator: ", ")
    let who = person.map { $0.position.isEmpty ? $0.name : $0.name + "  " + $0.position } ?? words("noPerson")
    func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
    return [
      .figure(number), .code(one.unit.code.text), .text(indent(depth) + one.unit.name), .text(lacks),
      .text(indent(depth + 1) + who), .text(person?.name ?? words("noPerson")), .text(person?.position ?? ""),
      .code(person?.phone ?? "-"),
    ]
  }

  /// Those who lack something, each before those below it.
  private func list(
    _ standings: [UnitStanding], _ depth: Int, _ most: Int, _ say: (UnitStanding, Int) throws -> Void,
    below: (Unit) throws -> [UnitStanding]
  ) throws {
    for one in standings where !one.isComplete {
      try say(one, depth)
      guard depth + 1 < most, !one.unit.kind.isInstitution else { continue }
      try list(try below(one.unit), depth + 1, most, say, below: below)
    }
  }

  private static func person(_ contact: Contact) -> ReportPerson {
    ReportPerson(name: contact.person.isEmpty ? contact.unit : contact.person, position: "", phone: contact.phone)
  }
}

extension Moment {
  /// The day that a deadline still allows: midnight is the end of the day before.
  var lastDay: CalendarDate { hour == 0 && minute == 0 ? date.adding(days: -1) : date }
}
