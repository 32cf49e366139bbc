import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// The first day of a real unit, on the screen: from the stick and the card to the log-in.
@MainActor @Suite("Beginning with a card")
struct Join_Tests {
  private let tree: TreeFiles
  private let code = UnitCode("3099000001"), authority = UnitCode("05990101")
  private let media = TemporaryFolder(), home = TemporaryFolder()

  init() throws { tree = try TreeFiles(children: 4) }

  private func card() throws -> (code: String, bytes: [UInt8]) {
    let office = try tree.store(authority)
    try office.endTerm(
      of: code, reason: "ย้าย", password: TrainingSet.password, by: UserName(authority.text))
    let card = try office.issueCard(
      for: code, password: TrainingSet.password, by: UserName(authority.text))
    return (card.code.shown, card.starter.bytes)
  }

  /// A program on a machine that has no file yet, with the stick in it.
  private func sit(_ language: Language.Code = .english) throws -> Sitting {
    let sitting = try Sitting(at: code, of: tree, language: language)
    let stick = media.path
    sitting.desk.letterFolders = { LetterFolders(sticks: [stick]) }
    sitting.desk.store = nil
    sitting.desk.session = nil
    sitting.desk.path = home.file("share/lecterm/lecterm.db")
    sitting.open(.setUp)
    return sitting
  }

  @Test(
    "the starter file is found on the stick, the card's code opens it, and the log-in follows",
    arguments: Language.Code.allCases)
  func joins(language: Language.Code) throws {
    let card = try card()
    try BundleFiles.write(card.bytes, to: media.file("3099000001-start.lec"))
    let clerk = try sit(language)
    clerk.press(.down, .down, .down, .down, .down, .enter)
    clerk.expect("3099000001-start.lec")
    clerk.type(card.code.lowercased())
    clerk.press(.enter)
    clerk.expect(clerk.said("join.fingerprint"))
    clerk.expect(code.text)
    #expect(FileCare.exists(home.file("share/lecterm/lecterm.db")))
    clerk.press(.enter)
    clerk.expect(clerk.said("login.title"))
    clerk.expectNot(TrainingSet.password)
    // Only one person can log in here, whose name is there already.
    clerk.type(card.code)
    clerk.press(.enter)
    clerk.expect(clerk.said("profile.title"))
  }

  @Test("a slip of the pen, a card of another file and no file at all are told, and nothing is made")
  func refused() throws {
    let card = try card()
    let clerk = try sit()
    clerk.open(.join)
    clerk.type(home.file("nothing.lec"))
    clerk.press(.enter)
    clerk.type(card.code)
    clerk.press(.enter)
    clerk.expect("nothing.lec")
    #expect(!FileCare.exists(home.file("share/lecterm/lecterm.db")))

    try BundleFiles.write(card.bytes, to: media.file("start.lec"))
    let other = try #require(CardCode(random: Fixtures.world(seed: 5).random(CardCode.randomBytes)))
    clerk.press(.escape)
    clerk.open(.join)
    clerk.type(other.shown)
    clerk.press(.enter)
    clerk.expect(code.text)
    clerk.expectNot(clerk.said("join.fingerprint"))
    clerk.press(.escape)
    clerk.open(.join)
    clerk.type(String(card.code.dropLast()))
    clerk.press(.enter)
    clerk.expectNot(clerk.said("join.fingerprint"))
    #expect(!FileCare.exists(home.file("share/lecterm/lecterm.db")))
  }
}
