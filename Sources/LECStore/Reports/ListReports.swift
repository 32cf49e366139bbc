import LECModel

/// RM-04. The register of children with no identity, as it is kept at the institution.
struct RegisterList: Report {
  let name = "register"
  let kinds = UnitKind.institutions
  let rule = Rule.rm04

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    var sheet = Sheet()
    try sheet.head(words("register"), store, words)
    sheet.row([
      (words("no"), -4), (words("number"), 17), (words("name"), 28), (words("grade"), 8), (words("left"), 11),
    ])
    sheet.rule()
    var count = 0
    try store.each(.removed) { row in
      count += 1
      let s = row.student
      let number = (try? IdentityNumber.read(s[.number], yearBE: nil).get().grouped) ?? s[.number]
      sheet.row([
        (String(count), -4), (number, 17), (s.fullName, 28),
        (s.grade.map { ClassRoom(grade: $0, room: s[.room]).thai } ?? "", 8),
        (CalendarDate(iso: s[.left]).map { BuddhistDate($0).numeric } ?? "", 11),
      ])
      // On a line of its own: the reasons of the letters are long, and the paper is narrow.
      if let reason = s.reason { sheet.row([("", -4), (words("because", words("reason." + reason.rawValue)), 70)]) }
    }
    sheet.line(words("count", String(count)))
    sheet.foot(words)
    return sheet.lines
  }
}

/// GC-01. Learners without a number, and how far the way to one has come.
struct WaitingList: Report {
  let name = "waiting"
  let kinds = UnitKind.institutions
  let rule = Rule.gc01

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    var sheet = Sheet()
    try sheet.head(words("waiting"), store, words)
    var count = 0
    for check in [Check.numberMissing, .legacyCode] {
      for row in try store.roster(RosterFilter(problem: .check(check)), .first, limit: 10_000) {
        count += 1
        let s = row.student
        sheet.row([
          (String(count), -4), (s[.number], 15), (s.fullName, 30),
          (s.grade.map { ClassRoom(grade: $0, room: s[.room]).thai } ?? "", 8),
          (NumberStep(rawValue: s[.numberStep]).map { words("step." + $0.rawValue) } ?? "", 30),
        ])
      }
    }
    sheet.line(words("count", String(count)))
    sheet.foot(words)
    return sheet.lines
  }
}
