import LECModel

/// RP-03. One line for each unit below: how far the confirming has come, and how many children there are.
///
/// A local authority reads its institutions, a province its authorities, the department its provinces.
struct Summary: Report {
  let name = "summary"
  let kinds = UnitKind.offices
  let rule = Rule.rp03

  func make(_ store: Store, _ words: ReportWords) throws -> [String] {
    let (unit, round) = try store.reportScope()
    var sheet = Sheet()
    try sheet.head(words("summary"), store, words)
    sheet.columnHead {
      $0.row([
        (words("no"), -4), (words("unit"), 26), (words("confirmedOf"), -8), (words("male"), -6), (words("female"), -6),
        (words("total"), -7), (words("others"), -8), (words("standing"), 6),
      ])
      $0.rule(Sheet.paper)
    }
    var all = Counts.Pair()
    var others = 0, complete = 0, number = 0
    for one in try store.board(of: unit) {
      number += 1
      let counts = one.counts.all
      all += counts
      others += one.others
      if one.isComplete { complete += 1 }
      let (done, asked) = try Self.done(one, store)
      row(
        &sheet, [words.number(number), one.unit.name, words.number(done) + "/" + words.number(asked)], counts,
        one.others,
        one.isComplete ? words("complete") : "", words)
    }
    sheet.rule(Sheet.paper)
    row(
      &sheet, ["", words("sum"), words.number(complete) + "/" + words.number(number)], all, others,
      complete == number && number > 0 ? words("complete") : "", words)
    sheet.line()
    sheet.line(words(unit.kind == .authority ? "confirmedDatasets" : "confirmedUnits"))
    if round.policy == .open { sheet.line(words("openRound")) }
    sheet.foot(words, unit.kind)
    return Pages.lines(sheet, title: words("summary"), words)
  }

  private func row(
    _ sheet: inout Sheet, _ start: [String], _ counts: Counts.Pair, _ others: Int, _ mark: String,
    _ words: ReportWords
  ) {
    sheet.block()
    sheet.row(
      zip(start, [-4, 26, -8]).map { ($0, $1) } + [
        (words.number(counts.male), -6), (words.number(counts.female), -6), (words.number(counts.total), -7),
        (words.number(others), -8), (mark, 6),
      ])
  }

  /// Of an institution its datasets, of an office the units directly below it.
  private static func done(_ one: UnitStanding, _ store: Store) throws -> (Int, Int) {
    if one.unit.kind.isInstitution {
      return (one.datasets.count { $0.name == .confirmed }, one.datasets.count { $0.name != .nothing })
    }
    let below = try store.board(of: one.unit)
    return (below.count { $0.isComplete }, below.count)
  }
}
