import LECModel

/// RM-04. The register of children with no identity, as it is kept at the institution.
struct RegisterList: Report {
  let name = "register"

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    var sheet = Sheet()
    try sheet.head(words("register"), store, words)
    sheet.row([
      (words("no"), -4), (words("number"), 17), (words("name"), 28), (words("class"), 8), (words("left"), 11),
      (words("reason"), 30),
    ])
    sheet.rule(100)
    var count = 0
    try store.each(.removed) { row in
      count += 1
      let s = row.student
      let number = (try? IdentityNumber.read(s[.number], yearBE: nil).get().grouped) ?? s[.number]
      sheet.row([
        (String(count), -4), (number, 17), (s.fullName, 28),
        (s.grade.map { ClassRoom(grade: $0, room: s[.room]).thai } ?? "", 8),
        (CalendarDate(iso: s[.left]).map { BuddhistDate($0).numeric } ?? "", 11),
        (s.reason.map { words("reason." + $0.rawValue) } ?? "", 40),
      ])
    }
    sheet.line(words("count", String(count)))
    sheet.foot(words)
    return sheet.lines
  }
}

/// GC-01. Learners without a number, and how far the way to one has come.
struct WaitingList: Report {
  let name = "waiting"

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
