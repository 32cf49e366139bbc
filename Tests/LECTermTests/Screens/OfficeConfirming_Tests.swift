import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// What an office reads of its own confirmation and of those below it, when units come and go.
@Suite("Confirmations of offices") @MainActor
struct OfficeConfirming_Tests {
  private static let authority = UnitCode("05990101")

  @Test("CF-03 the page after confirming shows an authority the figures below it, and that they agree")
  func figures() throws {
    let tree = try TreeFiles(policy: .reconfirm, children: 6)
    try tree.confirmAll()
    let sitting = try Sitting(at: Self.authority, of: tree)
    sitting.open(.confirmed(.students))
    sitting.expect(sitting.said("confirm.same"))
    sitting.expectNot("CF-03")
  }

  @Test(
    "a centre that was moved in voids the confirmation: every page says so, and none to take it back",
    arguments: Sitting.looks)
  func movedIn(code: Language.Code, size: Size) throws {
    let tree = try TreeFiles(policy: .reconfirm, children: 6)
    try tree.confirmAll()
    let moved = try tree.elsewhere()
    try tree.move(moved.code, to: Self.authority)
    let sitting = try Sitting(at: Self.authority, of: tree, language: code, size: size)
    sitting.open(.confirm(.students))
    sitting.expectFrame("office-confirm-moved")
    sitting.expectNot("0000 0000")
    sitting.open(.confirmed(.students))
    sitting.expectFrame("office-confirmed-moved")
    sitting.expectNot("CF-03")
    sitting.open(.differences(.students))
    sitting.expectFrame("office-differences-moved")
    sitting.expectNot(sitting.said("differences.none"))
    let above = try Sitting(at: UnitCode("99"), of: tree, language: code, size: size)
    above.open(.page(.unit(Self.authority)))
    above.expect(moved.name)
    above.expectFrame("office-unit-moved")
  }

  @Test("ED-05 an office whose own confirmation stands in the way is told that, and who is above it")
  func release() {
    let refusal = Refusal(.confirmedYourself, .ed05, lifter: Contact(unit: "จังหวัด", person: "คน", phone: "02"))
    let said = Explain.refusal(refusal)
    #expect(said.code == "confirmed-yourself")
    #expect(Words.key(said.reason, said.values).said(in: Spoken.language).contains("จังหวัด"))
  }

  @Test("a search on the board leaves its sum alone and says how many were found, or that none was")
  func search() throws {
    let tree = try TreeFiles(children: 6)
    let sitting = try Sitting(at: Self.authority, of: tree)
    sitting.open(.page(.board(Self.authority)))
    let sum = sitting.rows[1]
    for (words, key, found) in [("3099000002", "board.found" as TextKey, 1), ("ไม่มีชื่อนี้", "board.foundNone", 0)] {
      sitting.type("/")
      sitting.type(words)
      sitting.press(.enter)
      #expect(sitting.rows[1] == sum)
      sitting.expect(sitting.said(key, [.text("search", words), .number("found", found), .number("count", 3)]))
      sitting.press(.escape)
    }
    sitting.expectNot(sitting.said("board.foundNone", [.text("search", "ไม่มีชื่อนี้")]))
  }

  @Test("what is to be done about a file that was not read stands before what may be cut off", arguments: ["th", "en"])
  func missing(code: String) throws {
    var language = Spoken.language
    language.code = try #require(Language.Code(rawValue: code))
    let piece = MissingPiece(unit: Self.authority, from: 4, to: 4, files: 4...4)
    let said = SentWords.missing(piece, of: "-", from: .text("ศูนย์")).said(in: language)
    #expect(said.hasPrefix(code == "th" ? "โปรดขอฉบับที่ 4 " : "Ask for file 4,"))
  }
}
