import LECModel

/// RP-03. How far the round has come, as pictures: a bar for each unit below, and the institutions that have confirmed, day by day
/// against the deadline.
struct Progress: Report {
  let name = "progress"
  let kinds = UnitKind.offices
  let rule = Rule.rp03
  /// More days than this are no picture any more.
  private static let mostDays = 68

  func fill(_ paper: inout Document, _ store: Store, _ words: ReportWords) throws {
    let (unit, round) = try store.reportScope()
    if round.policy == .open {
      paper.line(words("openRound"))
      return
    }
    let institutions = try store.authorityData(under: unit, round).flatMap(\.institutions)
    let steps = Self.steps(institutions, round, today: store.now().date, words)
    paper.parts.append(.steps(steps))
    paper.line()
    paper.line(words("progressOf", words.number(steps.days.map(\.value).max() ?? 0), words.number(institutions.count)))
    // Last, for a province has two hundred of them.
    paper.parts.append(.bars(try Self.bars(of: unit, store, words)))
    paper.sign(words, unit.kind)
  }

  private static func bars(of unit: Unit, _ store: Store, _ words: ReportWords) throws -> Bars {
    let bars = try store.board(of: unit).map { one -> Bars.Bar in
      let (done, asked) = try one.done(store)
      return Bars.Bar(
        label: one.unit.name, value: asked == 0 ? 100 : done * 100 / asked,
        said: words.number(done) + "/" + words.number(asked))
    }
    return Bars(
      title: words(unit.kind == .authority ? "confirmedDatasets" : "confirmedUnits"), bars: bars, full: 100,
      heads: [words("unit"), words("percent"), words("confirmedOf")])
  }

  /// How many institutions had confirmed everything by the end of each day, as far as it still holds.
  static func steps(
    _ institutions: [UnitStanding], _ round: Round, today: CalendarDate, _ words: ReportWords
  ) -> Steps {
    var byDay: [CalendarDate: Int] = [:]
    for one in institutions where one.isComplete {
      if let day = one.datasets.compactMap({ $0.confirmed?.at.date }).max() { byDay[day, default: 0] += 1 }
    }
    let deadline = round.due(.institution)?.lastDay
    let last = max(today, deadline ?? today)
    var first = min(round.opens?.date ?? today, byDay.keys.min() ?? today, today)
    if last.dayNumber - first.dayNumber >= mostDays { first = last.adding(days: 1 - mostDays) }
    var sum = byDay.reduce(0) { $0 + ($1.key < first ? $1.value : 0) }
    var days: [Steps.Day] = []
    for number in first.dayNumber...max(first.dayNumber, last.dayNumber) {
      guard let day = CalendarDate(dayNumber: number) else { continue }
      sum += byDay[day] ?? 0
      // Nothing is said of the days to come.
      days.append(Steps.Day(date: day, value: day > today ? 0 : sum))
    }
    return Steps(
      title: words("progressByDay"), days: days, goal: institutions.count, deadline: deadline,
      deadlineSaid: deadline.map { words("deadline", words.day($0)) } ?? "", heads: [words("date"), words("done")])
  }
}
