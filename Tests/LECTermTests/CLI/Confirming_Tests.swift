import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("lecterm check, confirm, unconfirm, status")
struct ConfirmingVerbTests {
  @Test("check lists what stands against confirming, errors first, and ends with 1")
  func check() throws {
    let shell = try Shell()
    let said = shell.run("check", "--json")
    #expect(said.status == 1)
    #expect(said.errors.isEmpty)
    #expect(said.json?.keys == ["errors", "warnings", "findings"])
    let findings = try #require(said.json?["findings"]?.items)
    let severities = findings.compactMap { $0["severity"]?.text }
    #expect(severities.count { $0 == "error" } == said.json?["errors"]?.number)
    #expect(severities.count { $0 == "warning" } == said.json?["warnings"]?.number)
    #expect(severities == severities.sorted())
    for finding in findings {
      #expect(["rule", "record", "severity", "message"].allSatisfy { finding.keys.contains($0) })
      #expect(finding["rule"]?.text.flatMap { Rule(rawValue: $0) } != nil)
      #expect(finding["message"]?.text?.contains("[") == false)
    }
    #expect(findings.contains { $0["rule"]?.text == "RM-06" } && findings.contains { $0["record"] == .null })
    #expect(shell.run("check").output.split(separator: "\n").count == findings.count)
  }

  @Test("check of a ready file ends with 0 and says so", arguments: ["th", "en"])
  func ready(language: String) throws {
    let shell = try Shell()
    shell.language = language
    try shell.makeReady()
    #expect(shell.run("check", "--json").output == #"{"errors":0,"warnings":0,"findings":[]}"#)
    let said = shell.run("check")
    #expect(said.status == 0)
    #expect(said.output == (language == "en" ? "No problems: ready to confirm" : "ไม่พบปัญหา ข้อมูลพร้อมยืนยัน"))
  }

  @Test("a query goes when it is explained; an explanation of what is no problem is refused")
  func explain() throws {
    let shell = try Shell()
    let query = try #require(
      shell.run("check", "--json").json?["findings"]?.items.first { $0["severity"]?.text == "warning" })
    let record = query["record"]?.text ?? "", check = query["check"]?.text ?? ""
    let done = shell.act("explain", record, "--check", check, "--words", "ตรวจเอกสารแล้ว", "--json")
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.json?["check"]?.text == check)
    let left = shell.run("check", "--json").json?["findings"]?.items ?? []
    #expect(!left.contains { $0["record"]?.text == record && $0["check"]?.text == check })
    #expect(shell.act("explain", record, "--check", "birthFuture", "--words", "x").status == 2)
  }

  @Test("confirm prints exactly what was confirmed, and status shows it")
  func confirm() throws {
    let shell = try Shell()
    let refused = shell.act("confirm", "--dataset", "students", "--json")
    #expect(refused.status == 3)
    #expect(refused.code == "has-errors")
    #expect(refused.errors.contains("CF-01"))
    try shell.makeReady()
    let said = shell.act("confirm", "--dataset", "students", "--json")
    #expect(said.status == 0, "\(said.errors)")
    #expect(said.json.map { Array($0.keys.prefix(5)) } == ["unit", "dataset", "round", "digest", "counts"])
    let counts = try #require(said.json?["counts"])
    #expect(counts.keys == ["total", "male", "female", "byGrade"])
    let grades = counts["byGrade"]
    #expect(grades?.keys.reduce(0) { $0 + (grades?[$1]?.number ?? 0) } == counts["total"]?.number)
    #expect(counts["total"]?.number == 20)  // 21 children, one entered twice and taken out
    #expect(said.json?["digest"]?.text == shell.run("digest", "--dataset", "students").output)
    let status = try #require(shell.run("status", "--json").json)
    #expect(status.keys.starts(with: ["unit", "round", "deadline"]))
    #expect(status["deadline"]?.text == "2024-11-12T00:00:00")
    #expect(status["children"]?.items == [])
    let students = status["datasets"]?["students"]
    #expect(students?["state"]?.text == "confirmed")
    #expect(students?["digest"] == said.json?["digest"])
    #expect(students?["by"]?.text == "ชูใจ เลิศฝึก")
    #expect(students?["at"]?.text?.hasPrefix("2024-11-08T") == true)
    #expect(status["datasets"]?["basics"]?["state"]?.text == "ready")
    #expect(shell.run("status").output.contains("students/children: confirmed  20"))
  }

  @Test("without --json confirm prints the counts by grade and sex, and the digest")
  func confirmInWords() throws {
    let shell = try Shell()
    try shell.makeReady()
    let lines = shell.act("confirm", "--dataset", "students").output.split(separator: "\n").map(String.init)
    #expect(lines.first == "students/children: confirmed")
    #expect(lines.dropFirst().first == "Grade  Male  Female  Total")
    #expect(lines.dropLast().last?.hasSuffix("  20") == true)
    #expect(lines.last == shell.run("digest", "--dataset", "students").output)
  }

  @Test("confirmed data is locked under release: the refusal names the date and whom to ring, in both languages")
  func locked() throws {
    let shell = try Shell()
    try shell.makeReady()
    #expect(shell.act("confirm", "--dataset", "students").status == 0)
    let digest = shell.run("digest").output
    for language in ["en", "th"] {
      shell.language = language
      let said = shell.act("student", "edit", shell.child(), "--room", "8", "--json")
      #expect(said.status == 3)
      #expect(said.code == "confirmed-locked")
      #expect(said.errors.contains("2567") && said.errors.contains("0000000001") && said.errors.contains("ED-04"))
    }
    #expect(shell.run("digest").output == digest)
    #expect(shell.act("basics", "edit", "--rooms", "4").status == 0)
    let twice = shell.act("confirm", "--dataset", "students", "--json")
    #expect(twice.code == "already-confirmed")
    #expect(shell.act("unconfirm", "--dataset", "students").errors.contains("--reason"))
    #expect(shell.act("unconfirm", "--dataset", "students", "--reason", "ไม่มีข้อมูลในรายงาน").status == 0)
    #expect(shell.run("status", "--json").json?["datasets"]?["students"]?["state"]?.text == "ready")
    #expect(shell.act("student", "edit", shell.child(), "--room", "8").status == 0)
    let none = shell.act("unconfirm", "--dataset", "students", "--reason", "x", "--json")
    #expect(none.code == "not-confirmed")
  }

  @Test("under reconfirm an edit voids the confirmation; in a correction window nothing is confirmed")
  func policies() throws {
    let shell = try Shell(policy: .reconfirm)
    try shell.makeReady()
    #expect(shell.act("confirm", "--dataset", "students").status == 0)
    #expect(shell.act("student", "edit", shell.child(), "--room", "8").status == 0)
    #expect(shell.run("status", "--json").json?["datasets"]?["students"]?["state"]?.text == "void")
    let open = try Shell(policy: .open)
    try open.makeReady()
    #expect(open.act("confirm", "--dataset", "students", "--json").code == "no-confirmation-needed")
  }

  @Test("past the deadline it is refused with the date and the person who can help")
  func late() throws {
    let shell = try Shell()
    try shell.makeReady()
    let late = shell.act("confirm", "--dataset", "students", "--now", "2024-11-12T00:01", "--json")
    #expect(late.status == 3)
    #expect(late.code == "deadline-passed")
    #expect(late.errors.contains("11 Nov 2567") && late.errors.contains("0000000001"))
    let inTime = shell.act("confirm", "--dataset", "students", "--now", "2024-11-11T23:59")
    #expect(inTime.status == 0, "\(inTime.errors)")
  }

  @Test("who entered the data does not confirm it where there is another person")
  func fourEyes() throws {
    let shell = try Shell(.school)
    try shell.makeReady()
    let own = shell.act("confirm", "--dataset", "students", "--json")
    #expect(own.code == "entered-by-you")
    let other = shell.act("confirm", "--dataset", "students", "--json", user: "3099000001-2")
    #expect(other.status == 0, "\(other.errors)")
    #expect(other.json?["singleHanded"]?.flag == false)
  }

  @Test("a dataset must be named, and another unit's code is refused")
  func options() throws {
    let shell = try Shell()
    #expect(shell.act("confirm").errors.contains("--dataset"))
    #expect(shell.act("confirm", "--dataset", "x").errors.contains("students, basics"))
    for verb in ["check", "status", "digest", "log"] {
      #expect(shell.run(verb, "--unit", "3099000009", "--json").code == "not-your-unit", "\(verb)")
      #expect(shell.run(verb, "--unit", "3099000002").status <= 1, "\(verb)")
    }
  }
}
