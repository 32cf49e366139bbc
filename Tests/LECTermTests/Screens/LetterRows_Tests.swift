import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// What the page of files says of each file that lies there, and what comes of Enter on those that nobody can take.
@MainActor @Suite("The rows of the page of files")
struct LetterRows_Tests {
  private let tree: TreeFiles
  private let school = UnitCode("3099000001"), authority = UnitCode("05990101")
  private let media = TemporaryFolder()
  private var user: UserName { UserName(school.text) }

  init() throws { tree = try TreeFiles(policy: .reconfirm, children: 8) }

  private func sit(_ unit: UnitCode, _ language: Language.Code = .thai) throws -> Sitting {
    let sitting = try Sitting(at: unit, of: tree, language: language, size: Size(columns: 132, rows: 50))
    let stick = media.path
    sitting.desk.letterFolders = { LetterFolders(sticks: [stick]) }
    sitting.open(.home)
    return sitting
  }

  private func put(_ bytes: [UInt8], _ name: String) throws -> String {
    try BundleFiles.write(bytes, to: media.file(name))
    return media.file(name)
  }

  /// The bar on the row that says this.
  private func choose(_ words: String, _ sitting: Sitting) {
    sitting.press(.home)
    for _ in 0..<40 where !(bar(sitting).contains(words)) { sitting.press(.down) }
    #expect(bar(sitting).contains(words), "\(sitting.rows.joined(separator: "\n"))")
  }

  private func bar(_ sitting: Sitting) -> String { sitting.canvas.cursor.map { sitting.rows[$0.row] } ?? "" }

  private func type(_ path: String, _ sitting: Sitting) {
    sitting.open(.page(.bundles))
    choose(sitting.said("bundles.other"), sitting)
    sitting.press(.enter)
    sitting.press(.paste(path), .enter)
  }

  @Test(
    "what was made here names its receiver, and opened says that this machine made it",
    arguments: Language.Code.allCases)
  func madeHere(language: Language.Code) throws {
    let made = try tree.store(school).makeBundle(for: authority, by: user)
    let path = try put(made.bytes, made.name)
    let clerk = try sit(school, language)
    clerk.open(.page(.bundles))
    let name = try #require(try tree.store(school).unit(authority)?.name)
    choose(clerk.said("bundles.state.madeHere"), clerk)
    let to = clerk.said("bundles.to", [.text("unit", name)])
    let row = clerk.said(
      "bundles.letter",
      [
        .text("unit", to), .number("number", Int(made.header.number)),
        .words("day", Dates.day(made.header.created)),
      ])
    #expect(bar(clerk).contains(row), "\(bar(clerk)), not \(row)")
    clerk.open(.page(.incoming(path)))
    clerk.expect(clerk.said("partners.thisMachine"))
    clerk.expectNot(clerk.said("partners.otherMachine"))
    clerk.expect(clerk.said("bundles.madeHere"))
    clerk.expectNot(clerk.said("bundles.readBefore"))
    clerk.expectNot(clerk.said("bundles.take"))
  }

  @Test("a file for somebody else says whom it is for, and its row stays as it was, under the bar")
  func forOthers() throws {
    let foreign = try tree.store("3099000004").makeBundle(for: UnitCode("06990102"), by: UserName("3099000004"))
    _ = try put(foreign.bytes, "foreign.lec")
    let own = try tree.store(school).makeBundle(for: authority, by: user)
    _ = try put(own.bytes, own.name)
    let officer = try sit(authority)
    officer.open(.page(.bundles))
    let receiver = officer.said("bundles.to", [.text("unit", "06990102")])
    choose(receiver, officer)
    let row = bar(officer)
    #expect(row.contains("3099000004"))
    officer.press(.enter)
    officer.expect(officer.said("bundles.otherReceiver", [.text("unit", "06990102")]))
    #expect(bar(officer) == row)
    officer.open(.page(.bundles))
    choose(receiver, officer)
    #expect(bar(officer) == row)
  }

  @Test("a starter file of another unit sends nobody to look for its sender")
  func starter() throws {
    let card = try tree.store("06990102").issueCard(
      for: UnitCode("3099000004"), password: TrainingSet.password, by: UserName("06990102"))
    _ = try put(card.starter.bytes, card.starter.name)
    let clerk = try sit(school)
    clerk.open(.page(.bundles))
    choose(clerk.said("bundles.state.starter"), clerk)
    clerk.press(.enter)
    clerk.expect(clerk.said("bundleError.starter-file").prefix(40).description)
    #expect(bar(clerk).contains(clerk.said("bundles.state.starter")))
  }

  @Test("a folder that is called like a file is refused in a clerk's words, and says before Enter that it is")
  func folderNamedFile() throws {
    #expect(FileCare.makeFolders(media.file("x.lec")))
    let clerk = try sit(school)
    clerk.open(.page(.bundles))
    choose("x.lec", clerk)
    #expect(bar(clerk).contains("Enter"))
    let row = bar(clerk)
    clerk.press(.enter)
    clerk.expect(clerk.said("bundleError.not-a-bundle").prefix(30).description)
    #expect(bar(clerk) == row)
  }

  @Test("a damaged file stands on the first screen until a later one of its sender was read", arguments: [true, false])
  func badOnHome(hasHead: Bool) throws {
    let first = try tree.store(school).makeBundle(for: authority, by: user)
    let cut = first.bytes.prefix(hasHead ? first.bytes.count - 40 : 60)
    let path = try put(Array(cut), first.name)
    let officer = try sit(authority)
    officer.expect(officer.said("home.badLetters"))
    officer.expectNot(officer.said("home.letters"))
    choose(officer.said("home.badLetters"), officer)
    officer.press(.enter)
    officer.expect(officer.said("bundles.state.refused"))
    let later = try tree.store(school).makeBundle(for: authority, by: user)
    _ = try tree.store(authority).read(bundle: later.bytes, name: later.name)
    officer.open(.home)
    if hasHead {
      officer.expectNot(officer.said("home.badLetters"))
    } else {
      // Nothing tells whose it was; whoever has a new one takes it away.
      officer.expect(officer.said("home.badLetters"))
      FileCare.remove(path)
      officer.open(.home)
      officer.expectNot(officer.said("home.badLetters"))
    }
  }

  @Test("a file of which not every code was shown counts as not sent, and says so", arguments: Language.Code.allCases)
  func codes(language: Language.Code) throws {
    let store = try tree.store(school), before = try store.lastFile(to: authority)
    let clerk = try sit(school, language)
    for isAll in [false, true] {
      clerk.open(.page(.send(authority, isDelta: false)))
      choose(clerk.said("send.codes"), clerk)
      clerk.press(.enter)
      #expect(try store.lastFile(to: authority) != before)
      for _ in 0..<(isAll ? 80 : 0) { clerk.press(.down) }
      clerk.press(.escape)
      if isAll {
        clerk.expectNot(clerk.said("codes.unsent"))
      } else {
        clerk.expect(clerk.said("codes.unsent"))
      }
      #expect(try (store.lastFile(to: authority) == before) == !isAll)
    }
  }

  @Test("a text that holds a file is listed like the file, and no other text is")
  func texts() throws {
    let made = try tree.store(school).makeBundle(for: authority, by: user)
    let text = try Armor.write(made.bytes)
    _ = try put(Array(("ข้อมูลสำหรับฝึกอบรม ไม่ใช่ข้อมูลจริง\n" + text).utf8), "chat.txt")
    _ = try put(Array("รายการซื้อของ\n".utf8), "notes.txt")
    _ = try put([UInt8](repeating: 0x20, count: 20 << 20), "large.txt")
    _ = try put(Array(text.dropLast(90).utf8), "cut.txt")
    let officer = try sit(authority)
    officer.expect(officer.said("home.letters"))
    officer.open(.page(.bundles))
    officer.expectNot("notes.txt")
    officer.expectNot("large.txt")
    choose("cut.txt", officer)
    #expect(bar(officer).contains("Enter"))
    officer.press(.home, .enter)
    officer.expect(officer.said("bundles.take"))
    officer.press(.enter, .escape)
    #expect(try tree.store(authority).hasRead(made.bytes))
    officer.open(.page(.bundles))
    officer.expect(officer.said("bundles.state.read"))
  }

  @Test("a typed folder without a file of ours is told by its name, once, where it was typed")
  func emptyFolder() throws {
    _ = try put(Array("รายการซื้อของ\n".utf8), "notes.txt")
    let clerk = try sit(school)
    for (path, key) in [(media.path, TextKey("bundles.noneIn")), (media.file("none"), "bundles.nothingAt")] {
      type(path, clerk)
      // Long paths are broken over lines; the beginning of the sentence stands in one.
      let start = clerk.said(key, [.text("path", "")]).prefix(12)
      #expect(clerk.rows.count { $0.contains(start) } == 1, "\(clerk.rows.joined(separator: "\n"))")
      clerk.expectNot(clerk.said("bundles.read.title"))
      clerk.press(.escape)
    }
  }

  @Test("what was refused of a typed folder leads to the whole sentence")
  func refusedOfFolder() throws {
    let foreign = try tree.store("3099000004").makeBundle(for: UnitCode("06990102"), by: UserName("3099000004"))
    _ = try put(foreign.bytes, "foreign.lec")
    let officer = try sit(authority)
    type(media.path, officer)
    officer.expect(officer.said("bundles.folder", [.text("path", "")]))
    choose("foreign.lec", officer)
    for _ in 0..<2 {
      officer.press(.enter)
      let toast = officer.rows.dropLast().last { !$0.isEmpty } ?? ""
      #expect(toast.contains(officer.said("bundles.otherReceiver", [.text("unit", "06990102")])), "\(toast)")
      officer.press(.down)
    }
  }
}
