import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("Log-in on the command line")
struct AccountVerbTests {
  private static let good = "ดอกบัวบานตอนเช้า 9"

  @Test("a wrong password is status 3, and after three the wait is told and the right one must wait too")
  func wrong() throws {
    let shell = try Shell()
    let id = shell.child()
    func mark(_ password: String) -> Shell.Said {
      shell.act("student", "verify", id, "--present", "--json", password: password)
    }
    for _ in 0..<2 {
      let said = mark("ไม่ใช่รหัสผ่าน")
      #expect(said.status == 3)
      #expect(said.code == "bad-password")
    }
    #expect(mark("ไม่ใช่รหัสผ่าน").errors.contains("2"))
    let locked = mark(TrainingSet.password)
    #expect(locked.status == 3)
    #expect(locked.code == "locked-out")
    #expect(locked.errors.contains("second"))
    #expect(shell.run("student", "list", "--state", "present", "--json").json?["students"]?.items == [])
    let stranger = shell.act("student", "verify", id, "--present", "--json", user: "nobody")
    #expect(stranger.code == "bad-password")
  }

  @Test("the first log-in: nothing before the profile, a weak password is explained, then the work goes on")
  func first() throws {
    let shell = try Shell(.newCentre)
    let first = TrainingSet.firstPassword, id = shell.child()
    let before = shell.act("student", "verify", id, "--present", "--json", password: first)
    #expect(before.status == 3)
    #expect(before.code == "no-profile")
    func profile(_ new: String, phone: String = "0000000009") -> Shell.Said {
      shell.act(
        "account", "profile", "--first", "ใจดี", "--last", "มีฝึก", "--position", "ครู", "--phone", phone, "--json",
        password: first, more: [new])
    }
    for (weak, says) in [("short", "5 more"), ("3099000003!", "3099000003"), (first, "old one")] {
      let said = profile(weak)
      #expect(said.status == 3, "\(weak)")
      #expect(said.code == "weak-password")
      #expect(said.errors.contains(says), "\(said.errors)")
    }
    #expect(profile(Self.good, phone: "12").code == "bad-value")
    #expect(profile(Self.good).status == 0)
    #expect(shell.act("student", "verify", id, "--present", password: Self.good).status == 0)
    #expect(shell.run("log", "--limit", "1", "--json").json?["events"]?.items.first?["person"]?.text == "ใจดี มีฝึก")
    let again = shell.act(
      "account", "profile", "--first", "ก", "--last", "ข", "--position", "ค", "--phone", "0000000009", "--json",
      password: Self.good, more: ["ดอกมะลิบานตอนเย็น 8"])
    #expect(again.code == "wrong-state")
    #expect(again.errors.contains("ใจดี มีฝึก") && again.errors.contains("AU-08"))
  }

  @Test("a password is changed with the old one; the old one is then wrong")
  func change() throws {
    let shell = try Shell()
    #expect(shell.act("account", "password").errors.contains("second line"))
    #expect(shell.act("account", "password", more: [Self.good]).status == 0)
    #expect(shell.act("student", "verify", shell.child(), "--present", "--json").code == "bad-password")
    #expect(shell.act("student", "verify", shell.child(), "--present", password: Self.good).status == 0)
  }

  @Test("a hand-over prints the next person's first password, and old entries keep the old name")
  func handOver() throws {
    let shell = try Shell()
    let id = shell.child()
    #expect(shell.act("student", "edit", id, "--room", "5").status == 0)
    let said = shell.act("account", "hand-over", "--note", "ย้าย", "--json")
    #expect(said.status == 0, "\(said.errors)")
    let first = try #require(said.json?["firstPassword"]?.text)
    #expect(shell.act("student", "verify", id, "--present", "--json").code == "bad-password")
    #expect(shell.act("student", "verify", id, "--present", "--json", password: first).code == "no-profile")
    let made = shell.act(
      "account", "profile", "--first", "คนใหม่", "--last", "ฝึก", "--position", "ครู", "--phone", "0000000010",
      password: first, more: [Self.good])
    #expect(made.status == 0, "\(made.errors)")
    let history = shell.run("log", "--record", id, "--json").json?["events"]?.items ?? []
    #expect(history.first?["person"]?.text == "ชูใจ เลิศฝึก")
  }

  @Test("--now moves the clock of a training file and is refused on a real one")
  func now() throws {
    let shell = try Shell()
    #expect(shell.run("check", "--now", "tomorrow").errors.contains("2024-11-08T09:00"))
    #expect(shell.act("student", "verify", shell.child(), "--present", "--now", "2024-11-09T10:30").status == 0)
    #expect(
      shell.run("log", "--limit", "1", "--json").json?["events"]?.items.first?["time"]?.text?.hasPrefix(
        "2024-11-09T10:30") == true)
    let real = shell.folder.file("real.db")
    let store = try Store.create(real, training: false, for: shell.set.unit.code, world: Fixtures.world())
    try store.found(
      Founding(
        own: shell.set.unit.code, units: [TrainingSet.authority, shell.set.unit], round: shell.set.round,
        accounts: shell.set.accounts))
    store.close()
    #expect(shell.plain("status", "--file", real).status == 0)
    let said = shell.plain("status", "--file", real, "--now", "2024-11-08T09:00", "--json")
    #expect(said.status == 3)
    #expect(said.code == "training-only")
  }
}
