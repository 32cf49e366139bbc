import LECModel

/// RM-04. The register of children with no identity, as it is kept at the institution.
struct RegisterList: Report {
  let name = "register"
  let kinds = UnitKind.institutions
  let rule = Rule.rm04

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    var grid = Grid(
      "",
      [
        Column(words("no"), 4, .figure), Column(words("number"), 17, .code), Column(words("name"), 28),
        Column(words("grade"), 8), Column(words("left"), 11, .date), Column(words("reason"), 40).onSheets,
        // On a line of its own: the reasons of the letters are long, and text is narrow.
        Column("", 0).at(1, 70, indent: 5).inText,
      ])
    try store.each(.removed) { row in
      let s = row.student
      let reason = s.reason.map { words("reason." + $0.rawValue) } ?? ""
      grid.row([
        .figure(grid.entries.count + 1), .number(s[.number]), .text(s.fullName), .text(words.digits(s.className)),
        .day(s[.left]), .text(reason), .text(reason.isEmpty ? "" : words("because", reason)),
      ])
    }
    paper.list(grid, words)
  }
}

/// GC-01. Learners without a number, and how far the way to one has come.
struct WaitingList: Report {
  let name = "waiting"
  let kinds = UnitKind.institutions
  let rule = Rule.gc01

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    var grid = Grid(
      "",
      [
        Column(words("no"), 4, .figure), Column(words("number"), 15, .code), Column(words("name"), 30),
        Column(words("grade"), 8), Column(words("step"), 30).at(0, 18, head: words("step")),
      ])
    for check in [Check.numberMissing, .legacyCode] {
      for row in try store.roster(RosterFilter(problem: .check(check)), .first, limit: 10_000) {
        let s = row.student
        grid.row([
          .figure(grid.entries.count + 1), .code(s[.number]), .text(s.fullName), .text(words.digits(s.className)),
          .text(NumberStep(rawValue: s[.numberStep]).map { words("step." + $0.rawValue) } ?? ""),
        ])
      }
    }
    paper.list(grid, words)
  }
}

/// CF-01. The problems that stand against confirming, child by child: to mend one after another.
struct ProblemList: Report {
  let name = "problems"
  let kinds = UnitKind.institutions
  let rule = Rule.cf01

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    var grid = Grid(
      "",
      [
        Column(words("no"), 4, .figure), Column(words("name"), 30), Column(words("number"), 17, .code),
        Column(words("grade"), 8).at(0, 8, head: words("grade")), Column(words("severity"), 12),
        Column(words("problem"), 60).at(1, 66, indent: 5), Column(words("rule"), 7).at(1, 6),
      ])
    for finding in try store.findings() where finding.blocks {
      let child = try finding.record.flatMap { try store.student($0)?.student }
      grid.row([
        .figure(grid.entries.count + 1), .text(child?.fullName ?? words("dataset.basics")),
        child.map { .number($0[.number]) } ?? .empty, .text(words.digits(child?.className ?? "")),
        .text(words("severity." + finding.check.severity.rawValue)),
        .text(words("check." + finding.check.rawValue)), .text(finding.check.rule.rawValue),
      ])
    }
    paper.list(grid, words)
  }
}
