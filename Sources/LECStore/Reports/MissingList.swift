import LECModel

/// RP-03, RP-07. Who has not confirmed, with the person and the telephone: the list to ring from on the last days.
struct MissingList: Report {
  let name = "missing"
  let kinds = UnitKind.offices
  let rule = Rule.rp03

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    let (unit, round) = try store.reportScope()
    var sheet = Sheet()
    try sheet.head(words("missing"), store, words)
    for level in [Level.institution, .authority, .province] {
      guard let due = round.due(level) else { continue }
      let day = due.hour == 0 && due.minute == 0 ? due.date.adding(days: -1) : due.date
      sheet.line(words("due", words("level." + level.rawValue), words.day(day)))
    }
    sheet.line()
    if round.policy == .open {
      sheet.line(words("openRound"))
      return Pages.lines(sheet, title: words("missing"), words)
    }
    sheet.columnHead {
      $0.row([(words("no"), -4), (words("unit"), 44), (words("notYet"), 30)])
      $0.row([("", 4), (words("person"), 44), (words("phone"), 30)])
      $0.rule(Sheet.paper)
    }
    let people = try store.peopleInOffice()
    var count = 0
    // Figures that are missing are kept for the next time, which can't be done while reading as of one moment.
    _ = try store.board(of: unit)
    try store.reading {
      // Nobody at the department rings a thousand centres: the local authorities do.
      try list(store.board(of: unit), 0, unit.kind == .department ? 2 : 3) { one, depth in
        count += 1
        sheet.block()
        let person = people[one.unit.code] ?? one.unit.contact.map { Self.person($0) }
        let lacks = one.datasets.filter { $0.name != .confirmed && $0.name != .nothing }
          .map { words("short." + $0.dataset.rawValue) }.joined(separator: ", ")
        let name = String(repeating: "  ", count: depth) + one.unit.name
        sheet.row([(words.number(count), -4), (name, 44), (lacks, 30)])
        let who = person.map { $0.position.isEmpty ? $0.name : $0.name + "  " + $0.position } ?? words("noPerson")
        sheet.row([
          ("", 4), (String(repeating: "  ", count: depth + 1) + who, 44), (words.digits(person?.phone ?? "-"), 30),
        ])
      } below: {
        try store.board(of: $0)
      }
    }
    sheet.rule(Sheet.paper)
    sheet.line(count == 0 ? words("nobodyMissing") : words("missingCount", words.number(count)))
    return Pages.lines(sheet, title: words("missing"), words)
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
