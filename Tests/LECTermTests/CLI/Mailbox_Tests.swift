import LECModel
import TestSupport
import Testing

@testable import LECStore
@testable import LECTerm

/// A folder that is watched: files that come in an order in which the first can't be opened yet.
@MainActor @Suite("A mailbox that tries again")
struct Mailbox_Tests {
  private let files: TreeFiles
  private let school = UnitCode("3099000001"), authority = UnitCode("05990101")
  private var box: String { files.folder.file("box") }
  /// The authority as it was before the machine of the school began anew.
  private var early: String { files.folder.file("early.db") }

  init() throws {
    files = try TreeFiles(children: 4)
    #expect(FileCare.makeFolders(box))
    try files.store(authority).backup(to: early)
  }

  private func call(_ words: String...) throws -> Call {
    Call(
      arguments: try Arguments(words + ["--file", early], valued: ["file"], plain: ["json"]),
      language: Language(code: .english, folder: Spoken.folder), data: nil, input: StandardInput { nil })
  }

  /// A whole file from the school's machine, and one that only goes on from it.
  private func letters() throws -> (full: [UInt8], delta: [UInt8]) {
    let sender = try files.store(school), user = UserName(school.text)
    try sender.transaction(author: UserName(""), unit: school) { try $0.beginChain(.restored, training: true) }
    let child = try #require(try sender.roster(RosterFilter(), .first, limit: 1).first)
    func edit(_ words: String) throws {
      try sender.editStudent(child.id, [FieldChange(.remark, words)], by: user)
    }
    try edit("one")
    let full = try sender.makeBundle(for: authority, delta: false, by: user).bytes
    let receiver = try files.store(authority)
    _ = try receiver.read(bundle: full, name: "")
    let receipt = try receiver.makeBundle(for: school, delta: true, by: UserName(authority.text))
    _ = try sender.read(bundle: receipt.bytes, name: "")
    try edit("two")
    let delta = try sender.makeBundle(for: authority, delta: true, by: user)
    #expect(delta.header.kind == .delta)
    return (full, delta.bytes)
  }

  private func put(_ bytes: [UInt8], _ name: String) throws { try FileCare.write(bytes, to: box + "/" + name) }

  /// What is told at the next look, one line a file.
  private func look(_ watch: inout MailboxWatch, _ call: inout Call) throws -> [(file: String, why: String?)] {
    let before = call.output.count
    _ = try watch.look(&call)
    return call.output.dropFirst(before).flatMap { JSONRead($0)?["bundles"]?.items ?? [] }.map {
      (String(($0["file"]?.text ?? "").split(separator: "/").last ?? ""), $0["error"]?["code"]?.text)
    }
  }

  @Test("a file that goes on from one not read yet is read by itself when that has come, and told of once before")
  func order() throws {
    let (full, delta) = try letters()
    var call = try call("--json")
    defer { call.close() }
    var watch = MailboxWatch(box, waits: false)
    try put(delta, "1.lec")
    var said = try look(&watch, &call)
    #expect(said.map(\.file) == ["1.lec"] && said.first?.why == "needs-full")
    for _ in 0..<3 { #expect(try look(&watch, &call).isEmpty) }
    try put(full, "2.lec")
    said = try look(&watch, &call)
    #expect(said.map(\.file).sorted() == ["1.lec", "2.lec"] && said.allSatisfy { $0.why == nil }, "\(said)")
    let child = try #require(try files.store(school).roster(RosterFilter(), .first, limit: 1).first)
    #expect(try call.file().student(child.id)?.student[.remark] == "two")
    for _ in 0..<3 { #expect(try look(&watch, &call).isEmpty) }
  }

  @Test("the same when somebody else reads the missing file meanwhile; one whose sender stays unknown keeps waiting")
  func elsewhere() throws {
    let (full, delta) = try letters()
    var call = try call("--json")
    defer { call.close() }
    var watch = MailboxWatch(box, waits: false)
    try put(delta, "1.lec")
    #expect(try look(&watch, &call).map(\.why) == ["needs-full"])
    // Another file that can be read, but says nothing about that sender.
    let other = try files.store(UnitCode("99")).makeBundle(for: authority, by: UserName("99"))
    try put(other.bytes, "2.lec")
    let said = try look(&watch, &call)
    #expect(said.map(\.file) == ["2.lec"] && said.first?.why == nil, "\(said)")
    try FileCare.write(full, to: files.folder.file("stick.lec"))
    let read = CommandLineRun.call(
      ["bundle", "read", files.folder.file("stick.lec"), "--file", early, "--lang", "en"], input: { nil })
    #expect(read.status == 0, "\(read.notes)")
    let then = try look(&watch, &call)
    #expect(then.map(\.file) == ["1.lec"] && then.first?.why == nil, "\(then)")
    #expect(try look(&watch, &call).isEmpty)
  }
}
