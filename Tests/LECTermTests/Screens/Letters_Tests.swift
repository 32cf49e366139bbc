import Glibc
import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// Files as a clerk meets them: made for a stick, a chat or a telephone, and read when they come.
@MainActor @Suite("Letters between offices on screens")
struct Letters_Tests {
  private let tree: TreeFiles
  private let school = UnitCode("3099000001"), authority = UnitCode("05990101")
  private let media: TemporaryFolder

  init() throws {
    tree = try TreeFiles(children: 12)
    media = TemporaryFolder()
    _ = FileCare.makeFolders(media.file("KINGSTON"))
  }

  private func onStick() -> [String] { BundleFiles.named(media.file("KINGSTON")) }

  private func sit(_ unit: UnitCode, _ language: Language.Code = .thai, _ size: Size = .smallest) throws -> Sitting {
    let sitting = try Sitting(at: unit, of: tree, language: language, size: size)
    let stick = media.file("KINGSTON")
    sitting.desk.letterFolders = { LetterFolders(sticks: [stick]) }
    sitting.open(.home)
    return sitting
  }

  @Test(
    "a file for the stick is whole there, says that it may be pulled out, and is read by the other side with one key")
  func stick() throws {
    let clerk = try sit(school)
    clerk.open(.page(.send(authority, isDelta: false)))
    clerk.expect("KINGSTON")
    clerk.press(.enter)
    clerk.expect(clerk.said("send.safe"))
    let path = try #require(onStick().first)
    #expect(onStick().count == 1)
    #expect(clerk.rows.contains { $0.contains("KINGSTON/") })
    var about = stat()
    #expect(stat(path, &about) == 0 && about.st_mode & 0o777 == 0o644)

    let officer = try sit(authority)
    officer.expect(officer.said("home.letters"))
    officer.open(.page(.bundles))
    officer.press(.enter)
    officer.expect(officer.said("bundles.take"))
    #expect(try tree.store("05990101").hasRead(try BundleFiles.read(path)) == false)
    officer.press(.enter)
    officer.expect(officer.said("bundles.read.title"))
    #expect(try tree.store("05990101").hasRead(try BundleFiles.read(path)))
    officer.press(.escape, .escape)
    officer.open(.page(.bundles))
    officer.expect(officer.said("bundles.state.read"))
  }

  @Test("several new files are read with one key, damaged ones and those of others stay and say why")
  func several() throws {
    let child = try #require(try tree.store("3099000001").roster(RosterFilter(), .first, limit: 1).first)
    _ = try tree.store("3099000001").set([FieldChange(.remark, "ใหม่")], of: [child.id], by: UserName("3099000001"))
    let clerk = try sit(school)
    for _ in 0..<2 {
      clerk.open(.page(.send(authority, isDelta: false)))
      clerk.press(.enter)
    }
    let other = try tree.store("3099000002").makeBundle(for: authority, by: UserName("3099000002"))
    var broken = other.bytes
    broken[broken.count / 2] ^= 1
    try BundleFiles.write(broken, to: media.file("KINGSTON/broken.lec"))
    let foreign = try tree.store("3099000004").makeBundle(for: UnitCode("06990102"), by: UserName("3099000004"))
    try BundleFiles.write(foreign.bytes, to: media.file("KINGSTON/foreign.lec"))
    let officer = try sit(authority)
    officer.open(.page(.bundles))
    officer.expect(officer.said("bundles.to", [.text("unit", "06990102")]))
    officer.expect("broken.lec")
    officer.expect(officer.said("bundles.state.refused"))
    officer.press(.enter)
    officer.expectNot("broken.lec")
    officer.expect(officer.said("bundles.sendReceipt", [.text("unit", "")]).prefix(10).description)
    officer.press(.enter)
    officer.expect(officer.said("send.title"))
    officer.press(.escape)
    officer.expect(officer.said("bundles.read.title"))
    officer.press(.escape)
    officer.expect(officer.said("bundles.found"))
    officer.expectNot(officer.said("bundles.readAll"))
    // What can't be opened says why where one was.
    officer.open(.page(.incoming(media.file("KINGSTON/broken.lec"))))
    officer.expect(officer.said("bundles.found"))
    officer.expect(officer.said("bundleError.bad-signature").prefix(12).description)
  }

  @Test(
    "reading that is stopped says how many files were looked at and how many are left",
    arguments: Language.Code.allCases)
  func stopped(language: Language.Code) throws {
    let paths = try (1...3).map { number in
      let made = try tree.store(school).makeBundle(for: authority, by: UserName(school.text))
      let path = media.file("KINGSTON/\(number).lec")
      try BundleFiles.write(made.bytes, to: path)
      return path
    }
    let officer = try sit(authority, language)
    officer.desk.progress = { $0.done < 1 && $0.total == 3 }
    let page = try officer.desk.readAll(paths)
    #expect(page.lines.contains { $0.item.label == .key("bundles.stopped", [.number("done", 1), .number("left", 2)]) })
    #expect(page.lines.count { $0.item.id.hasPrefix("read-") } == 1)
  }

  @Test("copied as text it is in the clipboard and in a file; pasted in one go or line by line it is read")
  func chat() throws {
    let clerk = try sit(school)
    clerk.open(.page(.send(authority, isDelta: false)))
    clerk.press(.down, .down, .enter)
    clerk.expect(clerk.said("send.copied").prefix(12).description)
    // Whoever gets it in a chat reads first that it is not real.
    #expect(clerk.copied.hasPrefix(clerk.said("chrome.training") + "\nLECTERM+BEGIN+"))

    for isLineByLine in [false, true] {
      let officer = try sit(authority)
      officer.open(.pasteBundle)
      if isLineByLine {
        for line in clerk.copied.split(separator: "\n") {
          officer.type(String(line))
          officer.press(.enter)
        }
        officer.expect("Ctrl-S")
        officer.press(.control("s"))
      } else {
        officer.press(.paste("ส่งให้แล้วค่ะ\n" + clerk.copied + "ขอบคุณค่ะ"))
      }
      officer.expect(officer.said("bundles.take"))
    }
  }

  @Test("a text with a lost line names the line alone, and that line pasted later is enough; another text begins anew")
  func lostLine() throws {
    let clerk = try sit(school)
    func text() -> [String] {
      clerk.open(.page(.send(authority, isDelta: false)))
      clerk.press(.down, .down, .enter)
      return clerk.copied.split(separator: "\n").map(String.init)
    }
    let whole = text(), other = text()
    let officer = try sit(authority)
    officer.open(.pasteBundle)
    officer.expect(officer.said("paste.none"))
    var lines = whole
    lines.remove(at: 4)
    officer.press(.paste(lines.joined(separator: "\n")))
    let count = whole.count - 3
    func missing(_ key: TextKey, _ have: Int) -> String {
      let said = officer.said(
        key, [.number("have", have), .number("count", count), .figures("lines", "3+")])
      return String(said.prefix(40))
    }
    officer.expect(missing("paste.missing", count - 1))
    // The line is named as it begins, whatever its place in the chat.
    officer.expect("3+")
    officer.expectNot(officer.said("paste.none"))
    officer.press(.paste("ไม่ใช่บรรทัดนั้น"))
    officer.press(.paste(other.joined(separator: "\n").replacing("/\n5+", with: "/\n")))
    officer.expect(officer.said("paste.anew"))
    officer.press(.paste(lines.joined(separator: "\n")))
    officer.expect(missing("paste.missing", count - 1))
    officer.press(.paste("> 10:22 ครูสมศรี " + whole[4]))
    officer.expect(officer.said("bundles.take"))
  }

  @Test("lines that came each with a time and a name in front are read as they stand")
  func quoted() throws {
    let clerk = try sit(school)
    clerk.open(.page(.send(authority, isDelta: false)))
    clerk.press(.down, .down, .enter)
    let officer = try sit(authority)
    officer.open(.pasteBundle)
    officer.press(.paste(clerk.copied.split(separator: "\n").map { "10:22 สมศรี 2 " + $0 }.joined(separator: "\n")))
    officer.expect(officer.said("bundles.take"))
  }

  @Test("codes are as few as the window can show, and what they say together is the file", arguments: [24, 50])
  func codes(rows: Int) throws {
    let made = try tree.store("3099000001").makeBundle(for: authority, by: UserName("3099000001"))
    let text = try Armor.write(made.bytes)
    let room = Size(columns: 132, rows: rows - 1)
    let pieces = QRPicture.pieces(text, room: room)
    #expect(pieces.count > 1)
    #expect(try Armor.read(pieces.joined()) == made.bytes)
    #expect(try Armor.read(pieces.joined(separator: "\n")) == made.bytes)
    for piece in pieces {
      let lines = QRPicture.lines(piece)
      #expect(lines.count <= room.rows && lines.allSatisfy { $0.count <= room.columns })
    }
    let clerk = try sit(school, .thai, Size(columns: 132, rows: rows))
    clerk.open(.codes(CodeLetter(text: text, from: "ต้นทาง", to: .text("ปลายทาง"), number: 7, count: 21)))
    clerk.expect("ปลายทาง")
    clerk.expect(clerk.said("codes.made", [.number("number", 7), .number("count", 21)]))
    clerk.expect(clerk.said("codes.place", [.number("number", 1), .number("count", pieces.count)]))
    clerk.press(.down)
    clerk.expect(QRPicture.lines(pieces[1])[4].trimmed)
    clerk.press(.up, .up)
    clerk.expect(QRPicture.lines(pieces[0])[4].trimmed)
  }

  @Test("how many codes it takes is told before the first one, and it is never more", arguments: [24, 30, 50, 100])
  func codesToCome(rows: Int) throws {
    let made = try tree.store("3099000001").makeBundle(for: authority, by: UserName("3099000001"))
    let room = Size(columns: 132, rows: rows - 1)
    let taken = QRPicture.pieces(try Armor.write(made.bytes), room: room).count
    let told = try #require(QRPicture.count(ofFile: made.bytes.count, room: room))
    #expect(told >= taken && told <= taken + taken / 5 + 1, "\(told), \(taken)")
    #expect(QRPicture.count(ofFile: made.bytes.count, room: Size(columns: 12, rows: 6)) == nil)
    let child = try #require(try tree.store("3099000001").roster(RosterFilter(), .first, limit: 1).first)
    _ = try tree.store("3099000001").set([FieldChange(.remark, "ใหม่")], of: [child.id], by: UserName("3099000001"))
    let clerk = try sit(school)
    clerk.open(.page(.send(authority, isDelta: false)))
    let row = try #require(clerk.rows.first { $0.contains(clerk.said("send.codes")) })
    let promised = try #require(Int(row.filter(\.isWholeNumber)))
    clerk.press(.down, .down, .down, .enter)
    let shown = (1...promised).filter { count in
      clerk.rows.contains { $0.contains(clerk.said("codes.place", [.number("number", 1), .number("count", count)])) }
    }
    #expect(shown.count == 1, "\(promised): \(clerk.rows.joined(separator: "\n"))")
  }

  @Test("what is new since a receipt is offered beside everything")
  func delta() throws {
    let child = try #require(try tree.store("3099000001").roster(RosterFilter(), .first, limit: 1).first)
    let clerk = try sit(school)
    _ = try tree.store("3099000001").set([FieldChange(.remark, "ใหม่")], of: [child.id], by: UserName("3099000001"))
    clerk.open(.page(.send(authority, isDelta: false)))
    clerk.expect(clerk.said("send.whole"))
    clerk.press(.end, .enter)
    clerk.expect(clerk.said("send.delta"))
    clerk.press(.home, .enter)
    clerk.expect(clerk.said("send.safe"))
    let path = try #require(onStick().first)
    #expect(try Container.inspect(BundleFiles.read(path)).kind == .delta)
  }

  @Test("a folder that other programs fill is looked into as well; one that is not there is refused")
  func mailbox() throws {
    let officer = try sit(authority)
    let box = media.file("box")
    _ = FileCare.makeFolders(box)
    try tree.store("05990101").set(Setting.mailbox, to: box)
    let made = try tree.store("3099000001").makeBundle(for: authority, by: UserName("3099000001"))
    try BundleFiles.write(made.bytes, to: box + "/" + made.name)
    officer.leaveAlone(minutes: 1)
    officer.expect(officer.said("home.letters"))
  }

  @Test("pages of sending and reading as they look", arguments: Sitting.looks)
  func frames(_ code: Language.Code, _ size: Size) throws {
    let clerk = try sit(school, code, size)
    clerk.open(.pasteBundle)
    clerk.expectFrame("paste")
    clerk.expect("Backspace " + clerk.said("paste.clear"))
    clerk.press(.function(1))
    // Letters are text there: no key is taught that would be typed.
    for letter in ["q", "h", "u", "D", "L", "?"] {
      #expect(!clerk.rows.contains { $0.contains("  \(letter)  ") || $0.contains("  \(letter) │") }, "\(letter)")
    }

    clerk.press(.escape)
    #expect(PasteScreen().commands.first { $0.id == .save }?.help == "paste.read.help")
  }

  @Test("the clipboard gets base64 as every terminal reads it")
  func clipboard() {
    #expect(Modes.copy("a") == "\u{1B}]52;c;YQ==\u{7}")
    #expect(Modes.copy("ab") == "\u{1B}]52;c;YWI=\u{7}")
    #expect(Modes.copy("abc") == "\u{1B}]52;c;YWJj\u{7}")
    #expect(Modes.copy("ส่ง?>") == "\u{1B}]52;c;4Liq4LmI4LiHPz4=\u{7}")
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
