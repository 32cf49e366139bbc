import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("lecterm verify, rebuild, backup, restore, doctor, log, digest, export, rule")
struct CareVerbTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  @Test("verify proves a whole file, and names what is wrong with another")
  func verify() throws {
    let said = shell.run("verify", "--json")
    #expect(said.status == 0)
    #expect(said.json?.keys == ["ok", "events", "devices", "problems"])
    #expect(said.json?["ok"]?.flag == true && said.json?["problems"]?.items == [])
    #expect(shell.run("verify").output.hasPrefix("The file is whole"))
    let events = said.json?["events"]?.number
    #expect(shell.run("rebuild", "--json").json?["events"]?.number == events)
    #expect(shell.run("verify", "--json").json?["ok"]?.flag == true)
  }

  @Test("verify finds a byte that was changed in the file, and ends with 1")
  func tampered() throws {
    let name = Array((shell.run("student", "list", "--json").json?["students"]?.items[2]["first"]?.text ?? "").utf8)
    var bytes = try #require(try FileCare.read(shell.path, limit: 1 << 24).bytes)
    let at = try #require(bytes.indices.first { bytes[$0...].starts(with: name) })
    bytes[at + name.count - 1] ^= 1
    try FileCare.write(bytes, to: shell.path)
    let said = shell.run("verify", "--json")
    #expect(said.status == 1)
    #expect(said.json?["ok"]?.flag == false)
    #expect(said.json?["problems"]?.items.isEmpty == false)
    #expect(shell.run("verify").output.hasPrefix("The file has problems"))
  }

  @Test("a backup is the same file, is not written over, and comes back elsewhere")
  func backup() {
    let copy = shell.folder.file("copy.db"), back = shell.folder.file("new/back.db")
    #expect(shell.run("backup", copy).output == copy)
    let twice = shell.run("backup", copy, "--json")
    #expect(twice.status == 5 && twice.code == "exists")
    let digest = shell.run("digest").output
    #expect(shell.plain("digest", "--file", copy).output == digest)
    #expect(shell.plain("restore", copy, "--file", back).status == 0)
    #expect(shell.plain("digest", "--file", back, "--json").json?["digest"]?.text == digest)
    let onto = shell.plain("restore", copy, "--file", back, "--json")
    #expect(onto.status == 5 && onto.code == "exists")
    let none = shell.plain("restore", shell.folder.file("none.db"), "--file", shell.folder.file("x.db"), "--json")
    #expect(none.status == 5 && none.code == "not-found")
    #expect(shell.run("backup").status == 2)
  }

  @Test("a file that is none of ours is status 5 with its reason, and stays as it is", arguments: ["th", "en"])
  func foreign(language: String) throws {
    shell.language = language
    let path = shell.folder.file("roster.db")
    try FileCare.write(Array(repeating: 65, count: 5000), to: path)
    for verb in ["check", "status", "verify", "doctor", "digest"] {
      let said = shell.plain(verb, "--file", path, "--json")
      #expect(said.status == 5)
      #expect(said.code == "not-a-database")
      #expect(said.errors.contains(path))
    }
    #expect(try FileCare.read(path, limit: 10_000).bytes == Array(repeating: 65, count: 5000))
    #expect(shell.plain("check", "--file", shell.folder.file("none.db"), "--json").code == "not-found")
    #expect(!FileCare.exists(shell.folder.file("none.db")))
  }

  @Test("doctor tells plain facts in both languages")
  func doctor() {
    let facts = shell.run("doctor", "--json").json?["facts"]?.items ?? []
    #expect(facts.compactMap { $0["subject"]?.text } == DoctorLine.Subject.allCases.map(\.rawValue))
    for language in ["th", "en"] {
      shell.language = language
      let said = shell.run("doctor").output
      #expect(!said.contains("[doctor."))
      #expect(said.split(separator: "\n").count == DoctorLine.Subject.allCases.count)
    }
  }

  @Test("log tells who did what, when, where, from what to what, the newest first")
  func log() throws {
    let id = shell.child()
    let room = shell.run("student", "show", id, "--json").json?["room"]?.text ?? ""
    #expect(shell.act("student", "edit", id, "--room", "7").status == 0)
    #expect(shell.act("student", "verify", id, "--present").status == 0)
    let entries = shell.run("log", "--limit", "2", "--json").json?["events"]?.items ?? []
    #expect(entries.compactMap { $0["kind"]?.text } == ["studentMarked", "studentEdited"])
    let edit = try #require(entries.last)
    for key in ["id", "time", "person", "device", "unit", "kind", "record", "changes"] {
      #expect(edit.keys.contains(key))
    }
    #expect(edit["record"]?.text == id && edit["person"]?.text == "ชูใจ เลิศฝึก" && edit["unit"]?.text == shell.user)
    let change = try #require(edit["changes"]?.items.first)
    #expect(change["field"]?.text == "room" && change["from"]?.text == room && change["to"]?.text == "7")
    let history = shell.run("log", "--record", id, "--json").json?["events"]?.items ?? []
    #expect(history.compactMap { $0["kind"]?.text } == ["studentMarked", "studentEdited", "studentAdded"])
    #expect(shell.run("log", "--record", id).output.contains("Room: \(room) → 7"))
    #expect(shell.run("log", "--record", "deadbeef", "--json").code == "no-such-record")
    #expect(shell.run("log", "--limit", "x").status == 2)
    let all = shell.run("log", "--json").json?["events"]?.items.count
    #expect(all == shell.run("verify", "--json").json?["events"]?.number)
  }

  @Test("the digest changes with every edit and comes back with the old value")
  func digest() {
    let id = shell.child(), before = shell.run("digest").output
    let room = shell.run("student", "show", id, "--json").json?["room"]?.text ?? ""
    #expect(before.count == 64)
    #expect(shell.act("student", "edit", id, "--room", "77").status == 0)
    #expect(shell.run("digest").output != before)
    #expect(shell.act("student", "edit", id, "--room", room).status == 0)
    #expect(shell.run("digest").output == before)
    #expect(shell.run("digest", "--dataset", "basics", "--json").json?.keys == ["digest"])
    #expect(shell.run("digest", "--dataset", "x").status == 2)
  }

  @Test("counts, roster and register go out as CSV and JSON, and never over a file that is there")
  func export() throws {
    let counts = shell.run("export", "counts", "--headers", "en").output.split(whereSeparator: \.isNewline)
    #expect(counts.first == "grade,male,female,total")
    #expect(counts.last?.hasSuffix(",21") == true)
    #expect(shell.run("export", "counts", "--json").json?["counts"]?["total"]?.number == 21)
    #expect(shell.run("export", "roster").output.split(whereSeparator: \.isNewline).count == 22)
    #expect(shell.run("export", "register").output.split(separator: "\n").count == 1)
    #expect(shell.act("student", "remove", shell.child(), "--reason", "left").status == 0)
    #expect(
      shell.run("export", "register", "--format", "json").json?["students"]?.items.first?["reason"]?.text == "left")
    let out = shell.folder.file("out.csv")
    #expect(shell.run("export", "roster", "--out", out).output.isEmpty)
    let written = try #require(try FileCare.read(out, limit: 1 << 20).bytes)
    #expect(written.dropLast() == Array(shell.run("export", "roster").output.utf8)[...])
    #expect(shell.run("export", "roster", "--out", out, "--json").code == "exists")
    #expect(shell.run("export", "roster", "--format", "xlsx").errors.contains("--out"))
    #expect(shell.run("export", "roster", "--format", "ods").errors.contains("xlsx"))
    #expect(shell.run("export", "all").status == 2)
  }

  @Test("a rule is told with its letter; the reports are listed", arguments: ["th", "en"])
  func rule(language: String) {
    shell.language = language
    let said = shell.plain("rule", "cf-01", "--json").json
    #expect(said?["rule"]?.text == "CF-01")
    #expect(said?["section"]?.text?.isEmpty == false)
    let text = shell.plain("rule", "CF-01").output
    #expect(text.contains(language == "th" ? "ยืนยัน" : "Before confirming"))
    #expect(shell.plain("rule", "XX-01").status == 2)
    let reports = shell.run("report", "list", "--json").json?["reports"]?.items ?? []
    let mine = reports.filter { $0["for"]?.items.contains { $0.text == "centre" } == true }
    for report in mine {
      let made = shell.run("report", report["name"]?.text ?? "")
      #expect(made.status == 0 && !made.output.contains("[paper"), "\(report)")
    }
    #expect(mine.count == 8)
    #expect(shell.run("report", "x").status == 2)
  }

  @Test("the basic information is shown and changed")
  func basics() {
    #expect(shell.run("basics", "show", "--json").json?["rooms"] == nil)
    #expect(shell.act("basics", "edit", "--rooms", "๓", "--kindergarten-years", "2").status == 0)
    #expect(shell.run("basics", "show", "--json").json?["rooms"]?.text == "3")
    #expect(shell.act("basics", "edit", "--rooms", "x", "--json").code == "bad-value")
    #expect(shell.act("basics", "edit").status == 2)
    #expect(shell.run("basics").errors.contains("show, edit"))
  }
}
