import LECModel

/// SC-06. This round against the last one, grade by grade: what was confirmed then, and how many there are now.
struct Comparison: Report {
  let name = "comparison"
  let kinds = UnitKind.institutions + UnitKind.offices
  let rule = Rule.sc06

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    let (unit, round) = try store.reportScope()
    guard let last = try store.roundBefore(round.key) else {
      paper.line(words("noRoundBefore"))
      return
    }
    var now = Counts()
    if unit.kind.isInstitution {
      now = try store.counts(unit: unit.code)
    } else {
      for one in try store.board(of: unit) { now.add(one.counts) }
    }
    let (then, confirmed, all) = try store.confirmedCounts(under: unit, last)
    let lastName = words("roundShort", words.digits(last.text))
    let nowName = words("roundShort", words.digits(round.key.text))
    var grid = Grid(
      "",
      [
        Column(words("grade"), 16), Column(lastName, 14, .figure), Column(nowName, 14, .figure),
        Column(words("difference"), 12, .figure),
      ])
    func cells(_ name: String, _ then: Counts.Pair, _ now: Counts.Pair) -> [Cell] {
      [.text(name), .figure(then.total), .figure(now.total), .figure(now.total - then.total)]
    }
    var bars: [Bars.Bar] = []
    for grade in Set(then.grades).union(now.grades).sorted() {
      let old = then.byGrade[grade] ?? Counts.Pair(), new = now.byGrade[grade] ?? Counts.Pair()
      let name = words.digits(grade.thai)
      grid.row(cells(name, old, new))
      bars.append(
        Bars.Bar(label: name + "  " + lastName, value: old.total, said: words.number(old.total), isPale: true))
      bars.append(Bars.Bar(label: name + "  " + nowName, value: new.total, said: words.number(new.total)))
    }
    if then.withoutGrade.total + now.withoutGrade.total > 0 {
      grid.row(cells(words("noClass"), then.withoutGrade, now.withoutGrade))
    }
    grid.sum(cells(words("sum"), then.all, now.all))
    paper.parts.append(.grid(grid))
    paper.line(words("thenConfirmed", lastName, words.number(confirmed), words.number(all)))
    if !bars.isEmpty { paper.parts.append(.bars(Bars(title: words("headCountPicture"), bars: bars))) }
  }
}

extension Store {
  /// The round before one, as far as this file knows.
  func roundBefore(_ key: RoundKey) throws -> RoundKey? {
    try RoundTable(connection: connection).rounds().map(\.key).filter { $0 < key }.max()
  }

  /// What the institutions below a unit confirmed in a round, how many did, and how many there are.
  func confirmedCounts(under unit: Unit, _ round: RoundKey) throws -> (counts: Counts, confirmed: Int, all: Int) {
    var counts = Counts()
    var confirmed = 0, all = 0
    for one in try institutions(under: unit) {
      all += 1
      guard let then = try latestConfirmation(.students, unit: one.code, round: round) else { continue }
      counts.add(then.confirmation.counts)
      confirmed += 1
    }
    return (counts, confirmed, all)
  }

  /// An institution itself, or all that an office sees below it.
  private func institutions(under unit: Unit) throws -> [Unit] {
    if unit.kind.isInstitution { return [unit] }
    return try authorities(under: unit).flatMap { try children(of: $0).filter { $0.kind.isInstitution && $0.isOpen } }
  }
}
