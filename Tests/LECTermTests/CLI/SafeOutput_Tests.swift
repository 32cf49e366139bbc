import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// Data that came from elsewhere may hold anything; a terminal must never obey it.
@MainActor @Suite("What the command line says of strange data")
struct SafeOutputTests {
  private static let bad = "ก\u{1B}[31m\u{9B}2J\u{202E}ข\nปลอม\u{2066}\u{7}"
  private static let shown = "ก?[31m?2J?ข?ปลอม??"
  private let shell: Shell
  private let child: String

  init() throws {
    shell = try Shell()
    child = shell.child()
    let id = child
    try shell.work { store, user in
      let record = try #require(try store.students(named: id).first).id
      try store.editStudent(record, [FieldChange(.first, Self.bad), FieldChange(.remark, Self.bad)], by: user)
    }
  }

  private func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\u{0C}" || !SafeText.isUnsafe($0) }
  }

  @Test(
    "lists, logs and reports show a sign for what can't be shown, and no line that is not theirs",
    arguments: [
      ["student", "list"], ["student", "show"], ["log"], ["check"], ["report", "nameList"], ["status"],
    ])
  func lists(words: [String]) {
    let said = shell.plain(words: words + (words == ["student", "show"] ? [child] : []) + ["--file", shell.path])
    #expect(said.status < 2, "\(said.errors)")
    #expect(isSafe(said.output) && isSafe(said.errors))
    #expect(!said.output.split(separator: "\n").contains { $0.hasPrefix("ปลอม") })
  }

  @Test("the sign stands where the strange letter was")
  func sign() { #expect(shell.run("student", "list").output.contains(Self.shown)) }

  @Test("JSON holds the data as it is, with a number for everything that nobody would see")
  func json() {
    for words in [["student", "list", "--json"], ["log", "--json"], ["export", "roster", "--json"]] {
      let said = shell.plain(words: words + ["--file", shell.path])
      #expect(said.output.unicodeScalars.allSatisfy { !SafeText.isHidden($0) })
      #expect(said.output.contains("\\u009b2J\\u202eข\\nปลอม\\u2066\\u0007"))
      #expect(said.json != nil)
    }
    #expect(
      shell.run("student", "list", "--json").json?["students"]?.items.contains { $0["first"]?.text == Self.bad } == true
    )
    #expect(JSON.text("\u{E0041}\u{200B}").written == "\"\\udb40\\udc41\\u200b\"")
  }

  @Test("what was typed comes back in sentences without what the terminal would obey")
  func errors() {
    for words in [
      ["rule", Self.bad], [Self.bad], ["log", "--" + Self.bad], ["bundle", "read", "/tmp/" + Self.bad + ".lec"],
      ["log", "--limit", Self.bad], ["student", "list", "--state", Self.bad], ["--lang=" + Self.bad],
      ["status", "--file", "/tmp/" + Self.bad],
    ] {
      let said = shell.plain(words: words)
      #expect(said.status > 1)
      #expect(isSafe(said.errors) && !said.errors.contains("\n"), "\(words): \(said.errors)")
    }
  }

  @Test("files of reports are safe to show; CSV keeps the data as it is")
  func files() throws {
    for (format, keeps) in [("txt", false), ("csv", true)] {
      let path = shell.folder.file("names." + format)
      #expect(shell.run("report", "nameList", "--out", path).status == 0)
      let text = String(decoding: try FileCare.whole(path, limit: 1 << 20), as: UTF8.self)
      #expect(text.contains("\u{202E}") == keeps && text.contains("\u{9B}") == keeps && !text.contains("\u{1B}"))
    }
    #expect(shell.run("export", "roster").output.contains("\u{9B}2J\u{202E}ข\nปลอม"))
    try shell.work { store, _ in
      let words = ReportTexts.words(Language(code: .english, folder: Spoken.folder))
      let paper = try #require(try Reports.named("nameList")?.paper(store, words))
      #expect(isSafe(String(decoding: paper.stream(words), as: UTF8.self).filter { $0 != "\t" }))
    }
  }
}
