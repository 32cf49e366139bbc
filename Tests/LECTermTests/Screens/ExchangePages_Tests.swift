import Glibc
import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// What the pages of exchange say of themselves, and what a person meets on them who does something unusual.
@MainActor @Suite("The pages of exchange in the smallest window")
struct ExchangePages_Tests {
  private let tree: TreeFiles
  private let school = UnitCode("3099000001"), authority = UnitCode("05990101")
  private let media = TemporaryFolder()

  init() throws { tree = try TreeFiles(policy: .reconfirm, children: 8) }

  private func sit(
    _ unit: UnitCode, _ language: Language.Code = .thai, _ size: Size = .smallest
  ) throws -> Sitting {
    let sitting = try Sitting(at: unit, of: tree, language: language, size: size)
    let stick = media.path
    sitting.desk.letterFolders = { LetterFolders(sticks: [stick]) }
    return sitting
  }

  private func edit() throws {
    let store = try tree.store(school)
    let children = try store.roster(RosterFilter(), .first, limit: 1).map(\.id)
    _ = try store.set([FieldChange(.remark, "ใหม่")], of: children, by: UserName(school.text))
  }

  @Test(
    "each has a help of its own, which is there to its last word, with the keys below",
    arguments: Language.Code.allCases)
  func help(language: Language.Code) throws {
    try edit()
    let made = try tree.store(school).makeBundle(for: authority, by: UserName(school.text))
    try BundleFiles.write(made.bytes, to: media.file(made.name))
    let letter = CodeLetter(text: try Armor.write(made.bytes), from: "ก", to: .text("ข"), number: 1, count: 2)
    let pages: [(Destination, TextKey)] = [
      (.page(.bundles), "help.bundles"), (.page(.incoming(media.file(made.name))), "help.bundles"),
      (.page(.send(school, isDelta: false)), "help.send"), (.page(.partners), "help.partners"),
      (.page(.pending), "help.pending"), (.page(.conflicts), "help.conflicts"), (.pasteBundle, "help.paste"),
      (.codes(letter), "help.codes"),
    ]
    for (page, text) in pages {
      let officer = try sit(authority, language)
      officer.open(page)
      officer.press(.function(1))
      expectHelp(text, officer)
    }
    let officer = try sit(authority, language)
    officer.open(.page(.bundles))
    officer.press(.end, .home)
    while !(officer.canvas.cursor.map { officer.rows[$0.row] }?.contains(officer.said("bundles.mailbox")) ?? true) {
      officer.press(.down)
    }
    officer.press(.char("?"))
    expectHelp("help.mailbox", officer)
  }

  /// Wrapped as it may be, all of it is on the screen.
  private func expectHelp(_ key: TextKey, _ sitting: Sitting, at place: SourceLocation = #_sourceLocation) {
    func plain(_ text: String) -> String { text.filter { $0 != " " } }
    // Nothing of the page below stands beside the box.
    let isClear = sitting.rows.dropFirst().dropLast().allSatisfy { row in
      row.prefix { $0 != "│" && $0 != "┌" && $0 != "└" }.allSatisfy { $0 == " " }
    }
    #expect(isClear, "\(sitting.rows.joined(separator: "\n"))", sourceLocation: place)
    let inside = sitting.rows.map { $0.split(separator: "│").dropFirst().first.map(String.init) ?? "" }
    let shown = plain(inside.joined())
    #expect(
      shown.contains(plain(sitting.said(key))), "\(key)\n\(sitting.rows.joined(separator: "\n"))", sourceLocation: place
    )
    let headings = KeyMap.Group.allCases.map { sitting.said(TextKey("group.\($0.rawValue)")) }
    #expect(
      inside.dropFirst(3).contains { row in headings.contains { plain(row) == plain($0) } }, "\(key): no keys",
      sourceLocation: place)
  }

  @Test("the path of a folder reads what lies in it")
  func folder() throws {
    try edit()
    for name in ["1.lec", "2.txt"] {
      let made = try tree.store(school).makeBundle(for: authority, by: UserName(school.text))
      let bytes = name.hasSuffix(".lec") ? made.bytes : Array(try Armor.write(made.bytes).utf8)
      try BundleFiles.write(bytes, to: tree.folder.file("\(name)"))
    }
    let box = media.file("box")
    _ = FileCare.makeFolders(box)
    for name in ["1.lec", "2.txt"] {
      try BundleFiles.write(try FileCare.whole(tree.folder.file(name), limit: 1 << 20), to: box + "/" + name)
    }
    let officer = try sit(authority)
    officer.open(.page(.bundles))
    while !(officer.canvas.cursor.map { officer.rows[$0.row] }?.contains(officer.said("bundles.other")) ?? true) {
      officer.press(.down)
    }
    officer.press(.enter)
    officer.press(.paste(box), .enter)
    officer.expect(officer.said("bundles.read.title"))
    #expect(officer.rows.count { $0.contains("ฉบับที่") } == 2, "\(officer.rows.joined(separator: "\n"))")
    officer.press(.escape)
    officer.expect(officer.said("bundles.found"))
  }

  @Test("choosing what a file holds stays on one page: one Esc leads back")
  func toggle() throws {
    try edit()
    let clerk = try sit(school)
    clerk.open(.page(.send(authority, isDelta: false)))
    for _ in 0..<3 { clerk.press(.end, .enter) }
    clerk.expect(clerk.said("send.delta"))
    clerk.press(.escape)
    clerk.expect(clerk.said("home.todo"))
  }

  @Test(
    "where the words do not fit beside a code they are read before the first one", arguments: Language.Code.allCases)
  func narrow(language: Language.Code) throws {
    let made = try tree.store(school).makeBundle(for: authority, by: UserName(school.text))
    let letter = CodeLetter(
      text: try Armor.write(made.bytes), from: "ต้นทาง", to: .text("ปลายทาง"), number: 7, count: 21)
    for columns in [48, 60] {
      let clerk = try sit(school, language, Size(columns: columns, rows: 24))
      clerk.open(.codes(letter))
      for word in ["ต้นทาง", "ปลายทาง"] { clerk.expect(word) }
      clerk.expect(clerk.said("codes.made", [.number("number", 7), .number("count", 21)]))
      clerk.press(.down)
      clerk.expectNot("ปลายทาง")
      clerk.expect(
        clerk.said("codes.place", [.number("number", 1), .number("count", 0)]).split(separator: "0")[0].description)
      clerk.press(.up)
      clerk.expect("ปลายทาง")
    }
  }

  @Test("a stick that was pulled out too soon is named, with what to do", arguments: Language.Code.allCases)
  func pulledOut(language: Language.Code) throws {
    try edit()
    let clerk = try sit(school, language)
    clerk.open(.page(.send(authority, isDelta: false)))
    let before = try tree.store(school).partner(authority)
    #expect(rmdir(media.path) == 0)
    clerk.press(.home, .enter)
    clerk.expect(String(clerk.said("send.placeGone", [.text("path", media.path)]).prefix(20)))
    // What could be put nowhere was not made: it is still to be sent.
    let after = try tree.store(school).partner(authority)
    #expect(after?.changes ?? 0 > 0)
    #expect(after == before)
  }

  @Test("who works on an old or a moved copy reads on the first screen that it is one, and what to do")
  func anew() throws {
    let path = tree.tree.path(school), moved = tree.folder.file("moved.db")
    try tree.store(school).backup(to: moved)
    try edit()
    let old = try FileCare.whole(moved, limit: 1 << 26)
    let clerks = try Language.Code.allCases.map { try sit(school, $0) }
    tree.tree.close()
    func expect(_ key: TextKey, in path: String) throws {
      let store = try Store.open(path, world: Fixtures.world(seed: 9))
      defer { store.close() }
      for clerk in clerks {
        clerk.desk.store = store
        clerk.open(.home)
        clerk.expect(clerk.said(key))
      }
    }
    try expect("home.movedHere", in: moved)
    // An old copy in the very place of the file, beside the mark of how far it was.
    try overwrite(path, old)
    try expect("home.oldCopy", in: path)
  }

  private func overwrite(_ path: String, _ bytes: [UInt8]) throws {
    let file = try #require(fopen(path, "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  @Test("a year's copy says on the first screen and at every edit which year it is, and lets people in to look")
  func closedYear() throws {
    try Readiness.makeReady(try tree.store(school), by: UserName(school.text))
    let department = try tree.store("00")
    var round = try #require(try department.currentRound())
    round = round.moved(toYear: round.key.year + 1)
    try department.setRound(round, password: TrainingSet.password, by: UserName("00"))
    try tree.tree.exchange()
    let kept = try tree.store(school).promoteYear(by: UserName(school.text))
    for language in Language.Code.allCases {
      let year = try Store.open(kept, world: Fixtures.world())
      defer { year.close() }
      let clerk = try sit(school, language)
      clerk.desk.store = year
      clerk.desk.session = nil
      clerk.open(.logIn)
      clerk.type(school.text)
      clerk.press(.enter)
      clerk.type(TrainingSet.password)
      clerk.press(.enter)
      let said = clerk.said("error.closed-year", [.figures("year", "2567")])
      clerk.expect(said)
      clerk.open(.register)
      clerk.open(.roster(RosterFilter()))
      let child = try #require(try year.roster(RosterFilter(), .first, limit: 1).first)
      #expect(throws: StoreError.closedYear("2567")) {
        try year.editStudent(child.id, [FieldChange(.remark, "x")], by: UserName(school.text))
      }
      let path = kept
      let result = CommandLineRun.call(
        ["student", "edit", child.id.short, "--remark", "x", "--user", school.text, "--password-stdin", "--json"]
          + ["--file", path, "--lang", language.rawValue],
        input: { TrainingSet.password })
      #expect(result.output.joined().contains("closed-year") && result.output.joined().contains("2567"))
    }
  }
}
