import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("Reports on the command line, from the institution to the department")
struct Reports_Tests {
  static let now = "2021-11-05T09:00"
  static let province = "99", department = "00", district = "9901"
  static let first = "05990101", second = "06990102", school = "3099000001", centre = "3099000002"

  /// Lines with every gap made one space, so that a test says figures and not columns.
  private static func lines(_ said: Shell.Said) -> [String] {
    said.output.split(separator: "\n").map { line in
      line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
  }

  private func report(_ play: RoundPlay, _ unit: String, _ name: String, _ now: String = now) -> [String] {
    let said = play.plain(unit, now, "report", name)
    #expect(said.status == 0, "\(unit) \(name): \(said.errors)")
    return Self.lines(said)
  }

  @Test("every report is offered where it is somebody's work, fits the paper, and is refused elsewhere by its rule")
  func offered() throws {
    let play = try RoundPlay(example: "2564-2")
    for (unit, kind) in [
      (Self.school, UnitKind.school), (Self.centre, .centre), (Self.first, .authority), (Self.district, .district),
      (Self.province, .province), (Self.department, .department),
    ] {
      for report in Reports.all {
        let said = play.plain(unit, Self.now, "report", report.name)
        guard report.isFor(kind) else {
          #expect(said.status == 3, "\(kind) \(report.name)")
          #expect(said.errors.contains(report.rule.rawValue), "\(said.errors)")
          #expect(said.output.isEmpty)
          continue
        }
        #expect(said.status == 0, "\(kind) \(report.name): \(said.errors)")
        for line in said.output.split(separator: "\n") {
          #expect(Sheet.width(String(line)) <= 80, "\(report.name): \(line)")
          #expect(!line.contains("{") && !line.contains(/\[[a-z]+\./), "\(report.name): \(line)")
        }
      }
    }
  }

  @Test("what a level has is listed: a form is a province's, a name list an institution's")
  func list() throws {
    let shell = try Shell()
    let all = shell.plain("report", "list", "--json").json?["reports"]?.items ?? []
    #expect(all.compactMap { $0["name"]?.text } == Reports.all.map(\.name))
    let form = all.first { $0["name"]?.text == "form3" }
    #expect(form?["for"]?.items.compactMap(\.text) == ["province"])
    #expect(shell.run("report", "form2", "--json").code == "not-your-task")
    #expect(shell.run("report", "form9").status == 2)
  }

  @Test("a local authority makes the reports of an institution below it, and of nobody else's")
  func below() throws {
    let play = try RoundPlay(example: "2564-2")
    try play.makeReady(Self.now)
    try play.confirmInstitutions(Self.now)
    let names = play.plain(Self.first, Self.now, "report", "nameList", "--unit", Self.school)
    #expect(names.status == 0 && names.output.contains("3099000001"))
    #expect(play.run(Self.second, Self.now, "report", "nameList", "--unit", Self.school).code == "not-your-unit")
  }

  @Test("RP-04 forms 2, 3 and 5 of a province add up its schools, authorities and centres")
  func forms() throws {
    let play = try RoundPlay(example: "2564-2")
    let two = report(play, Self.province, "form2")
    #expect(two.contains { $0.contains("1 โรงเรียนเทศบาลฝึกหัด ๑ M") })
    #expect(two.contains { $0.contains("12 staff") })
    let end = try #require(two.firstIndex { $0.hasPrefix("All M") })
    #expect(two[end + 1].hasPrefix("2 schools F"))
    // Eight pupils of the school and eight of the college.
    #expect(two[end + 2] == "All 2 6 0 0 8 16")
    let three = report(play, Self.province, "form3")
    #expect(three.contains("Subd. mun. 1 1 1 1 0 0 1 2"))
    #expect(three.contains("SAO 1 1 1 1 0 0 1 1"))
    #expect(three.contains("All 2 2 2 2 0 0 2 3"))
    let five = report(play, Self.province, "form5")
    #expect(five.contains { $0.hasPrefix("Sum of เมืองฝึกหัด district") })
    #expect(five.contains("All 6 6 12 0 24"))
    // An authority has its own part and no other's.
    let part = report(play, Self.first, "form5")
    #expect(part.contains("All 4 4 8 0 16"))
    #expect(!part.contains { $0.contains("3099000005") })
  }

  @Test("OA-07 form 4 and the counts of other affiliations tell figures, who lacks some, and who confirmed by position")
  func others() throws {
    let play = try RoundPlay(example: "2564-2")
    #expect(report(play, Self.first, "form4").contains("not recorded"))
    #expect(report(play, Self.first, "otherCounts").contains { $0.hasSuffix("3 0 not ready") })
    try play.makeReady(Self.now)
    try play.confirmInstitutions("2021-11-08T09:00")
    try play.confirmAuthorities("2021-11-09T09:00")
    let four = report(play, Self.province, "form4", "2021-11-09T10:00")
    #expect(four.contains { $0.contains("10990000011 โรงเรียนบ้านสมมุติ 01 OBEC") })
    #expect(four.contains("10 10 10 21 10 10 10 10 10 101"))
    #expect(four.contains("confirmed 9/11/2564 นักวิชาการศึกษา"))
    #expect(four.contains("recorded 5/11/2564 dissolved"))
    let counts = report(play, Self.province, "otherCounts", "2021-11-09T10:00")
    let place = try #require(counts.firstIndex(of: "OBEC 2 schools"))
    #expect(counts[place + 1] == "20 20 20 42 20 20 20 20 20 202", "affiliation by grade")
    #expect(counts.contains("40 40 40 84 40 40 40 40 40 404"))
    #expect(counts.contains { $0.hasSuffix("0 202 confirmed 9/11/2564") })
  }

  @Test("RP-03, RP-07 who is missing stands on the list with person and telephone until all have confirmed")
  func missing() throws {
    let play = try RoundPlay(example: "2564-2")
    let before = report(play, Self.province, "missing")
    #expect(before.contains { $0.hasSuffix("โรงเรียนเทศบาลฝึกหัด ๑ children, basics") })
    #expect(before.contains("มานี ใจฝึก ครู 0000000002"))
    // Nobody has made a profile there: the list says so.
    #expect(before.contains { $0.hasPrefix("nobody in charge") })
    #expect(before.contains("7 not confirmed"))
    // The department rings provinces and authorities, not institutions.
    #expect(!report(play, Self.department, "missing").contains { $0.contains("โรงเรียนเทศบาลฝึกหัด ๑") })
    try play.makeReady(Self.now)
    try play.confirmInstitutions("2021-11-08T09:00")
    #expect(report(play, Self.first, "missing", "2021-11-08T10:00").contains("Everybody has confirmed."))
    try play.confirmAuthorities("2021-11-09T09:00")
    #expect(report(play, Self.province, "missing", "2021-11-09T10:00").contains("Everybody has confirmed."))
  }

  @Test("RP-03 the summary has a line for each unit below, with its sum")
  func summary() throws {
    let play = try RoundPlay(example: "2564-2")
    let province = report(play, Self.province, "summary")
    #expect(province.contains { $0.hasPrefix("1 เทศบาลตำบลฝึกหัด 0/3 ") && $0.hasSuffix(" 24 0") })
    #expect(province.contains { $0.hasPrefix("All 0/2 ") && $0.hasSuffix(" 40 0") })
    #expect(report(play, Self.department, "summary").contains { $0.hasPrefix("1 จังหวัดฝึกหัด 0/2 ") })
    try play.makeReady(Self.now)
    try play.confirmInstitutions("2021-11-08T09:00")
    let authority = report(play, Self.first, "summary", "2021-11-08T10:00")
    #expect(authority.contains { $0.hasPrefix("1 โรงเรียนเทศบาลฝึกหัด ๑ 2/2 ") && $0.hasSuffix(" all") })
  }

  @Test("RP-02 the sheet of a random check has a box for each child of the last sample, and what was found")
  func sample() throws {
    let play = try RoundPlay(example: "2564-2")
    #expect(report(play, Self.province, "sampleSheet").contains { $0.contains("No sample was drawn yet") })
    let drawn = play.act(Self.province, Self.now, "sample", "draw", "--institutions", "2", "--children", "3")
    let child = try #require(drawn.json?["samples"]?.items.first?["children"]?.items.first)
    let id = try #require(child["id"]?.text), name = try #require(child["name"]?.text)
    #expect(play.act(Self.province, Self.now, "sample", "found", id, "--as", "absent", "--words", "ย้ายแล้ว").status == 0)
    let sheet = play.plain(Self.province, Self.now, "report", "sampleSheet").output
    let lines = sheet.split(separator: "\n").map(String.init)
    #expect(lines.filter { $0.contains("[") }.count == 6)
    let at = try #require(lines.firstIndex { $0.contains(name) })
    #expect(lines[at].hasSuffix("[  ]     [x ]"))
    #expect(lines[at + 1].contains("ย้ายแล้ว"))
  }
}
