import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("lecterm lesson")
struct LessonTests {
  private let shell: Shell
  init() throws { shell = try Shell(children: 3) }

  private func file(_ text: String) throws -> String {
    let path = shell.folder.file("mine.txt")
    FileCare.remove(path)
    try FileCare.write(Array(text.utf8), to: path)
    return path
  }

  @Test("lists what there is, in the language spoken")
  func list() {
    let english = shell.plain("lesson", "list")
    #expect(english.status == 0 && english.output.contains("1. The first log-in"))
    #expect(shell.plain("lesson", "list", "--lang", "th").output.contains("บทที่ 1 เข้าสู่ระบบครั้งแรก"))
    let json = shell.plain("lesson", "list", "--json").json?["lessons"]?.items.first
    #expect(json?.keys == ["number", "name", "title", "minutes", "steps", "exercise"])
  }

  @Test("a lesson is named by its number, its name or its file, and printed")
  func show() throws {
    let said = shell.plain("lesson", "show", "1")
    #expect(said.output.contains("2. The first password"))
    #expect(shell.plain("lesson", "show", "01-first-login") == said)
    let own = shell.plain(
      "lesson", "show", try file("title Mine\nset centre\nstep One\nsay Look.\nsee 27\n"), "--screens")
    #expect(own.output.contains("  = 27") && own.output.contains("| > Roll-call"))
    #expect(shell.plain("lesson", "show", "99").status == 2)
    #expect(shell.plain("lesson", "show").errors.contains("no lesson is named"))
  }

  @Test("a check says at which step, what was expected, and what the screen was, with status 1")
  func differs() throws {
    let path = try file("title Mine\nset centre\nstep One\nsay a\nkeys Enter\nstep Two\nsay b\nsee the moon\n")
    let said = shell.plain("lesson", "check", path)
    #expect(said.status == 1)
    #expect(said.output.contains("differs at step 2, Two, line 8"))
    #expect(said.output.contains("The screen was to show “the moon”, and was"))
    #expect(said.output.contains("|  Roll-call"))
    let json = shell.plain("lesson", "check", path, "--json")
    #expect(json.status == 1)
    let failure = json.json?["lessons"]?.items.first?["failure"]
    #expect(failure?.keys == ["step", "line", "expected", "screen"])
    #expect(failure?["screen"]?.items.count == 24)
  }

  @Test("a row that can't be gone to, a goal that is not met and a command that fails are told too")
  func troubles() throws {
    let head = "title Mine\nset centre\nstep One\nsay a\n"
    #expect(shell.plain("lesson", "check", try file(head + "to the moon\n")).output.contains("No row with “the moon”"))
    #expect(shell.plain("lesson", "check", try file(head + "run report x\n")).output.contains("status 2"))
    let exercise = "see 27\nexercise E\ntask T\ngoal 1 confirmed\nhint a\nhint b\nhint c\nkeys Enter\n"
    #expect(shell.plain("lesson", "check", try file(head + exercise)).output.contains("goal 1 is not met"))
  }

  @Test("a bad lesson file is status 4, with its line")
  func bad() throws {
    let said = shell.plain("lesson", "check", try file("title Mine\nstep One\nkeys Entre\n"), "--json")
    #expect(said.status == 4)
    #expect(said.code == "bad-file")
    #expect(said.errors.contains("mine.txt line 3: no key is called “Entre”") || said.errors.contains("mine line 3"))
  }
}
