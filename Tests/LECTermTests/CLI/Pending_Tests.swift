import LECModel
import TestSupport
import Testing

@testable import LECStore
@testable import LECTerm

/// After the end of a term everything that the old machine writes is held: a list that may be long.
@MainActor @Suite("A long list of what does not count")
struct Pending_Tests {
  private let files: TreeFiles
  private let school = UnitCode("3099000001"), authority = UnitCode("05990101")
  private let count: Int
  private let store: Store

  init() throws {
    files = try TreeFiles(children: 30)
    store = try files.store(authority)
    let sender = try files.store(school), user = UserName(school.text)
    try store.endTerm(of: school, reason: "ย้าย", password: TrainingSet.password, by: UserName(authority.text))
    let children = try sender.roster(RosterFilter(), .first, limit: 100).map(\.id)
    for number in 0..<8 { _ = try sender.set([FieldChange(.remark, "\(number)")], of: children, by: user) }
    let letter = try sender.makeBundle(for: authority, delta: true, by: user)
    let report = try store.read(bundle: letter.bytes, name: "")
    count = report.held
    #expect(count > 220)
  }

  private func run(_ words: String...) -> Shell.Said {
    let result = CommandLineRun.call(
      ["pending"] + words + ["--file", files.folder.file("05990101.db"), "--lang", "en"], input: { nil })
    return Shell.Said(
      output: result.output.joined(separator: "\n"), errors: result.notes.joined(separator: "\n"), status: result.status
    )
  }

  @Test(
    "scripts get all of them in one document, each once and in order; people the first, and how many more there are")
  func list() throws {
    let document = run("list", "--json")
    let ids = try #require(document.json?["pending"]?.items.compactMap { $0["id"]?.text })
    #expect(document.status == 1)
    #expect(try ids == store.pending().map(\.id.hash.hex))
    #expect(ids.count == count)
    #expect(run("list", "--json", "--limit", "150").json?["pending"]?.items.count == 150)
    #expect(run("list", "--json", "--limit", "0").json?["pending"]?.items.isEmpty == true)
    let lines = run("list").output.split(separator: "\n")
    #expect(lines.count == 201 && lines.last?.contains(String(count - 200)) == true, "\(lines.last ?? "")")
    #expect(run("list", "--limit", "120").output.split(separator: "\n").count == 120)
  }

  @Test("one of them is found by the beginning of its name")
  func named() throws {
    let one = try #require(try store.pending(limit: 7).last)
    for length in [64, 17, 16] {
      let said = run("show", String(one.id.hash.hex.prefix(length)), "--json")
      #expect(said.json?["pending"]?.items.map { $0["id"]?.text } == [one.id.hash.hex])
    }
    #expect(run("show", "zz").status == 3)
    #expect(run("show", String(repeating: "0", count: 70)).status == 3)
  }

  @Test("what an entry would change can be read before anybody adopts it: child, field, value that stands and its own")
  func changes() throws {
    let one = try #require(try store.pending(limit: 20).first { $0.kind == .studentEdited })
    #expect(one.changes == [LogEntry.Change(field: StudentField.remark.rawValue, from: "", to: "0")])
    let said = run("show", one.id.hash.hex)
    #expect(said.output.contains("Remark: – → 0"))
    let row = run("show", one.id.hash.hex, "--json").json?["pending"]?.items.first
    #expect(row?["child"]?.text == one.child && !one.child.isEmpty)
    #expect(row?["changes"]?.items.first?["to"]?.text == "0")
    let sitting = try Sitting(at: authority, of: files, language: .english)
    sitting.open(.page(.pending))
    sitting.expect(one.child)
    sitting.expect("Remark: – → 0")
  }

  @Test("a page and a count read no more than they show, however many there are")
  func work() throws {
    let before = store.connection.rowsRead
    #expect(try store.pendingCount() == count)
    let counted = store.connection.rowsRead
    #expect(counted - before == 1)
    #expect(try store.pending(limit: 10).count == 10)
    #expect(store.connection.rowsRead - counted < count)
    let partner = try #require(try store.partner(school))
    #expect(partner.pending == count)
    #expect(try partner.oldestPending == store.pending().map(\.at).min())
  }
}
