import LECStore
import TestSupport
import Testing

/// The whole round of a centre done by a script with the built program: every step looks at the exit status and standard output only.
@Suite("A round done by a script")
struct ScriptJourney {
  private let program = Program(folder: TemporaryFolder())
  private var file: String { program.folder.file("set/3099000002.db") }

  private func act(_ words: String...) -> CommandRun {
    program.run(
      words: words + ["--file", file, "--user", "3099000002", "--password-stdin", "--lang", "en"],
      input: TrainingSet.password + "\n")
  }

  private func read(_ words: String...) -> CommandRun { program.run(words: words + ["--file", file, "--lang", "en"]) }

  private func firstWords(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { $0.split(separator: " ").first.map(String.init) }
  }

  @Test("from a new training set to confirmed, verified and backed up")
  func round() throws {
    #expect(program.run("demo", "--dir", program.folder.file("set")).status == 0)
    let children = firstWords(read("student", "list").output)
    #expect(children.count == 27)
    for child in children { #expect(act("student", "verify", child, "--present").status == 0) }
    #expect(act("basics", "edit", "--rooms", "3").status == 0)
    #expect(act("confirm", "--dataset", "students").status == 3)
    let problems = read("check")
    #expect(problems.status == 1)
    for line in problems.output.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words[0] {
      case "PU-09": #expect(act("student", "edit", words[1], "--elsewhere=").status == 0)
      case "PU-08":
        #expect(act("explain", words[1], "--check", "ageCentre", "--words", "เรียนซ้ำชั้น").status == 0)
      case "RM-06": #expect(act("student", "remove", words[1], "--reason", "doubled").status == 0)
      case "GC-07": #expect(act("explain", words[1], "--check", "numberMissing", "--words", "รอนายทะเบียน").status == 0)
      default: #expect(act("explain", words[1], "--check", "titleSex", "--words", "ตรวจแล้ว").status == 0, "\(line)")
      }
    }
    #expect(read("check").status == 0)
    let confirmed = act("confirm", "--dataset", "students")
    #expect(confirmed.status == 0, "\(confirmed.errors)")
    #expect(act("confirm", "--dataset", "basics").status == 0)
    #expect(read("status").output.contains("students/children: confirmed  26"))
    #expect(read("verify").status == 0)
    let copy = program.folder.file("copy.db")
    #expect(read("backup", copy).status == 0)
    #expect(program.run("digest", "--file", copy).output == read("digest").output)
  }

  @Test("a script that opens the interface is told in JSON that there is no terminal")
  func noTerminal() {
    for words in [["--json"], ["run", "--json"]] {
      let said = program.run(words: words)
      #expect(said.status == 2 && said.output.hasPrefix(#"{"error":{"code":"usage","message":"#))
    }
  }

  @Test("where files may not become larger a sentence says so, and no signal ends the program")
  func limited() {
    #expect(program.run("demo", "--dir", program.folder.file("set")).status == 0)
    for words in [
      ["backup", program.folder.file("copy.db")], ["report", "register", "--out", program.folder.file("r.txt")],
    ] {
      let said = program.run(
        words: words + ["--file", file, "--lang", "en"], before: ["/bin/sh", "-c", #"ulimit -f 1; exec "$0" "$@""#])
      #expect(said.status == 5 && said.errors.hasPrefix("lecterm: "), "\(said.status) \(said.errors)")
    }
    #expect(read("verify").status == 0)
  }

  @Test("what goes wrong goes to standard error, and with --json to standard output too")
  func errors() {
    let words = program.run("check", "--file", file, "--lang", "en")
    #expect(words.status == 5)
    #expect(words.output.isEmpty)
    #expect(words.errors.hasPrefix("lecterm: ") && words.errors.hasSuffix("\n"))
    let json = program.run("check", "--file", file, "--json")
    #expect(json.output.hasPrefix(#"{"error":{"code":"not-found","message":"#))
  }
}
