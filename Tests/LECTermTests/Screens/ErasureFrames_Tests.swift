import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// Erasing for good as a clerk sees it: from the register, told to the office above, carried out there after a look.
@Suite("The screens of erasing") @MainActor
struct ErasureFrames_Tests {
  private static let school = UnitCode("3099000001"), authority = UnitCode("05990101")
  private static let user = UserName("3099000001")

  @Test("from the register to the authority, with one key each", arguments: Sitting.looks)
  func story(code: Language.Code, size: Size) throws {
    let tree = try TreeFiles(policy: .reconfirm, children: 8)
    let school = try tree.store("3099000001"), authority = try tree.store("05990101")
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    try school.remove([child.id], reason: .left, by: Self.user)
    func tell() throws {
      let made = try school.makeBundle(for: Self.authority, by: Self.user)
      _ = try authority.read(bundle: made.bytes, name: made.name)
    }
    try tell()
    let clerk = try Sitting(at: Self.school, of: tree, language: code, size: size)
    clerk.open(.register)
    clerk.press(.char("z"))
    clerk.expectFrame("erase-child")
    // The first reason comes too early: that is said before anybody types a password.
    clerk.press(.enter)
    clerk.expectNot(clerk.said("page.password"))
    clerk.expect(child.student.fullName)
    clerk.expect("RM-04")
    // The second reason: the family asked. The password is asked for, for it is an official act.
    clerk.press(.down, .enter)
    clerk.type(TrainingSet.password)
    clerk.press(.enter)
    clerk.expect(clerk.said("erase.done", [.number("count", 1)]))
    clerk.press(.escape)
    clerk.expect(clerk.said("register.empty"))
    try tell()
    let officer = try Sitting(at: Self.authority, of: tree, language: code, size: size)
    officer.expect(officer.said("office.erasures"))
    officer.open(.page(.erasures))
    officer.expect(child.student.fullName)
    officer.expectFrame("erase-orders")
    officer.press(.enter)
    officer.press(.enter)
    officer.expectNot(child.student.fullName)
    officer.expectFrame("erase-carried-out")
    #expect(try authority.erasuresDue() == 0)
  }
}
