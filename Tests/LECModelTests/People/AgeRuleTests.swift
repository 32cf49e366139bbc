import LECModel
import Testing

@Suite struct AgeRuleTests {
  private let rule = AgeRule()

  @Test(
    "PU-08 a centre's child is two and not yet six on 16 May",
    arguments: [
      ("2022-05-16", .fits), ("2022-05-17", .tooYoung), ("2018-05-17", .fits), ("2018-05-16", .tooOld),
      ("2020-01-01", .fits),
    ] as [(String, AgeRule.Fit)])
  func centre(_ birth: String, _ fit: AgeRule.Fit) throws {
    #expect(rule.centre(birth: try #require(CalendarDate(iso: birth)), academicYear: 2567) == fit)
  }

  @Test(
    "PU-01 อ.1 of 2566 takes those born from 17 May 2562 to 16 May 2563",
    arguments: [
      ("2019-05-17", .k1, .fits), ("2020-05-16", .k1, .fits), ("2019-05-16", .k1, .tooOld),
      ("2020-05-17", .k1, .tooYoung),
      ("2019-05-16", .k2, .fits), ("2018-05-16", .k3, .fits), ("2018-05-17", .k2, .fits),
    ] as [(String, Grade, AgeRule.Fit)])
  func kindergarten(_ birth: String, _ grade: Grade, _ fit: AgeRule.Fit) throws {
    let born = try #require(CalendarDate(iso: birth))
    #expect(rule.school(birth: born, grade: grade, academicYear: 2566) == fit)
  }

  @Test("in a two-year kindergarten อ.1 takes children of four")
  func twoYears() throws {
    let four = try #require(CalendarDate(iso: "2019-05-16"))
    #expect(rule.school(birth: four, grade: .k1, academicYear: 2566, courseYears: 2) == .fits)
    #expect(rule.school(birth: four, grade: .k1, academicYear: 2566, courseYears: 3) == .tooOld)
  }

  @Test(
    "PU-01 ป.1 goes by the calendar year of birth",
    arguments: [
      ("2017-01-01", .fits), ("2017-12-31", .fits), ("2016-12-31", .tooOld), ("2018-01-01", .tooYoung),
    ] as [(String, AgeRule.Fit)])
  func primary(_ birth: String, _ fit: AgeRule.Fit) throws {
    let born = try #require(CalendarDate(iso: birth))
    #expect(rule.school(birth: born, grade: .p1, academicYear: 2567) == fit)
    #expect(rule.school(birth: born, grade: .p2, academicYear: 2567) == .fits)
  }

  @Test("the bounds are values of the round")
  func settings() throws {
    let born = try #require(CalendarDate(iso: "2022-05-16"))
    #expect(AgeRule(centreFrom: 30, centreBelow: 72).centre(birth: born, academicYear: 2567) == .tooYoung)
    #expect(AgeRule(centreFrom: 0, centreBelow: 24).centre(birth: born, academicYear: 2567) == .tooOld)
  }

  @Test("the age group of a centre follows the age on 16 May")
  func group() throws {
    let born = try #require(CalendarDate(iso: "2020-05-17"))
    #expect(
      rule.centreGrade(birth: born, academicYear: 2567) == .c3
        && rule.centreGrade(birth: born, academicYear: 2568) == .c4)
    #expect(rule.centreGrade(birth: born, academicYear: 2564) == nil)
  }
}
