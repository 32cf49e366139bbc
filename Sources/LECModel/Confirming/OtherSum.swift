/// Head counts added up. Figures may come from another machine's file: a sum stops at the largest number instead of running over.
package struct OtherSum: Equatable, Sendable {
  package private(set) var total: Int64 = 0
  /// Boys and girls as far as they were given.
  package private(set) var male: Int64 = 0
  package private(set) var female: Int64 = 0
  /// Children whose sex was not given.
  package private(set) var withoutSex: Int64 = 0

  package init() {}

  package mutating func add(_ cell: OtherCounting.Cell) {
    total = Self.plus(total, cell.total)
    male = Self.plus(male, cell.male ?? 0)
    female = Self.plus(female, cell.female ?? 0)
    let given = Self.plus(cell.male ?? 0, cell.female ?? 0)
    let rest = cell.total.subtractingReportingOverflow(given)
    withoutSex = Self.plus(withoutSex, rest.overflow ? 0 : max(0, rest.partialValue))
  }

  package mutating func add(_ other: OtherSum) {
    total = Self.plus(total, other.total)
    male = Self.plus(male, other.male)
    female = Self.plus(female, other.female)
    withoutSex = Self.plus(withoutSex, other.withoutSex)
  }

  static func plus(_ a: Int64, _ b: Int64) -> Int64 {
    let sum = a.addingReportingOverflow(b)
    return sum.overflow ? (b < 0 ? .min : .max) : sum.partialValue
  }
}

/// The counts of many schools, by grade and by affiliation.
package struct OtherSums: Equatable, Sendable {
  package private(set) var byGrade: [Grade: OtherSum] = [:]
  /// By the stored code of the affiliation, known to this program or not.
  package private(set) var byAffiliation: [String: OtherSum] = [:]
  /// Both ways: of each affiliation its grades.
  package private(set) var byBoth: [String: [Grade: OtherSum]] = [:]
  package private(set) var schools: [String: Int] = [:]
  package private(set) var all = OtherSum()

  package init() {}

  package init(_ rows: [OtherSchoolRow]) {
    for row in rows { add(row.school, OtherCounts(row.cells)) }
  }

  package mutating func add(_ school: OtherSchool, _ counts: OtherCounts) {
    for cell in counts.cells {
      byGrade[cell.grade, default: OtherSum()].add(cell)
      byBoth[school.affiliation, default: [:]][cell.grade, default: OtherSum()].add(cell)
    }
    byAffiliation[school.affiliation, default: OtherSum()].add(counts.sum)
    schools[school.affiliation, default: 0] += 1
    all.add(counts.sum)
  }

  package mutating func add(_ other: OtherSums) {
    for (grade, sum) in other.byGrade { byGrade[grade, default: OtherSum()].add(sum) }
    for (affiliation, sum) in other.byAffiliation { byAffiliation[affiliation, default: OtherSum()].add(sum) }
    for (affiliation, grades) in other.byBoth {
      for (grade, sum) in grades { byBoth[affiliation, default: [:]][grade, default: OtherSum()].add(sum) }
    }
    for (affiliation, count) in other.schools { schools[affiliation, default: 0] += count }
    all.add(other.all)
  }

  /// The affiliations that occur: those this program knows in their own order, then the others by code.
  package var affiliations: [String] {
    let known = Affiliation.allCases.map(\.code)
    return known.filter { byAffiliation[$0] != nil } + byAffiliation.keys.filter { !known.contains($0) }.sorted()
  }
}
