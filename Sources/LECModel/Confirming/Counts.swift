/// SC-07. How many children really are there, by grade and sex: the figures that the reports and the budget go by.
package struct Counts: Equatable, Sendable {
  package struct Pair: Equatable, Sendable {
    package var male = 0
    package var female = 0
    package var unknown = 0
    package var total: Int { male + female + unknown }

    package init(male: Int = 0, female: Int = 0, unknown: Int = 0) {
      self.male = male
      self.female = female
      self.unknown = unknown
    }
  }

  package private(set) var byGrade: [Grade: Pair] = [:]
  /// Children whose grade is not known yet; they are counted and are a finding of their own.
  package private(set) var withoutGrade = Pair()

  package init() {}

  package var all: Pair {
    byGrade.values.reduce(withoutGrade) { sum, pair in
      Pair(male: sum.male + pair.male, female: sum.female + pair.female, unknown: sum.unknown + pair.unknown)
    }
  }

  package var grades: [Grade] { byGrade.keys.sorted() }

  package mutating func add(grade: Grade?, sex: Sex?, times: Int = 1) {
    var pair = grade.flatMap { byGrade[$0] } ?? (grade == nil ? withoutGrade : Pair())
    switch sex {
    case .male: pair.male += times
    case .female: pair.female += times
    case nil: pair.unknown += times
    }
    if let grade { byGrade[grade] = pair } else { withoutGrade = pair }
  }
}

extension Counts {
  package mutating func add(_ other: Counts) {
    for (grade, pair) in other.byGrade { add(pair, grade: grade) }
    add(other.withoutGrade, grade: nil)
  }

  private mutating func add(_ pair: Pair, grade: Grade?) {
    add(grade: grade, sex: .male, times: pair.male)
    add(grade: grade, sex: .female, times: pair.female)
    add(grade: grade, sex: nil, times: pair.unknown)
  }

  package func write(to out: inout CanonicalWriter) {
    out.array(grades.count + 1)
    Self.write("", withoutGrade, to: &out)
    for grade in grades { Self.write(grade.rawValue, byGrade[grade] ?? Pair(), to: &out) }
  }

  private static func write(_ code: String, _ pair: Pair, to out: inout CanonicalWriter) {
    out.array(4)
    out.text(code)
    out.integer(Int64(pair.male))
    out.integer(Int64(pair.female))
    out.integer(Int64(pair.unknown))
  }

  package init?(_ value: CanonicalValue) {
    guard let rows = value.items else { return nil }
    for row in rows {
      guard let cells = row.items, cells.count == 4, let code = cells[0].text, let male = cells[1].integer,
        let female = cells[2].integer, let unknown = cells[3].integer
      else { return nil }
      // No figure from elsewhere is so large that sums of them could overflow.
      guard [male, female, unknown].allSatisfy({ (0...1 << 32).contains($0) }) else { return nil }
      let pair = Pair(male: Int(male), female: Int(female), unknown: Int(unknown))
      if code.isEmpty {
        withoutGrade = pair
      } else {
        guard let grade = Grade(rawValue: code) else { return nil }
        byGrade[grade] = pair
      }
    }
  }
}
