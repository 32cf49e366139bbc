/// The head counts of one school of another affiliation, grade by grade, and what is wrong with them.
package struct OtherCounts: Equatable, Sendable {
  package typealias Cell = OtherCounting.Cell

  /// Ascending by grade, each grade once.
  package private(set) var cells: [Cell]

  /// The grades that are counted (OA-01).
  package static let grades = OtherSchoolRow.grades

  /// Of two cells for one grade the later holds, as it does when they are entered one after the other.
  package init(_ cells: [Cell] = []) {
    var byGrade: [Grade: Cell] = [:]
    for cell in cells { byGrade[cell.grade] = cell }
    self.cells = byGrade.values.sorted { $0.grade < $1.grade }
  }

  /// Zero in every grade, entered: what a dissolved school has.
  package static let zero = OtherCounts(grades.map { Cell(grade: $0, total: 0) })

  package subscript(_ grade: Grade) -> Cell? { cells.first { $0.grade == grade } }

  /// All grades together.
  package var sum: OtherSum { cells.reduce(into: OtherSum()) { $0.add($1) } }
}

extension OtherCounts {
  package enum Problem: Hashable, Sendable {
    /// A grade without a figure: zero is entered, never left blank.
    case missing(Grade)
    /// Above primary 6, or an age group of a child centre.
    case notCounted(Grade)
    case negative(Grade)
    /// More than a school has in one grade: to be looked at again.
    case large(Grade, Int64)
    /// Boys and girls do not make up the total.
    case sexesDiffer(Grade, sexes: Int64, total: Int64)
    /// Boys or girls alone are more than the total.
    case sexOverTotal(Grade, sex: Int64, total: Int64)
    /// A dissolved school with children.
    case dissolved(Grade, Int64)

    package var severity: Severity { if case .large = self { .warning } else { .error } }

    package var rule: Rule { if case .dissolved = self { .oa02 } else { .oa03 } }
  }

  /// Every problem, in the order of the grades; one for each grade, the heaviest.
  package func problems(isDissolved: Bool) -> [Problem] {
    (Self.grades + cells.map(\.grade).filter { !Self.grades.contains($0) }).compactMap { grade in
      guard let cell = self[grade] else { return .missing(grade) }
      return Self.grades.contains(grade) ? Self.problem(with: cell, isDissolved) : .notCounted(grade)
    }
  }

  private static func problem(with cell: Cell, _ isDissolved: Bool) -> Problem? {
    let male = cell.male ?? 0, female = cell.female ?? 0
    if cell.total < 0 || male < 0 || female < 0 { return .negative(cell.grade) }
    let larger = max(cell.total, male, female)
    if isDissolved { return larger == 0 ? nil : .dissolved(cell.grade, larger) }
    if max(male, female) > cell.total {
      return .sexOverTotal(cell.grade, sex: max(male, female), total: cell.total)
    }
    // Neither is above the total, so that their difference can't run over.
    if cell.male != nil, cell.female != nil, cell.total - male != female {
      return .sexesDiffer(cell.grade, sexes: OtherSum.plus(male, female), total: cell.total)
    }
    return cell.total > OtherCountRules.most ? .large(cell.grade, cell.total) : nil
  }
}

extension OtherCounts {
  /// The same form as in an event: an array of [grade, total, male or null, female or null], ascending by grade.
  package func write(to out: inout CanonicalWriter) {
    out.array(cells.count)
    for cell in cells {
      out.array(4)
      out.text(cell.grade.rawValue)
      out.integer(cell.total)
      if let male = cell.male { out.integer(male) } else { out.null() }
      if let female = cell.female { out.integer(female) } else { out.null() }
    }
  }

  /// Reads that form and no other: a grade twice, out of order, or a figure that is none, is refused.
  package init?(_ value: CanonicalValue) {
    guard let items = value.items else { return nil }
    var cells: [Cell] = []
    for item in items {
      guard let f = item.items, f.count == 4, let grade = f[0].text.flatMap(Grade.init), let total = f[1].integer,
        f[2] == .null || f[2].integer != nil, f[3] == .null || f[3].integer != nil,
        cells.last.map({ $0.grade < grade }) ?? true
      else { return nil }
      cells.append(Cell(grade: grade, total: total, male: f[2].integer, female: f[3].integer))
    }
    self.init(cells)
  }

  /// The bytes of the school's row in the digest of its local authority.
  package func row(of school: OtherSchool) -> [UInt8] { RowDigest.other(school, cells) }
}
