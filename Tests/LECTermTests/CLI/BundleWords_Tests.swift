import Glibc
import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// What the command line says of bundles, and files that are still arriving.
@MainActor @Suite("Words about bundles, and a mailbox that waits")
struct BundleWordsTests {
  private let files: TreeFiles
  private let school = "3099000001", authority = "05990101"

  init() throws {
    files = try TreeFiles(children: 4)
    files.tree.close()
  }

  private func run(_ file: String, _ words: [String], language: String = "en", input: StandardInput? = nil)
    -> Shell.Said
  {
    let made = words.starts(with: ["bundle", "make"])
    var lines = made ? [TrainingSet.password] : []
    let who = made ? ["--user", file, "--password-stdin"] : []
    let result = CommandLineRun.call(
      words + who + ["--file", files.folder.file(file + ".db"), "--lang", language],
      input: input ?? StandardInput { lines.isEmpty ? nil : lines.removeFirst() })
    return Shell.Said(
      output: result.output.joined(separator: "\n"), errors: result.notes.joined(separator: "\n"), status: result.status
    )
  }

  private func made() throws -> String {
    let path = files.folder.file("letter.lec")
    #expect(run(school, ["bundle", "make", "--out", path]).status == 0)
    return path
  }

  @Test("a check says that the file is whole, a preview that it took nothing, and a look speaks the language")
  func words() throws {
    let path = try made()
    #expect(run(authority, ["bundle", "verify", path]).output.contains("whole"))
    let preview = run(authority, ["bundle", "read", path, "--preview"]).output
    #expect(preview.contains("nothing was taken"))
    let document = run(authority, ["bundle", "read", path, "--preview", "--json"]).json
    #expect(document?["preview"]?.flag == true && document?["bundles"]?.items.count == 1)
    #expect(!run(authority, ["bundle", "read", path]).output.contains("nothing was taken"))
    #expect(run(authority, ["bundle", "read", path, "--json"]).json?["preview"]?.flag == false)
    let thai = run(authority, ["bundle", "inspect", path], language: "th").output
    #expect(thai.hasPrefix("แฟ้มข้อมูลทั้งหมด") && thai.contains(school) && !thai.contains("->"))
  }

  @Test("a preview names what would change of whom, in words and in a document; reading writes no names of children")
  func foretold() throws {
    let store = try Store.open(files.folder.file(school + ".db"), world: Fixtures.world(seed: 61))
    let child = try #require(try store.roster(RosterFilter(), .first, limit: 1).first)
    try store.editStudent(child.id, [FieldChange(.room, "77")], by: UserName(school))
    store.close()
    let path = try made()
    let preview = run(authority, ["bundle", "read", path, "--preview"]).output
    #expect(preview.contains("\(child.student.fullName): changed by"))
    #expect(preview.contains("Room: \(child.student[.room]) → 77"))
    let row = run(authority, ["bundle", "read", path, "--preview", "--json"]).json?["bundles"]?.items.first
    let told = row?["children"]?.items.first
    #expect(told?["name"]?.text == child.student.fullName && told?["kind"]?.text == "changed")
    #expect(told?["changes"]?.items.first?["to"]?.text == "77")
    let read = run(authority, ["bundle", "read", path, "--json"])
    #expect(read.json?["bundles"]?.items.first?["new"] != nil && !read.output.contains(child.student.fullName))
  }

  @Test("the bytes of a bundle are read from standard input as they are")
  func binaryInput() throws {
    var rest = try FileCare.whole(try made(), limit: 1 << 20)[...]
    let input = StandardInput { count in
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let said = run(authority, ["bundle", "read", "-", "--json"], input: input)
    #expect(said.status == 0 && said.json?["bundles"]?.items.first?["from"]?.text == school, "\(said.errors)")
  }

  @Test(
    "codes for a person at a terminal come one at a time, each after Enter; for a script all at once",
    arguments: [true, false])
  func codesInTurn(isPerson: Bool) throws {
    var lines = [TrainingSet.password], asked = 0
    let input = StandardInput(isPerson: isPerson) {
      asked += 1
      return lines.isEmpty ? "" : lines.removeFirst()
    }
    let said = run(school, ["bundle", "make", "--qr"], input: input)
    #expect(said.status == 0, "\(said.errors)")
    let codes = said.output.split(separator: "\n").count { $0.hasPrefix("Code ") }
    #expect(codes > 1)
    // The password, and Enter between every two codes.
    #expect(asked == (isPerson ? codes : 1))
  }

  @Test("a file is read when it has stood still, and again when it has changed; who looks once takes what is there")
  func arrivals() {
    var sizes = ["a": 10, "b": 5]
    let stamp = { (path: String) in
      sizes[path].map { FileStamp(inode: 1, size: $0, seconds: 0, nanoseconds: 0) }
    }
    var waiting = Arrivals(waits: true)
    #expect(waiting.arrived(["a", "b"], stamp: stamp) == [])
    sizes["a"] = 20
    #expect(waiting.arrived(["a", "b"], stamp: stamp) == ["b"])
    #expect(waiting.arrived(["a", "b"], stamp: stamp) == ["a"])
    #expect(waiting.arrived(["a", "b"], stamp: stamp) == [])
    sizes["b"] = 50
    #expect(waiting.arrived(["a", "b"], stamp: stamp) == [])
    #expect(waiting.arrived(["a", "b"], stamp: stamp) == ["b"])
    var once = Arrivals(waits: false)
    #expect(once.arrived(["a", "b"], stamp: stamp) == ["a", "b"])
  }

  @Test("opening claims is refused to who may not, even where there is nothing to open")
  func claims() {
    var lines = [TrainingSet.password]
    let result = CommandLineRun.call(
      ["claim", "open", "--all", "--user", school, "--password-stdin", "--json", "--lang", "en"]
        + ["--file", files.folder.file(school + ".db")],
      input: { lines.isEmpty ? nil : lines.removeFirst() })
    #expect(result.status == 3 && result.output.first?.contains("not-your-task") == true)
  }

  @Test("a time that no calendar has is a dash")
  func times() {
    let language = Language(code: .english, folder: Spoken.folder)
    for far in [Int64.max, .min, 253_402_300_800_000] {
      #expect(Dates.moment(Moment(milliseconds: far)).said(in: language) == "–")
      #expect(Moment(milliseconds: far).iso == "-")
    }
    #expect(Dates.moment(Fixtures.now).said(in: language) != "–")
  }
}
