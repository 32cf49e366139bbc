import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// What a trainer prepares with scripts: marks, ways back, the clock, files that travel.
@MainActor @Suite("lecterm demo mark, reset, clock, send, deliver")
struct DemoWork_Tests {
  private let shell: Shell
  private let dir: String

  init() throws {
    shell = try Shell()
    dir = shell.folder.file("set")
    #expect(shell.plain("demo", "--dir", dir, "--children", "6").status == 0)
  }

  /// How many entries a file holds.
  private func entries(_ unit: String) -> Int? {
    shell.plain("verify", "--json", "--file", dir + "/\(unit).db").json?["events"]?.number
  }

  private func send(_ more: String...) -> Shell.Said {
    shell.plain(
      words: ["demo", "send", "--from", "3099000001", "--to", "05990101", "--dir", dir, "--json"] + more + [
        "--lang", "en",
      ])
  }

  @Test("a set begins with the mark of how it was made, and goes back to it")
  func reset() {
    #expect(
      shell.plain("demo", "mark", "--dir", dir, "--json").json?["marks"]?.items.map { $0["name"]?.text } == ["as-made"])
    let before = entries("05990101")
    let password = [TrainingSet.password]
    let child = shell.plain("student", "list", "--json", "--file", dir + "/3099000001.db").json?["students"]?.items[0][
      "id"]?.text
    let edited = shell.plain(
      "student", "verify", child ?? "", "--present", "--file", dir + "/3099000001.db", "--user", "3099000001",
      "--password-stdin", input: password)
    #expect(edited.status == 0, "\(edited.errors)")
    #expect(send().json?["readings"]?.items[0]["new"]?.number ?? 0 > 0)
    #expect(entries("05990101") != before)
    #expect(shell.plain("demo", "mark", "ยืนยันแล้ว", "--dir", dir).output.contains("ยืนยันแล้ว"))
    #expect(shell.plain("demo", "mark", "ยืนยันแล้ว", "--dir", dir, "--json").code == "exists")
    let after = entries("05990101")
    let back = shell.plain("demo", "reset", "--dir", dir)
    #expect(back.status == 0 && back.output.contains("back at that mark"), "\(back)")
    #expect(entries("05990101") == before)
    #expect(shell.plain("demo", "reset", "ยืนยันแล้ว", "--dir", dir, "--json").json?["mark"]?.text == "ยืนยันแล้ว")
    #expect(entries("05990101") == after)
    #expect(shell.plain("demo", "reset", "nothing", "--dir", dir).status == 5)
  }

  @Test("the clock of all files moves, back as well")
  func clock() {
    #expect(
      shell.plain("demo", "clock", "before", "--dir", dir, "--json").json?["clock"]?.text == "2024-10-14T09:00:00")
    #expect(shell.plain("demo", "clock", "last", "--dir", dir, "--json").json?["clock"]?.text == "2024-11-11T23:55:00")
    #expect(shell.plain("demo", "clock", "after", "--dir", dir, "--json").json?["clock"]?.text == "2024-11-12T00:05:00")
    let path = dir + "/05990101.db"
    let made = shell.plain("report", "summary", "--file", path)
    #expect(made.output.contains("12/11/2567"), "\(made)")
    #expect(shell.plain("demo", "clock", "2024-11-08T09:00", "--dir", dir).status == 0)
    #expect(shell.plain("demo", "clock", "tomorrow", "--dir", dir).status == 2)
  }

  @Test("a file is lost, damaged, doubled, late, or lies there")
  func fates() {
    #expect(send("--fate", "lost").json?["readings"]?.items.isEmpty == true)
    let damaged = send("--fate", "damaged")
    #expect(damaged.json?["readings"]?.items[0]["error"]?["code"]?.text?.isEmpty == false)
    #expect(damaged.json?["unchanged"]?.flag == true)
    let late = send("--fate", "late").json?["name"]?.text ?? ""
    #expect(late.hasPrefix("training-"))
    let twice = send("--fate", "twice").json?["readings"]?.items
    #expect(twice?.count == 2 && twice?[1]["new"]?.number == 0)
    #expect(shell.plain("demo", "deliver", "--dir", dir).output == late)
    let came = shell.plain("demo", "deliver", late, "--dir", dir)
    #expect(came.status == 0 && came.output.contains(" 0 new"), "\(came)")
    #expect(shell.plain("demo", "deliver", "--dir", dir).output.isEmpty)
    let box = send("--fate", "box").json?["name"]?.text ?? ""
    #expect(FileCare.exists(dir + "/" + box))
    #expect(send("--fate", "eaten").status == 2)
  }

  @Test("a folder of real files is refused, and a task that is none is told what there is")
  func refused() throws {
    #expect(FileCare.makeFolders(shell.folder.file("real")))
    let (real, _) = try Store.makeRoot(
      at: shell.folder.file("real/00.db"), code: UnitCode("00"), name: "กรม", training: false, world: Fixtures.world())
    real.close()
    let folder = shell.folder.file("real")
    for words in [["mark"], ["mark", "x"], ["reset"], ["clock", "last"], ["deliver"]] {
      let said = shell.plain(words: ["demo"] + words + ["--dir", folder, "--json", "--lang", "en"])
      #expect(said.status == 3 && said.code == "training-only", "\(words) \(said)")
    }
    #expect(shell.plain("demo", "dance", "--dir", dir).errors.contains("mark, reset, clock, send, deliver"))
    #expect(shell.plain("demo", "mark").errors.contains("--dir"))
  }
}
