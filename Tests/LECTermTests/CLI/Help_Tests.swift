import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("Help")
struct HelpTests {
  @Test("the help lists every verb with what it does, in both languages", arguments: ["th", "en"])
  func all(language: String) throws {
    let shell = try Shell()
    let help = shell.plain("--help", "--lang", language)
    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    let lines = help.output.split(separator: "\n")
    for verb in Verbs.all {
      let line = lines.first { $0.hasPrefix("  \(verb.name) ") }
      #expect(line.map { !$0.contains("[cli.") && $0.count > verb.name.count + 6 } == true, "\(verb.name)")
    }
    #expect(lines.count < 48)
    #expect(shell.plain("help", "--lang", language) == help)
    #expect(shell.plain("-h", "--lang", language) == help)
  }

  @Test("each verb tells how it is written, asked before or behind")
  func each() throws {
    let shell = try Shell()
    for verb in Verbs.all {
      let help = shell.plain(verb.name, "--help")
      #expect(help.status == 0 && help.output.contains("lecterm \(verb.name)"), "\(verb.name)")
      #expect(shell.plain("help", verb.name) == help)
      for option in verb.valued.union(verb.plain) where option != "unit" && verb.usage.contains("--FIELD") == false {
        #expect(
          ["children", "plain", "no-mouse"].contains(option) || help.output.contains("--\(option)"),
          "\(verb.name) --\(option)")
      }
    }
  }

  @Test(
    "verbs of later versions are not listed, and say so",
    arguments: ["frobnicate"])
  func later(verb: String) throws {
    let shell = try Shell()
    #expect(!shell.plain("--help").output.contains("  \(verb) "))
    let said = shell.plain(verb, "list", "--json")
    #expect(said.status == 2)
    #expect(said.code == "usage")
    #expect(said.errors == "lecterm: “\(verb)” is not part of this version: see lecterm --help")
    #expect(shell.plain(verb, "--lang", "th").errors == "lecterm: รุ่นนี้ไม่มีคำสั่ง “\(verb)”: ดู lecterm --help")
  }

  @Test("options and words that mean nothing are refused by name, before anything is done")
  func unknown() throws {
    let shell = try Shell()
    #expect(shell.run("check", "--bogus", "--json").errors == "lecterm: there is no option --bogus: see lecterm --help")
    #expect(shell.run("check", "--bogus", "--json").code == "usage")
    #expect(shell.run("status", "please").errors == "lecterm: “please” means nothing here: see lecterm --help")
    #expect(shell.run("verify", "please").status == 2)
    #expect(shell.plain("check", "--lang", "fr").status == 2)
    #expect(shell.plain("check", "--lang", "fr").errors.contains("th, en"))
    #expect(shell.run("student").errors.contains("list, show, add"))
  }

  @Test(
    "with --json there is one document on standard output and nothing else, done or not",
    arguments: [
      "check", "status", "log", "digest", "verify", "rebuild", "doctor", "student list", "student show x",
      "basics show",
      "import list", "import x.csv", "export counts", "export roster", "export x", "report list", "report headCount",
      "report x",
      "rule CF-01", "rule x", "confirm", "unconfirm --dataset students", "explain x", "account x", "backup", "student",
    ])
  func oneDocument(words: String) throws {
    let shell = try Shell(children: 4)
    for file in [shell.path, shell.folder.file("none.db")] {
      let said = shell.plain(words: words.split(separator: " ").map(String.init) + ["--json", "--file", file])
      #expect(said.json != nil, "\(said.output)")
      #expect((said.json?["error"] != nil) == (said.status >= 2))
      #expect(said.errors.isEmpty == (said.status < 2))
    }
  }
}
