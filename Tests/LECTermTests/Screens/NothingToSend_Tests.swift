import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// Where the other side has read everything, nobody is asked to send it a file of nothing.
@MainActor @Suite("Nothing to send")
struct NothingToSend_Tests {
  private let tree: TreeFiles
  private let school = UnitCode("3099000001"), authority = UnitCode("05990101")
  private var user: UserName { UserName(school.text) }

  init() throws {
    tree = try TreeFiles(policy: .reconfirm, children: 8)
    let clerk = try tree.store(school), officer = try tree.store(authority)
    for _ in 0..<2 {
      _ = try officer.read(bundle: clerk.makeBundle(for: authority, by: user).bytes, name: "")
      _ = try clerk.read(bundle: officer.makeBundle(for: school, by: UserName(authority.text)).bytes, name: "")
    }
    #expect(try clerk.partner(authority)?.hasAll == true)
  }

  @Test("the page says so and makes nothing but everything", arguments: Language.Code.allCases)
  func page(language: Language.Code) throws {
    let store = try tree.store(school)
    let made = try store.filesMade()
    let clerk = try Sitting(at: school, of: tree, language: language)
    clerk.type("t")
    // The last file was a receipt, which nobody acknowledges: it is named, and nobody is told that it was read.
    let last = try #require(try store.partner(authority)?.lastOut)
    clerk.expect(
      clerk.said("send.underWay", [.number("number", Int(last.number)), .words("at", Dates.moment(last.at))]))
    clerk.expectNot(clerk.said("send.nothing"))
    clerk.expectNot(clerk.said("send.text"))
    clerk.expectNot(clerk.said("send.codes"))
    clerk.press(.enter)
    #expect(try store.filesMade() == made)
    clerk.expect(clerk.said("send.whole"))
    clerk.expect(clerk.said("send.beside"))
    clerk.expectNot(clerk.said("send.codes"))
    clerk.press(.home, .enter)
    clerk.expect(clerk.said("send.done"))
    #expect(try store.filesMade() == made + 1)
  }

  @Test("a page that is still open from before is told it too, and no number is spent")
  func late() throws {
    let store = try tree.store(school)
    let made = try store.filesMade()
    let clerk = try Sitting(at: school, of: tree)
    for deed in [
      LevelDeed.sendCodes(authority), .sendText(authority, isDelta: true),
      .sendTo(authority, tree.folder.path, isDelta: true),
    ] {
      #expect(throws: LetterFault.self) { try clerk.desk.perform(deed, []) }
    }
    #expect(try store.filesMade() == made)
  }

  @Test("a file of nothing from the command line does not hide on the first screen that all was read")
  func state() throws {
    let store = try tree.store(school)
    let received = try #require(try store.partner(authority)?.receipt?.received)
    let before = try Sitting(at: school, of: tree)
    let words = before.said("home.received", [.words("at", Dates.moment(received))])
    before.expect(words)
    _ = try store.makeBundle(for: authority, delta: true, by: user)
    let after = try Sitting(at: school, of: tree)
    after.expect(words)
    // What is written now is to be sent as ever.
    let child = try #require(try store.roster(RosterFilter(), .first, limit: 1).first).id
    _ = try store.set([FieldChange(.remark, "ใหม่")], of: [child], by: user)
    let changed = try Sitting(at: school, of: tree)
    changed.expectNot(words)
  }
}
