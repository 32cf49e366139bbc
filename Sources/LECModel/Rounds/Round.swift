/// Names a round: academic year (Buddhist) and running number, as in 2567/2.
package struct RoundKey: Hashable, Comparable, Sendable {
  package let year: Int
  package let number: Int

  package init(year: Int, number: Int) {
    self.year = year
    self.number = number
  }

  /// Reads `2567/2`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = Int(parts[0]), let number = Int(parts[1]), year > 0, number > 0 else {
      return nil
    }
    self.init(year: year, number: number)
  }

  package var text: String { "\(year)/\(number)" }

  package static func < (l: RoundKey, r: RoundKey) -> Bool { (l.year, l.number) < (r.year, r.number) }
}

/// When a level must have confirmed. A guideline and a letter may name two dates for one level: the earlier is `internal`.
package struct Deadline: Equatable, Sendable {
  package var level: Level
  package var due: Moment
  package var isFinal: Bool

  package init(level: Level, due: Moment, isFinal: Bool = true) {
    self.level = level
    self.due = due
    self.isFinal = isFinal
  }
}

/// One call for data: its dates, its policy and what must be confirmed.
package struct Round: Equatable, Sendable {
  package var key: RoundKey
  /// When recording opens and closes; no closing time means that recording is always open (OP-03).
  package var opens: Moment?
  package var closes: Moment?
  package var deadlines: [Deadline]
  /// The day whose head count is the basis of the budget (CF-13).
  package var reference: CalendarDate
  package var policy: EditPolicy
  package var datasets: [Dataset]
  package var ages: AgeRule

  package init(
    key: RoundKey, opens: Moment?, closes: Moment?, deadlines: [Deadline], reference: CalendarDate,
    policy: EditPolicy, datasets: [Dataset], ages: AgeRule
  ) {
    self.key = key
    self.opens = opens
    self.closes = closes
    self.deadlines = deadlines
    self.reference = reference
    self.policy = policy
    self.datasets = datasets
    self.ages = ages
  }

  /// What a level confirms: institutions their own data, the levels above also the counts of other affiliations.
  package func datasets(for level: Level) -> [Dataset] {
    datasets.sorted().filter { level != .institution || $0 != .others }
  }

  /// The last moment at which this level may confirm; nil where the round names none.
  package func due(_ level: Level) -> Moment? {
    deadlines.filter { $0.level == level && $0.isFinal }.map(\.due).max()
  }
}
