import LECModel
import TestSupport
import Testing

@Suite("Counts of other affiliations")
struct OtherCountsTests {
  typealias Cell = OtherCounting.Cell

  private let school = OtherSchool(code: "1099000011", name: "โรงเรียนบ้านสมมุติ", affiliation: "OBEC")

  /// Ten children in every grade, then what the test changes.
  private func counts(_ changed: Cell...) -> OtherCounts {
    OtherCounts(OtherCounts.grades.map { Cell(grade: $0, total: 10) } + changed)
  }

  @Test("OA-03 kindergarten to primary 6, a figure in each, is right; the sexes may be left open")
  func right() {
    #expect(counts().problems(isDissolved: false) == [])
    #expect(counts(Cell(grade: .p1, total: 10, male: 4, female: 6)).problems(isDissolved: false) == [])
    #expect(counts(Cell(grade: .p1, total: 10, male: 4)).problems(isDissolved: false) == [])
    #expect(OtherCounts.zero.problems(isDissolved: false) == [])
    #expect(OtherCounts.grades.map(\.rawValue) == ["K1", "K2", "K3", "P1", "P2", "P3", "P4", "P5", "P6"])
  }

  @Test(
    "OA-03 a count that can't be is refused with the reason",
    arguments: [
      (Cell(grade: .p1, total: -1), .negative(.p1)),
      (Cell(grade: .p1, total: 3, male: 4, female: -1), .negative(.p1)),
      (Cell(grade: .p1, total: 10, male: 4, female: 5), .sexesDiffer(.p1, sexes: 9, total: 10)),
      (Cell(grade: .p1, total: 10, male: 9, female: 9), .sexesDiffer(.p1, sexes: 18, total: 10)),
      (Cell(grade: .p1, total: 10, male: 11), .sexOverTotal(.p1, sex: 11, total: 10)),
      (Cell(grade: .p1, total: .max, male: .max, female: .max), .sexesDiffer(.p1, sexes: .max, total: .max)),
      (Cell(grade: .m1, total: 0), .notCounted(.m1)), (Cell(grade: .c3, total: 0), .notCounted(.c3)),
    ] as [(Cell, OtherCounts.Problem)])
  func wrong(_ cell: Cell, _ problem: OtherCounts.Problem) {
    #expect(counts(cell).problems(isDissolved: false) == [problem])
    #expect(problem.severity == .error && problem.rule == .oa03)
  }

  @Test("OA-03 a grade left blank is missing, and every grade is of an empty form")
  func missing() {
    let all = OtherCounts(OtherCounts.grades.filter { $0 != .k3 }.map { Cell(grade: $0, total: 0) })
    #expect(all.problems(isDissolved: false) == [.missing(.k3)])
    #expect(OtherCounts().problems(isDissolved: true) == OtherCounts.grades.map { .missing($0) })
  }

  @Test("OA-03 more than five thousand in a grade is asked about")
  func large() {
    #expect(counts(Cell(grade: .p6, total: 5000)).problems(isDissolved: false) == [])
    let found = counts(Cell(grade: .p6, total: 5001)).problems(isDissolved: false)
    #expect(found == [.large(.p6, 5001)] && found.first?.severity == .warning)
  }

  @Test("OA-02 a dissolved school has zero in every grade, entered")
  func dissolved() {
    #expect(OtherCounts.zero.problems(isDissolved: true) == [])
    var cells = OtherCounts.zero.cells
    cells[3] = Cell(grade: .p1, total: 1)
    cells[4] = Cell(grade: .p2, total: 0, male: 2, female: 0)
    let found = OtherCounts(cells).problems(isDissolved: true)
    #expect(found == [.dissolved(.p1, 1), .dissolved(.p2, 2)])
    #expect(found.allSatisfy { $0.rule == .oa02 && $0.severity == .error })
  }

  @Test("what is no error here is what the rule of single figures takes, and the other way round")
  func sameAsRule() {
    let figures: [Int64?] = [nil, -1, 0, 1, 4, 5, 5000]
    for total in figures.compactMap({ $0 }) {
      for male in figures {
        for female in figures {
          for isDissolved in [false, true] {
            var school = school
            school.isDissolved = isDissolved
            let cell = Cell(grade: .p1, total: total, male: male, female: female)
            let all = OtherCounts(OtherCounts.zero.cells + [cell]).problems(isDissolved: isDissolved)
            #expect(all.isEmpty == (OtherCountRules.problem(with: cell, in: school) == nil), "\(cell) \(isDissolved)")
          }
        }
      }
    }
  }

  @Test("counts are read back as they were written, and only from the one form")
  func canonical() throws {
    let some = counts(Cell(grade: .p1, total: 10, male: 4, female: 6), Cell(grade: .k2, total: 7, male: 7))
    for one in [some, .zero, OtherCounts()] {
      var out = CanonicalWriter()
      one.write(to: &out)
      #expect(OtherCounts(try CanonicalReader.read(out.bytes)) == one)
    }
    func row(_ grade: String, _ male: CanonicalValue = .null) -> CanonicalValue {
      .array([.text(grade), .integer(1), male, .null])
    }
    #expect(OtherCounts(.array([row("K1"), row("P1", .integer(1))])) != nil)
    #expect(OtherCounts(.array([row("P1"), row("K1")])) == nil)
    #expect(OtherCounts(.array([row("P1"), row("P1")])) == nil)
    #expect(OtherCounts(.array([row("P7")])) == nil)
    #expect(OtherCounts(.array([row("P1", .text("1"))])) == nil)
    #expect(OtherCounts(.array([.array([.text("P1"), .null, .null, .null])])) == nil)
    #expect(OtherCounts(.null) == nil)
  }

  @Test("rows and digest are the golden vectors, which a second implementation made")
  func vectors() throws {
    var facts: [String: String] = [:], leaves: [Hash32] = [], digest = ""
    for (name, value) in try VectorFile.lines("digest-1/others.txt") {
      facts[name] = value
      if name == "digest" { digest = value }
      guard name == "row" else { continue }
      let cells = try (facts["cells"] ?? "").split(separator: " ").map { text in
        let f = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        return Cell(
          grade: try #require(Grade(rawValue: f[0])), total: try #require(Int64(f[1])), male: Int64(f[2]),
          female: Int64(f[3]))
      }
      let school = OtherSchool(
        code: facts["school"] ?? "", name: facts["name"] ?? "", affiliation: facts["affiliation"] ?? "",
        isDissolved: facts["dissolved"] == "yes")
      let row = OtherCounts(cells.reversed()).row(of: school)
      #expect(Hex.text(row) == value, "\(school.code)")
      leaves.append(VectorFile.hash(row))
    }
    #expect(leaves.count == 3)
    let whole = RowDigest.dataset(
      .others, unit: UnitCode("05990101"), round: RoundKey(year: 2567, number: 2), leaves: leaves)
    #expect(VectorFile.hash(whole).hex == digest)
  }

  @Test("schools add up by grade and by affiliation")
  func sums() {
    var second = school
    second.affiliation = "BPP"
    var strange = school
    strange.affiliation = "NEW"
    var sums = OtherSums()
    sums.add(school, counts(Cell(grade: .p1, total: 12, male: 5, female: 7)))
    sums.add(second, counts())
    sums.add(strange, OtherCounts([Cell(grade: .p1, total: 3, male: 2)]))
    sums.add(school, .zero)
    #expect(sums.all.total == 185 && sums.all.male == 7 && sums.all.female == 7 && sums.all.withoutSex == 171)
    #expect(sums.byGrade[.p1]?.total == 25 && sums.byGrade[.k1]?.total == 20 && sums.byGrade[.m1] == nil)
    #expect(sums.byAffiliation["OBEC"]?.total == 92 && sums.byAffiliation["BPP"]?.total == 90)
    #expect(sums.byBoth["OBEC"]?[.p1]?.total == 12 + 0 && sums.byBoth["NEW"]?[.p1]?.total == 3)
    #expect(sums.byBoth["NEW"]?[.k1] == nil && sums.byBoth["BPP"]?[.p6]?.total == 10)
    #expect(sums.schools == ["OBEC": 2, "BPP": 1, "NEW": 1])
    #expect(sums.affiliations == ["OBEC", "BPP", "NEW"])
    var twice = sums
    twice.add(sums)
    #expect(twice.all.total == 370 && twice.byGrade[.p1]?.total == 50 && twice.schools["OBEC"] == 4)
    #expect(twice.byBoth["NEW"]?[.p1]?.total == 6)
  }

  @Test("figures out of all measure, from a file of another machine, don't end the program")
  func enormous() {
    var sums = OtherSums()
    for total in [Int64.max, .max, .min, .min, .min] {
      let cell = Cell(grade: .p1, total: total, male: total, female: total)
      sums.add(school, counts(cell))
      #expect(!counts(cell).problems(isDissolved: false).isEmpty)
      #expect(!counts(cell).problems(isDissolved: true).isEmpty)
    }
    #expect(sums.schools["OBEC"] == 5)
  }
}
