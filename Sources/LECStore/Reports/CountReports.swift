import LECModel

/// SC-07. The head count by grade and sex, with the state of the confirmation.
struct HeadCount: Report {
  let name = "headCount"
  let kinds = UnitKind.institutions + UnitKind.offices
  let rule = Rule.sc07

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    var sheet = Sheet()
    try sheet.head(words("headCount"), store, words)
    guard let unit = try store.subject() else { return sheet.lines }
    if unit.kind.isInstitution {
      sheet.counts(try store.counts(unit: unit.code), words)
    } else {
      var counts = Counts()
      for one in try store.board(of: unit) { counts.add(one.counts) }
      sheet.counts(counts, words)
    }
    sheet.foot(words, unit.kind)
    return sheet.lines
  }
}

extension Sheet {
  /// A table of counts with its sum line.
  mutating func counts(_ counts: Counts, _ words: ReportWords) {
    row([(words("grade"), 16), (words("male"), -10), (words("female"), -10), (words("total"), -10)])
    rule(50)
    func add(_ name: String, _ pair: Counts.Pair) {
      row([(name, 16), (String(pair.male), -10), (String(pair.female), -10), (String(pair.total), -10)])
    }
    for grade in counts.grades { add(grade.thai, counts.byGrade[grade] ?? Counts.Pair()) }
    if counts.withoutGrade.total > 0 { add(words("noClass"), counts.withoutGrade) }
    rule(50)
    add(words("sum"), counts.all)
  }
}

/// What was confirmed, by whom, when, with the digest: to print, sign and keep.
struct ConfirmationSlip: Report {
  let name = "certificate"
  let kinds = UnitKind.institutions + [.authority, .province]
  let rule = Rule.cf01

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    var sheet = Sheet()
    try sheet.head(words("certificate"), store, words)
    for state in try store.states() {
      sheet.line(words("dataset." + state.dataset.rawValue))
      guard let confirmed = state.confirmed else {
        sheet.line("  " + words("notConfirmed"))
        continue
      }
      let at = confirmed.at
      sheet.line(
        "  "
          + words(
            "confirmedBy", confirmed.person, BuddhistDate(at.date).numeric,
            "\(at.hour):\(at.minute < 10 ? "0" : "")\(at.minute)"))
      if confirmed.confirmation.singleHanded { sheet.line("  " + words("single")) }
      if state.name == .void { sheet.line("  " + words("void")) }
      sheet.line("  " + words("digest", confirmed.confirmation.digest.hex))
      if state.dataset == .students { sheet.counts(confirmed.confirmation.counts, words) }
      sheet.line()
    }
    sheet.foot(words, try store.subject()?.kind)
    return sheet.lines
  }
}
