import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// What happens to people and machines of an office, through the command line alone: another person, a lost card, a second machine,
/// an institution without a computer.
@Suite("Offices and their machines on the command line")
@MainActor struct Offices_Tests {
  private let files: TreeFiles
  private let school = "3099000001", authority = "05990101"

  init() throws {
    files = try TreeFiles(children: 6)
    files.tree.close()
  }

  private var folder: String { files.folder.path }
  private func path(_ name: String) -> String { folder + "/" + name }

  /// Runs a command on a file, as its person or as nobody.
  @discardableResult
  private func run(_ file: String, as user: String? = nil, _ words: String..., input: [String]? = nil) -> Shell.Said {
    var lines = (input ?? [TrainingSet.password])[...]
    let who = user.map { ["--user", $0, "--password-stdin"] } ?? []
    let result = CommandLineRun.call(
      words + who + ["--file", path(file + ".db"), "--lang", "en", "--json"], input: { lines.popFirst() })
    return Shell.Said(
      output: result.output.joined(separator: "\n"), errors: result.notes.joined(separator: "\n"), status: result.status
    )
  }

  private func send(_ from: String, as user: String, to unit: String, in file: String) -> Shell.Said {
    let bundle = path("\(from)-\(file)-\(run(from, "log", "--limit", "1").output.count).lec")
    #expect(run(from, as: user, "bundle", "make", "--to", unit, "--out", bundle).status == 0)
    return run(file, "bundle", "read", bundle)
  }

  private func figure(_ said: Shell.Said, _ name: String) -> Int? { said.json?["bundles"]?.items.first?[name]?.number }

  private func firstChild(_ file: String) -> String {
    run(file, "student", "list").json?["students"]?.items.first?["id"]?.text ?? ""
  }

  private func refused(_ file: String, _ bundle: String) -> String? {
    run(file, "bundle", "read", path(bundle)).json?["bundles"]?.items.first?["error"]?["code"]?.text
  }

  /// What the page of files says of one that lies there.
  private func state(of name: String, at file: String, _ look: inout LetterBoxLook) throws -> LetterBox.Found.State? {
    let store = try Store.open(path(file + ".db"), world: Fixtures.world(seed: 12))
    defer { store.close() }
    let box = LetterBox(folder: folder, mailbox: nil, machine: LetterFolders())
    return try look.look(into: box, store).first { $0.name == name }?.state
  }

  private func sentence(_ file: String, _ bundle: String) -> String? {
    run(file, "bundle", "read", path(bundle)).json?["bundles"]?.items.first?["error"]?["message"]?.text
  }

  private func remark(_ file: String, _ child: String) -> String? {
    run(file, "student", "show", child).json?["remark"]?.text
  }

  /// Issues a card and joins with it as another machine, whose person makes a profile; the code is typed as it is printed.
  /// `person` issues it, where the file of the issuer is not named for its unit.
  private func join(
    _ unit: String, issuer: String, by person: String? = nil, as file: String, card known: Shell.Said? = nil
  ) throws -> (card: Shell.Said, recoveryCode: String) {
    let said = known ?? run(issuer, as: person ?? issuer, "card", "issue", "--unit", unit, "--out", folder)
    let card = try #require(said.json?["cards"]?.items.first)
    let code = try #require(card["card"]?.text), starter = try #require(card["starter"]?.text)
    #expect(code.contains("-"))
    let joined = run(file, "join", starter, "--card", code)
    #expect(joined.status == 0)
    let made = run(
      file, as: unit, "account", "profile", "--first", "คนใหม่", "--last", "ใจมั่น", "--position", "ครู", "--phone",
      "0000000077",
      input: [code, TrainingSet.password])
    #expect(made.status == 0, "\(made.errors)")
    return (said, joined.json?["recoveryCode"]?.text ?? "")
  }

  @Test("AU-09 after the end of a term nothing counts that the old machine writes, until the successor adopts it")
  func successor() throws {
    let child = firstChild(school)
    #expect(run(authority, as: authority, "term", "end", "--unit", school, "--reason", "ย้าย").status == 0)
    #expect(run(school, as: school, "student", "edit", child, "--remark", "หลังสิ้นสุด").status == 0)
    let late = send(school, as: school, to: authority, in: authority)
    #expect(figure(late, "held") ?? 0 > 0)
    #expect(remark(authority, child) != "หลังสิ้นสุด")

    let nobody = run(authority, as: authority, "bundle", "make", "--to", school, "--out", path("x.lec"))
    #expect(nobody.code == "no-machine")
    _ = try join(school, issuer: authority, as: "new")
    #expect(remark("new", child) != "หลังสิ้นสุด")
    let waiting = send("new", as: school, to: authority, in: authority)
    #expect(figure(waiting, "waiting") ?? 0 > 0)
    #expect(run(authority, as: authority, "card", "accept", "--unit", school).status == 0)

    let down = send(authority, as: authority, to: school, in: "new")
    #expect(down.status == 0, "\(down.output)")
    let held = run("new", "pending", "list").json?["pending"]?.items ?? []
    #expect(!held.isEmpty)
    #expect(run("new", "pending", "list", "--limit", "1").json?["pending"]?.items.count == 1)
    // Several entries are not adopted by half a name.
    #expect(held.count > 1)
    #expect(run("new", as: school, "pending", "adopt", "").status == 2)
    #expect(remark("new", child) != "หลังสิ้นสุด")
    for one in held { run("new", as: school, "pending", "adopt", one["id"]?.text ?? "") }
    #expect(remark("new", child) == "หลังสิ้นสุด")
    #expect(send("new", as: school, to: authority, in: authority).status != 4)
    #expect(remark(authority, child) == "หลังสิ้นสุด")
  }

  @Test("AU-09 the new officer of an authority opens what is sent there, and the old machine nothing any more")
  func newOfficer() throws {
    let top = "99"
    #expect(run(top, as: top, "term", "end", "--unit", authority, "--reason", "เปลี่ยนตัว").status == 0)
    #expect(run(school, as: school, "bundle", "make", "--to", authority, "--out", path("old.lec")).status == 0)
    _ = try join(authority, issuer: top, as: "next")
    #expect(send("next", as: authority, to: top, in: top).status != 4)
    #expect(run(top, as: top, "card", "accept", "--unit", authority).status == 0)
    #expect(send(top, as: top, to: authority, in: "next").status == 0)
    #expect(send("next", as: authority, to: school, in: school).status != 4)

    let child = firstChild(school)
    #expect(run(school, as: school, "student", "edit", child, "--remark", "ถึงคนใหม่").status == 0)
    #expect(run(school, as: school, "bundle", "make", "--to", authority, "--out", path("new.lec")).status == 0)
    #expect(run("next", "bundle", "read", path("new.lec")).status == 0)
    #expect(remark("next", child) == "ถึงคนใหม่")
    #expect(refused(authority, "new.lec") == "not-for-you")
    // What was on its way before waits for the code of the old machine.
    #expect(refused("next", "old.lec") == "not-for-you")
  }

  @Test(
    "what an authority gave out before its disk died, and told nobody above, counts when the next machine lets it in")
  func lateCard() throws {
    let top = "99"
    #expect(run(top, as: top, "term", "end", "--unit", authority, "--reason", "เปลี่ยนตัว").status == 0)
    let code = try join(authority, issuer: top, as: "first").recoveryCode
    _ = send("first", as: authority, to: top, in: top)
    #expect(run(top, as: top, "card", "accept", "--unit", authority).status == 0)
    #expect(send(top, as: top, to: authority, in: "first").status == 0)
    #expect(send("first", as: authority, to: school, in: school).status == 0)
    #expect(send(school, as: school, to: authority, in: "first").status == 0)
    _ = try join(school, issuer: "first", by: authority, as: "another")
    _ = send("another", as: school, to: authority, in: "first")
    #expect(run("first", as: authority, "card", "accept", "--unit", school).status == 0)
    #expect(send("first", as: authority, to: school, in: "another").status == 0)
    let child = firstChild("another")
    #expect(run("another", as: school, "student", "edit", child, "--remark", "เครื่องใหม่").status == 0)

    #expect(run(top, as: top, "term", "end", "--unit", authority, "--reason", "จอดับ").status == 0)
    _ = try join(authority, issuer: top, as: "next")
    _ = send("next", as: authority, to: top, in: top)
    #expect(run(top, as: top, "card", "accept", "--unit", authority).status == 0)
    #expect(send(top, as: top, to: authority, in: "next").status == 0)
    #expect(run("another", as: school, "bundle", "make", "--to", authority, "--out", path("kept.lec")).status == 0)
    #expect(refused("next", "kept.lec") == "not-for-you")
    #expect(sentence("next", "kept.lec")?.contains("recovery code") == true)
    var look = LetterBoxLook()
    #expect(try state(of: "kept.lec", at: "next", &look) == .refused)
    #expect(run("next", "card", "recover", "--code", code).status == 0)
    #expect(try state(of: "kept.lec", at: "next", &look) == .new, "one more key opens what was refused")
    // The card came from a machine in another's place: what that one wrote comes along, and waits with the rest.
    #expect(run("next", "bundle", "read", path("kept.lec")).status == 1)
    #expect(run("next", as: authority, "bundle", "make", "--to", school, "--out", path("first.lec")).status == 0)
    #expect(refused("another", "first.lec") == "not-for-you")
    // Institutions have no such code.
    #expect(sentence("another", "first.lec")?.contains("recovery code") == false)
    #expect(send("another", as: school, to: authority, in: "next").status == 0)
    #expect(remark("next", child) != "เครื่องใหม่")
    let join = run("next", "card", "list").json?["joins"]?.items.first
    #expect(join?["unit"]?.text == school && join?["late"] == .flag(true))
    let told = CommandLineRun.call(["card", "list", "--file", path("next.db"), "--lang", "en"], input: { nil }).output
    #expect(told.contains { $0.contains("The card came late") })

    #expect(run("next", as: authority, "card", "accept", "--unit", school).status == 0)
    #expect(remark("next", child) == "เครื่องใหม่")
    #expect(send("next", as: authority, to: school, in: "another").status == 0)
    #expect(send("another", as: school, to: authority, in: "next").status == 0)
  }

  @Test("a machine that is let in beside others by the office above opens what is sent there, and so do the others")
  func besides() throws {
    let top = "99"
    _ = try join(authority, issuer: top, as: "next")
    #expect(send("next", as: authority, to: top, in: top).status != 4)
    #expect(run(top, as: top, "card", "accept", "--unit", authority).status == 0)
    #expect(run(top, as: top, "bundle", "make", "--to", authority, "--out", path("both.lec")).status == 0)
    for machine in ["next", authority] { #expect(run(machine, "bundle", "read", path("both.lec")).status != 4) }
  }

  @Test("cards come on a sheet in the form that its name asks for; where the sheet can't be written no card is issued")
  func sheetOfCards() throws {
    for ending in ["csv", "txt", "xlsx"] + (PaperFiles.makesPDF ? ["pdf"] : []) {
      let sheet = path("cards.\(ending)")
      let said = run(authority, as: authority, "card", "issue", "--all", "--out", folder, "--sheet", sheet)
      let cards = said.json?["cards"]?.items ?? []
      #expect(cards.count == 3)
      let bytes = try #require(try FileCare.read(sheet, limit: 1 << 20).bytes)
      if ending == "csv" || ending == "txt" {
        let text = String(decoding: bytes, as: UTF8.self)
        for card in cards {
          #expect(text.contains(card["card"]?.text ?? "-") && text.contains(card["user"]?.text ?? "-"))
        }
      }
      let again = run(authority, as: authority, "card", "issue", "--all", "--out", folder, "--sheet", sheet)
      #expect(again.code == "exists")
    }
    let before = run(authority, "log", "--limit", "1").output
    #expect(
      run(authority, as: authority, "card", "issue", "--all", "--out", folder, "--sheet", path("cards.doc")).status == 2
    )
    let nowhere = run(authority, as: authority, "card", "issue", "--all", "--out", path("nowhere"))
    #expect(nowhere.status == 5)
    #expect(run(authority, "log", "--limit", "1").output == before)
  }

  @Test("when one of several starter files can't be written, the codes of those before it are told all the same")
  func stoppedCards() throws {
    let one = run(authority, as: authority, "card", "issue", "--unit", "3099000002", "--out", folder)
    let starter = try #require(one.json?["cards"]?.items.first?["starter"]?.text)
    let found = try #require(starter.firstMatch(of: #/(-\d{4}-\d\d-\d\d-)(\d+)/#))
    let number = try #require(Int(found.2))
    let inTheWay = starter.replacing(found.0, with: "\(found.1)\(number + 1)")
    try FileCare.write([1], to: inTheWay)
    let said = run(authority, as: authority, "card", "issue", "--all", "--out", folder)
    #expect(said.status != 0)
    #expect(said.errors.contains(inTheWay))
    #expect(said.json?["cards"]?.items.compactMap { $0["unit"]?.text } == ["3099000001"])
  }

  @Test("AU-02 of two machines on one card neither counts until the office above has chosen; the other is refused")
  func twoJoins() throws {
    #expect(
      run(authority, as: authority, "unit", "add", "--code", "3099000077", "--kind", "centre", "--name", "ศูนย์ฝึกใหม่")
        .status
        == 0)
    let card = try join("3099000077", issuer: authority, as: "one").card
    _ = try join("3099000077", issuer: authority, as: "two", card: card)
    #expect(figure(send("one", as: "3099000077", to: authority, in: authority), "waiting") ?? 0 > 0)
    #expect(figure(send("two", as: "3099000077", to: authority, in: authority), "held") ?? 0 > 0)
    #expect(run(authority, as: authority, "card", "accept", "--unit", "3099000077").status == 2)
    let joins = run(authority, "card", "list").json?["joins"]?.items ?? []
    #expect(joins.count == 2)
    let chosen = joins.first?["join"]?.text ?? ""
    #expect(run(authority, as: authority, "card", "accept", "--unit", "3099000077", "--join", chosen).status == 0)
    let rest = run(authority, "pending", "list").json?["pending"]?.items ?? []
    #expect(!rest.isEmpty)
    #expect(rest.allSatisfy { $0["verdict"]?.text == "refused" })
    #expect(run(authority, "card", "list").json?["joins"]?.items.isEmpty == true)
  }

  @Test("AU-03 a second machine of an office opens files to it, and those below read its own without having met it")
  func secondMachine() throws {
    _ = try join(authority, issuer: authority, as: "second")
    let up = send("3099000002", as: "3099000002", to: authority, in: "second")
    #expect(up.status == 0, "\(up.output) \(up.errors)")
    #expect(run("second", as: authority, "note", "write", "--unit", "3099000002", "--words", "โปรดตรวจ").status == 0)
    let note = send("second", as: authority, to: "3099000002", in: "3099000002")
    #expect(note.status == 0, "\(note.output) \(note.errors)")
    #expect(run("3099000002", "note", "list").output.contains("โปรดตรวจ"))
  }

  @Test("AU-04 an authority writes for an institution without a computer, and the log says for whom")
  func onBehalf() throws {
    run(
      authority, as: authority, "unit", "add", "--code", "3099000077", "--kind", "centre", "--name", "ศูนย์ฝึกใหม่",
      "--no-computer")
    let add = [
      "student", "add", "--first", "ดี", "--last", "งามฝึก", "--sex", "f", "--birth", "2021-01-09", "--grade", "C3",
      "--room", "1", "--unit",
    ]
    func write(_ unit: String) -> Shell.Said {
      var lines = [TrainingSet.password][...]
      let result = CommandLineRun.call(
        add + [unit, "--user", authority, "--password-stdin", "--file", path(authority + ".db"), "--json"],
        input: { lines.popFirst() })
      return Shell.Said(output: result.output.joined(), errors: result.notes.joined(), status: result.status)
    }
    #expect(write("3099000077").status == 0)
    #expect(write(school).status == 3)
    let log = run(authority, "log", "--unit", "3099000077").json?["events"]?.items ?? []
    #expect(log.first?["onBehalf"]?.text == "3099000077")
    #expect(log.allSatisfy { $0["unit"]?.text == "3099000077" })
    let listed = run(authority, "student", "list", "--unit", "3099000077").json?["students"]?.items ?? []
    #expect(listed.count == 1)
  }

  @Test("AU-11 a machine that was set back to an old copy takes back from the office above what it had lost")
  func restored() throws {
    let child = firstChild(school)
    let old = try #require(try FileCare.read(path(school + ".db"), limit: 64 << 20).bytes)
    #expect(run(school, as: school, "student", "edit", child, "--remark", "ใหม่กว่า").status == 0)
    #expect(send(school, as: school, to: authority, in: authority).status == 0)
    for end in ["-wal", "-shm", "-mark"] { FileCare.remove(path(school + ".db" + end)) }
    FileCare.remove(path(school + ".db"))
    try FileCare.write(old, to: path(school + ".db"))
    #expect(remark(school, child) != "ใหม่กว่า")
    #expect(send(authority, as: authority, to: school, in: school).status == 0)
    #expect(remark(school, child) == "ใหม่กว่า")
    #expect(run(school, as: school, "student", "edit", child, "--remark", "ต่อไป").status == 0)
    let again = send(school, as: school, to: authority, in: authority)
    #expect(again.status == 0, "\(again.output)")
    #expect(remark(authority, child) == "ต่อไป")
  }

  @Test("a child of the register is erased by order, and carried out where the order comes to")
  func erasing() throws {
    let child = firstChild(school)
    #expect(run(school, as: school, "student", "remove", child, "--reason", "left").status == 0)
    #expect(figure(send(school, as: school, to: authority, in: authority), "new") ?? 0 > 0)
    #expect(run(school, as: school, "erase", "order", child, "--reason", "x").status == 2)
    #expect(run(school, as: school, "erase", "order", child, "--reason", "retention").code == "kept-this-year")
    #expect(run(school, as: school, "erase", "order", firstChild(school), "--reason", "request").code == "still-listed")
    #expect(run(school, as: school, "erase", "order", child, "--reason", "request").json?["erased"]?.number == 1)
    #expect(run(school, "student", "show", child).status != 0)
    #expect(run(school, "erase", "list").status == 0)
    _ = send(school, as: school, to: authority, in: authority)
    let due = run(authority, "erase", "list")
    #expect(due.status == 1)
    #expect(due.json?["erasures"]?.items.first?["here"]?.flag == true)
    #expect(run(authority, as: authority, "erase", "run").json?["erased"]?.number == 1)
    #expect(run(authority, "erase", "list").status == 0)
    #expect(run(authority, "verify").status == 0)
  }
}
