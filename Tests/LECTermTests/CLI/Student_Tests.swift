import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("lecterm student")
struct StudentVerbTests {
  private let shell: Shell
  init() throws { shell = try Shell() }

  private func list(_ words: String...) -> [JSONRead] {
    var said = shell.run("student", "list", "--json")
    switch words.count {
    case 2: said = shell.run("student", "list", "--json", words[0], words[1])
    case 4: said = shell.run("student", "list", "--json", words[0], words[1], words[2], words[3])
    default: break
    }
    #expect(said.status == 0, "\(said.errors)")
    return said.json?["students"]?.items ?? []
  }

  @Test("list prints every child with the keys of the contract, in dictionary order of first names")
  func listed() throws {
    let rows = list()
    #expect(rows.count == 21)
    let keys = ["id", "number", "title", "first", "last", "sex", "birth", "grade", "room", "state", "unit"]
    #expect(rows.allSatisfy { $0.keys == keys })
    #expect(rows.allSatisfy { $0["state"]?.text == "unchecked" && $0["unit"]?.text == "3099000002" })
    let names = rows.map { SortKey.bytes($0["first"]?.text ?? "") }
    #expect(zip(names, names.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
    #expect(rows.allSatisfy { CalendarDate(iso: $0["birth"]?.text ?? "") != nil })
    let plain = shell.run("student", "list").output.split(separator: "\n")
    #expect(plain.count == 21)
    #expect(plain.first.map { $0.contains(rows[0]["first"]?.text ?? "?") } == true)
  }

  @Test("list is narrowed by search, class, state and limit, and sorted otherwise on demand")
  func narrowed() throws {
    let one = try #require(list().first)
    let first = try #require(one["first"]?.text)
    #expect(list("--search", first).contains(one))
    #expect(list("--search", "ไม่มีใครชื่อนี้").isEmpty)
    #expect(list("--search", one["number"]?.text ?? "").first?["id"] == one["id"])
    #expect(list("--limit", "3").count == 3)
    let three = list("--class", "3 ขวบ/1")
    #expect(!three.isEmpty && three.allSatisfy { $0["grade"]?.text == "C3" })
    #expect(list("--class", "C3") == three)
    #expect(list("--state", "present").isEmpty && list("--state", "unchecked").count == 21)
    let numbers = list("--sort", "number").compactMap { $0["number"]?.text }
    #expect(numbers == numbers.sorted())
    let grades = list("--sort", "class").compactMap { $0["grade"]?.text }
    #expect(grades == grades.sorted())
  }

  @Test(
    "a filter that can't be tells what can",
    arguments: [
      ("--state", "here", "unchecked, present, absent, later, removed"), ("--sort", "age", "class, name, number"),
      ("--class", "x", "ป.1/2"), ("--limit", "x", "whole number"),
    ])
  func badFilter(option: String, value: String, choices: String) {
    let said = shell.run("student", "list", option, value)
    #expect(said.status == 2)
    #expect(said.output.isEmpty)
    #expect(said.errors.hasPrefix("lecterm: \(option) can't be “\(value)”: "))
    #expect(said.errors.contains(choices))
  }

  @Test("show prints every filled field, and the child's problems")
  func show() {
    let id = shell.child()
    let json = shell.run("student", "show", id, "--json").json
    #expect(json?["id"]?.text == id)
    #expect(json?["problems"]?.items.contains(.text("unchecked")) == true)
    #expect(json?["nationality"]?.text?.isEmpty == false)
    let plain = shell.run("student", "show", id).output
    #expect(plain.contains("First name: ") && plain.contains("Not looked for yet"))
    shell.language = "th"
    #expect(shell.run("student", "show", id).output.contains("ชื่อ: "))
  }

  @Test("a child is entered with what people type, and kept in one form")
  func add() throws {
    let said = shell.act(
      "student", "add", "--number", "1-9999-00009-01-1", "--title", "ด.ญ.", "--first", "ทดสอบ", "--last", "ใจดี",
      "--sex",
      "หญิง", "--birth", "๑๖/๕/๒๕๖๔", "--grade", "3 ขวบ", "--room", "1", "--nationality", "ไทย", "--school-number", "12",
      "--json")
    #expect(said.status == 0, "\(said.errors)")
    let id = try #require(said.json?["ids"]?.items.first?.text)
    let child = try #require(shell.run("student", "show", id, "--json").json)
    #expect(child["number"]?.text == "1999900009011")
    #expect(child["title"]?.text == "girl")
    #expect(child["birth"]?.text == "2021-05-16")
    #expect(child["grade"]?.text == "C3")
    #expect(child["schoolNumber"]?.text == "12")
    #expect(child["problems"]?.items == [.text("unchecked")])
    #expect(list().count == 22)
  }

  @Test("an edit changes the field it names and nothing else; the same value again changes nothing")
  func edit() throws {
    let id = shell.child()
    let before = try #require(shell.run("student", "show", id, "--json").json)
    #expect(shell.act("student", "edit", id, "--room", "9").output == id)
    let after = try #require(shell.run("student", "show", id, "--json").json)
    #expect(after["room"]?.text == "9")
    for key in before.keys where key != "room" { #expect(after[key] == before[key], "\(key)") }
    #expect(shell.act("student", "edit", id, "--room", "9", "--json").output == #"{"ids":[],"unchanged":1}"#)
    #expect(shell.act("student", "edit", id, "--remark=").status == 0)
  }

  @Test(
    "a value that a field can't keep is refused with field and remedy, and the file stays as it was",
    arguments: [
      ("--birth", "99/99/2560", "Date of birth: "), ("--number", "1999900000012", "ID number or G-Code: "),
      ("--number", "123", "13 digits"), ("--grade", "ป.9", "Grade: "), ("--sex", "x", "Sex: "),
      ("--guardian-phone", "12", "9 or 10 digits"), ("--birth", "16/5/2018", "Buddhist"),
    ])
  func badValue(option: String, value: String, says: String) {
    let id = shell.child()
    let digest = shell.run("digest").output
    let said = shell.act("student", "edit", id, option, value, "--json")
    #expect(said.status == 2)
    #expect(said.code == "bad-value")
    #expect(said.errors.contains(says), "\(said.errors)")
    #expect(shell.run("digest").output == digest)
  }

  @Test("marks of the roll-call, for one child or many", arguments: ["present", "absent", "later"])
  func verify(mark: String) {
    let ids = [shell.child(0), shell.child(1)]
    #expect(shell.act("student", "verify", ids[0], ids[1], "--\(mark)").status == 0)
    #expect(list("--state", mark).compactMap { $0["id"]?.text } == ids)
    #expect(shell.act("student", "verify", ids[0]).errors.contains("--present, --absent, --later"))
    #expect(shell.act("student", "verify", ids[0], "--present", "--absent").status == 2)
    #expect(shell.act("student", "verify", "--present").status == 2)
  }

  @Test("who is taken out stands in the register with the reason, and can come back", arguments: RemovalReason.allCases)
  func remove(reason: RemovalReason) {
    let id = shell.child()
    #expect(shell.act("student", "remove", id, "--reason", reason.rawValue, "--left", "1/11/2567").status == 0)
    #expect(list().count == 20)
    #expect(list("--state", "removed").compactMap { $0["id"]?.text } == [id])
    #expect(list("--state", "removed").first?["state"]?.text == "removed")
    let child = shell.run("student", "show", id, "--json").json
    #expect(child?["reason"]?.text == reason.rawValue)
    #expect(child?["left"]?.text == "2024-11-01")
    let twice = shell.act("student", "remove", id, "--reason", reason.rawValue, "--json")
    #expect(twice.status == 3)
    #expect(twice.code == "wrong-state")
    #expect(shell.act("student", "restore", id).status == 0)
    #expect(list().count == 21)
  }

  @Test("taking out needs one of the reasons")
  func reason() {
    let id = shell.child()
    #expect(shell.act("student", "remove", id).errors.contains("--reason"))
    let said = shell.act("student", "remove", id, "--reason", "gone")
    #expect(said.status == 2)
    #expect(said.errors.contains("never-came, left, cannot-reach, moved, died, elsewhere, doubled, mistake"))
    #expect(list().count == 21)
  }

  @Test("a transfer keeps where to")
  func transfer() {
    let id = shell.child()
    #expect(shell.act("student", "transfer", id).errors.contains("--to"))
    #expect(shell.act("student", "transfer", id, "--to", "ศูนย์พัฒนาเด็กเล็กบ้านอื่น").status == 0)
    let child = shell.run("student", "show", id, "--json").json
    #expect(child?["reason"]?.text == "moved")
    #expect(child?["remark"]?.text == "ศูนย์พัฒนาเด็กเล็กบ้านอื่น")
  }

  @Test("a child is named by id or number; who is not there is status 3")
  func naming() {
    let child = list()[3]
    let id = child["id"]?.text ?? "", number = child["number"]?.text ?? ""
    #expect(shell.run("student", "show", number, "--json").json?["id"]?.text == id)
    #expect(shell.run("student", "show", String(id.prefix(8)), "--json").json?["id"]?.text == id)
    for name in ["deadbeefdeadbeef", "zz", "1999900000021", ""] {
      let said = shell.run("student", "show", name, "--json")
      #expect(said.status == 3, "\(name)")
      #expect(said.code == "no-such-record")
    }
    #expect(shell.run("student", "show").status == 2)
  }

  @Test("nothing is changed without a person, and reading needs none")
  func who() {
    let id = shell.child()
    for said in [
      shell.run("student", "edit", id, "--room", "2"), shell.run("student", "add", "--first", "ก"),
      shell.run("student", "verify", id, "--present"), shell.run("student", "remove", id, "--reason", "left"),
      shell.run("student", "edit", id, "--room", "2", "--user", "3099000002"),
    ] {
      #expect(said.status == 2)
      #expect(said.errors.contains("--user NAME --password-stdin"))
    }
    #expect(shell.act("student", "edit", id).errors.contains("nothing to change"))
  }
}
