/// What becomes of a child when the next academic year begins.
package enum Promotion: Equatable, Hashable, Sendable {
  case up(Grade)
  /// There is no higher grade here: the child has finished and goes elsewhere.
  case finishes
  /// No grade is known, or the child repeats.
  case stays

  /// `last` is the highest grade of the institution; whoever is in it finishes.
  package static func of(_ grade: Grade?, last: Grade?) -> Promotion {
    guard let grade else { return .stays }
    guard let next = grade.next, let last, grade.rank < last.rank else { return .finishes }
    return .up(next)
  }
}

/// A line of the plan: so many children of one grade and what becomes of them.
package struct PromotionLine: Equatable, Sendable {
  package var grade: Grade?
  package var fate: Promotion
  package var count: Int

  package init(grade: Grade?, fate: Promotion, count: Int) {
    self.grade = grade
    self.fate = fate
    self.count = count
  }
}

/// What moving to an academic year would do.
package struct PromotionPlan: Equatable, Sendable {
  package var year: Int
  package var lastYear: Int
  package var last: Grade?
  package var lines: [PromotionLine]

  package init(year: Int, lastYear: Int, last: Grade?, lines: [PromotionLine]) {
    self.year = year
    self.lastYear = lastYear
    self.last = last
    self.lines = lines
  }
}
