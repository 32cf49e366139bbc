import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// The four letters' rounds, each played through on the command line by two local authorities and five institutions, with its own
/// dates and its own policy.
@Suite("The letters' rounds, from the first child to the province") @MainActor
struct Rounds_Tests {
  private static let school = "3099000001", centre = "3099000002", newCentre = "3099000003", college = "3099000004"
  private static let late = "3099000005"
  private static let first = "05990101", second = "06990102", province = "99", department = "00"

  @Test("2562/2: recording in a window that closes at midnight, and the forms after it (OP-01, OP-02)")
  func round2562() throws {
    let play = try RoundPlay(example: "2562-2")
    // Before the window nothing can be recorded, after it neither.
    #expect(play.act(Self.centre, "2019-10-06T12:00", "basics", "edit", "--rooms", "3").code == "not-open-yet")
    #expect(play.act(Self.centre, "2019-11-16T00:01", "basics", "edit", "--rooms", "3").code == "recording-closed")
    try play.makeReady("2019-11-01T09:00")
    try play.confirmInstitutions("2019-11-14T15:00")
    try play.confirmAuthorities("2019-11-15T23:59")
    try play.confirmProvince("2019-12-20T10:00")
  }

  @Test(
    "2563: always open; an edit after confirming makes everybody confirm again (OP-03, ED-01 to ED-03, CF-04 to CF-08)")
  func round2563() throws {
    let play = try RoundPlay(example: "2563-1")
    try play.makeReady("2020-07-20T09:00")
    // CF-06: the authority can't go before its institutions.
    #expect(
      play.act(Self.first, "2020-07-21T09:00", "confirm", "--dataset", "students").code == "children-not-confirmed")
    try play.confirmInstitutions("2020-07-28T09:00")
    try play.confirmAuthorities("2020-08-05T09:00")
    try play.confirmProvince("2020-08-06T16:00")
    // ED-02: an edit is allowed and voids all three.
    let child = try #require(play.students(Self.centre, "2020-08-06T17:00").first)
    #expect(play.act(Self.centre, "2020-08-06T17:01", "student", "edit", child, "--first", "มะลิวัลย์").status == 0)
    try play.send(Self.centre, Self.first, "2020-08-06T17:02")
    try play.send(Self.first, Self.province, "2020-08-06T17:03")
    #expect(play.state(Self.first, "students", "2020-08-06T17:04") == "void")
    #expect(play.state(Self.province, "students", "2020-08-06T17:04") == "void")
    #expect(play.state(Self.province, "basics", "2020-08-06T17:04") == "confirmed")
    let told = play.run(Self.province, "2020-08-06T17:05", "status", "--json").json
    let cause = told?["datasets"]?["students"]?["cause"]
    #expect(cause?["unit"]?.text == Self.centre)
    #expect(cause?["person"]?.text == "ชูใจ เลิศฝึก")
    // Everybody confirms again, up to the province, one day late only for the institution: OP-04, and an exception helps.
    #expect(play.act(Self.centre, "2020-08-07T09:00", "confirm", "--dataset", "students").code == "deadline-passed")
    #expect(
      play.act(
        Self.first, "2020-08-07T09:10", "exception", "--unit", Self.centre, "--until", "2020-08-07", "--reason",
        "แก้ชื่อเด็ก"
      ).status == 0)
    try play.send(Self.first, Self.centre, "2020-08-07T09:11")
    #expect(play.act(Self.centre, "2020-08-07T09:12", "confirm", "--dataset", "students").status == 0)
    try play.send(Self.centre, Self.first, "2020-08-07T09:13")
    #expect(
      play.act(
        Self.province, "2020-08-07T09:14", "exception", "--unit", Self.first, "--until", "2020-08-07", "--reason",
        "ตามสถานศึกษา"
      ).status == 0)
    try play.send(Self.province, Self.first, "2020-08-07T09:15")
    #expect(play.act(Self.first, "2020-08-07T09:16", "confirm", "--dataset", "students").status == 0)
    try play.send(Self.first, Self.province, "2020-08-07T09:17")
    #expect(play.act(Self.province, "2020-08-07T10:00", "confirm", "--dataset", "students").status == 0)
  }

  @Test("2564/2: locked once confirmed; released from the top down, mended, confirmed anew (ED-04 to ED-06, OA-05)")
  func round2564() throws {
    let play = try RoundPlay(example: "2564-2")
    try play.makeReady("2021-11-02T09:00")
    try play.confirmInstitutions("2021-11-08T09:00")
    let child = try #require(play.students(Self.school, "2021-11-08T10:00").first)
    // ED-04: locked, and only the authority can release.
    let locked = play.act(Self.school, "2021-11-08T10:01", "student", "edit", child, "--first", "มะลิวัลย์")
    #expect(locked.code == "confirmed-locked")
    try play.confirmAuthorities("2021-11-09T09:00")
    // ED-05: once the authority has confirmed, it must be released by the province first.
    let early = play.act(
      Self.first, "2021-11-09T10:00", "release", "--unit", Self.school, "--dataset", "students", "--reason", "ชื่อผิด")
    #expect(early.code == "confirmed-yourself")
    #expect(
      play.act(
        Self.province, "2021-11-09T11:00", "release", "--unit", Self.first, "--dataset", "students", "--reason",
        "ให้แก้ชื่อ"
      ).status == 0)
    try play.send(Self.province, Self.first, "2021-11-09T11:01")
    #expect(play.state(Self.first, "students", "2021-11-09T11:02") == "released")
    #expect(
      play.act(
        Self.first, "2021-11-09T11:03", "release", "--unit", Self.school, "--dataset", "students", "--reason", "ชื่อผิด"
      ).status == 0)
    try play.send(Self.first, Self.school, "2021-11-09T11:04")
    #expect(play.act(Self.school, "2021-11-09T11:05", "student", "edit", child, "--first", "มะลิวัลย์").status == 0)
    #expect(play.act(Self.school + "-2", "2021-11-09T11:06", "confirm", "--dataset", "students").status == 0)
    try play.send(Self.school, Self.first, "2021-11-09T11:07")
    #expect(play.act(Self.first, "2021-11-09T11:08", "confirm", "--dataset", "students").status == 0)
    // OA-05: the counts of other affiliations stay open, void their confirmation, and are confirmed anew.
    #expect(play.act(Self.first, "2021-11-09T12:00", "other", "count", "--code", "10990000011", "K1=44").status == 0)
    #expect(play.state(Self.first, "others", "2021-11-09T12:01") == "void")
    #expect(play.act(Self.first, "2021-11-09T12:02", "confirm", "--dataset", "others").status == 0)
    try play.send(Self.first, Self.province, "2021-11-09T12:03")
    try play.confirmProvince("2021-11-12T10:00")
  }

  @Test(
    "2567/2: a correction window without confirming; the snapshot of the reference date stays (CF-12, CF-13, ED-07)")
  func round2567() throws {
    let play = try RoundPlay(example: "2567-2")
    try play.makeReady("2024-11-08T09:00")
    #expect(
      play.act(Self.centre, "2024-11-09T09:00", "confirm", "--dataset", "students").code == "no-confirmation-needed")
    for code in [Self.school, Self.centre, Self.newCentre] { try play.send(code, Self.first, "2024-11-10T09:00") }
    for code in [Self.college, Self.late] { try play.send(code, Self.second, "2024-11-10T09:00") }
    for code in [Self.first, Self.second] { try play.send(code, Self.province, "2024-11-10T10:00") }
    try play.send(Self.province, Self.department, "2024-11-10T11:00")
    #expect(play.act(Self.department, "2024-11-10T12:00", "snapshot", "take").status == 0)
    try play.send(Self.department, Self.province, "2024-11-10T12:01")
    try play.send(Self.province, Self.first, "2024-11-10T12:02")
    try play.send(Self.first, Self.centre, "2024-11-10T12:03")
    // The centre proves its figures, then changes a child: the proof still holds, and the difference shows.
    let proof = play.folder + "/centre.proof"
    #expect(play.run(Self.centre, "2024-11-10T13:00", "prove", "--unit", Self.centre, "--out", proof).status == 0)
    #expect(play.run(Self.department, "2024-11-10T13:01", "prove", "--check", proof).status == 0)
    #expect(play.snapshotChanged(Self.centre, Self.centre, "2024-11-10T13:02") == false)
    let child = try #require(play.students(Self.centre, "2024-11-11T09:00").first)
    #expect(play.act(Self.centre, "2024-11-11T09:01", "student", "edit", child, "--first", "มะลิวัลย์").status == 0)
    #expect(play.snapshotChanged(Self.centre, Self.centre, "2024-11-11T09:02") == true)
    #expect(play.run(Self.department, "2024-11-11T09:03", "prove", "--check", proof).status == 0)
    try play.send(Self.centre, Self.first, "2024-11-11T10:00")
    try play.send(Self.first, Self.province, "2024-11-11T10:01")
    try play.send(Self.province, Self.department, "2024-11-11T10:02")
    #expect(play.snapshotChanged(Self.department, Self.centre, "2024-11-11T10:03") == true)
    // The correction is an amendment with a number beside the snapshot, whose root stays.
    let before = play.run(Self.department, "2024-11-11T10:04", "snapshot", "show", "--json").json?["root"]?.text
    let amended = play.act(
      Self.department, "2024-11-11T10:05", "snapshot", "amend", "--unit", Self.centre, "--reason", "แก้ชื่อ", "--json")
    #expect(amended.json?["amendments"]?.items.first?["number"]?.number == 1)
    let after = play.run(Self.department, "2024-11-11T10:06", "snapshot", "show", "--json").json
    #expect(after?["root"]?.text == before)
    #expect(after?["amendments"]?.items.count == 1)
    // A changed proof does not hold.
    let text = try #require(play.read(proof))
    let forged = play.folder + "/forged.proof"
    play.write(text.replacing("a", with: "b", maxReplacements: 1), forged)
    #expect(play.run(Self.department, "2024-11-11T10:07", "prove", "--check", forged).status != 0)
  }
}
