import Testing

@testable import LECTerm

@Suite("Words of a command line")
struct ArgumentsTests {
  private func read(_ words: String...) throws -> Arguments {
    try Arguments(words, valued: ["file", "reason"], plain: ["json"])
  }

  @Test("an option and its value are two words or one", arguments: [["--file", "a=b.db"], ["--file=a=b.db"]])
  func values(words: [String]) throws {
    let read = try Arguments(words + ["x"], valued: ["file"], plain: [])
    #expect(read["file"] == "a=b.db")
    #expect(read.free == ["x"])
  }

  @Test("a value may begin with hyphens or be empty, and after -- every word is free")
  func edges() throws {
    #expect(try read("--reason", "--json")["reason"] == "--json")
    #expect(try read("--reason=")["reason"]?.isEmpty == true)
    let free = try read("--json", "--", "--file", "-x")
    #expect(free.has("json"))
    #expect(free.free == ["--file", "-x"])
  }

  @Test("a fault names the option")
  func faults() {
    let option = [TextValue.text("option", "--reason")]
    #expect(throws: UsageError("cli.needs-value", option)) { try read("--reason") }
    #expect(throws: UsageError("cli.no-value", [.text("option", "--json")])) { try read("--json=yes") }
    #expect(throws: UsageError("cli.unknown-option", [.text("option", "--bogus")])) { try read("--bogus=1") }
    #expect(throws: UsageError("cli.missing", option)) { _ = try read().required("reason") }
  }

  @Test("a number is a whole one", arguments: ["x", "-1", "1.5", "", "99999999999999999999"])
  func numbers(text: String) throws {
    let read = try Arguments(["--n", text], valued: ["n"], plain: [])
    #expect(throws: UsageError.self) { _ = try read.number("n") }
    #expect(try Arguments(["--n=12"], valued: ["n"], plain: []).number("n") == 12)
  }

  @MainActor @Test("the verb may stand behind options that all verbs take")
  func verb() {
    let found = Arguments.verb(in: ["--file", "check", "--json", "status", "--unit", "check"])
    #expect(found.verb == "status")
    #expect(found.rest == ["--file", "check", "--json", "--unit", "check"])
    #expect(Arguments.verb(in: ["--file=x", "log"]).verb == "log")
    #expect(Arguments.verb(in: ["--plain"]).verb == nil)
  }

  @Test("JSON text is escaped, and every character comes back")
  func escaping() {
    let text = "เด็ก \"ก\" \\ \n\r\t\u{1}\u{1F}/\u{7F}😀"
    let written = JSON.object([("k", .text(text)), ("l", .list([.null, .flag(true), .number(-3)]))]).written
    #expect(!written.unicodeScalars.contains { $0.value < 0x20 })
    #expect(JSONRead(written)?["k"]?.text == text)
    #expect(JSONRead(written)?["l"]?.items == [.null, .flag(true), .number(-3)])
  }
}
