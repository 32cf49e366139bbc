import LECModel

/// RP-03. One line for each unit below: how far the confirming has come, and how many children there are.
///
/// A local authority reads its institutions, a province its authorities, the department its provinces.
struct Summary: Report {
  let name = "summary"
  let kinds = UnitKind.offices
  let rule = Rule.rp03

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    let (unit, round) = try store.reportScope()
    var grid = Grid("", Self.columns(words))
    var all = Counts.Pair()
    var others = 0, complete = 0, number = 0
    for one in try store.board(of: unit) {
      number += 1
      let counts = one.counts.all
      all += counts
      others += one.others
      if one.isComplete { complete += 1 }
      let (done, asked) = try one.done(store)
      grid.row(
        [.figure(number), .code(one.unit.code.text), .text(one.unit.name)] + Self.done(done, asked, words)
          + Self.figures(counts, one.others, one.isComplete, words))
    }
    grid.sum(
      [.empty, .empty, .text(words("sum"))] + Self.done(complete, number, words)
        + Self.figures(all, others, complete == number && number > 0, words))
    paper.parts.append(.grid(grid))
    paper.line()
    paper.line(words(unit.kind == .authority ? "confirmedDatasets" : "confirmedUnits"))
    if round.policy == .open { paper.line(words("openRound")) }
    paper.sign(words, unit.kind)
  }

  private static func columns(_ words: ReportWords) -> [Column] {
    [
      Column(words("no"), 4, .figure), Column(words("code"), 13, .code).onSheets,
      Column(words("unit"), 40).at(0, 26, head: words("unit")),
      Column(words("confirmedOf"), 8, .figure).inText, Column(words("done"), 9, .figure).onSheets,
      Column(words("asked"), 9, .figure).onSheets,
      Column(words("male"), 8, .figure).at(0, 6, head: words("male")),
      Column(words("female"), 8, .figure).at(0, 6, head: words("female")),
      Column(words("total"), 9, .figure).at(0, 7, head: words("total")),
      Column(words("others"), 9, .figure).at(0, 8, head: words("others")),
      Column(words("standing"), 10).at(0, 6, head: words("standing")),
    ]
  }

  private static func done(_ done: Int, _ asked: Int, _ words: ReportWords) -> [Cell] {
    [.text(words.number(done) + "/" + words.number(asked)), .figure(done), .figure(asked)]
  }

  private static func figures(_ counts: Counts.Pair, _ others: Int, _ isComplete: Bool, _ words: ReportWords) -> [Cell]
  {
    [
      .figure(counts.male), .figure(counts.female), .figure(counts.total), .figure(others),
      .text(isComplete ? words("complete") : ""),
    ]
  }
}

extension UnitStanding {
  /// Of an institution its datasets, of an office the units directly below it: those that are confirmed, and all.
  func done(_ store: Store) throws -> (done: Int, asked: Int) {
    if unit.kind.isInstitution {
      return (datasets.count { $0.name == .confirmed }, datasets.count { $0.name != .nothing })
    }
    let below = try store.board(of: unit)
    return (below.count { $0.isComplete }, below.count)
  }
}
