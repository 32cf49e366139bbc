import LECModel
import TestSupport
import Testing

@testable import LECStore

@Suite("Why a confirmation of a level above no longer holds")
struct VoidCauses_Tests {
  private static let authority = UnitCode("05990101"), other = UnitCode("06990102")

  /// What the authority and the province above it each say of it.
  private static func causes(_ files: TreeFiles) throws -> [VoidCause?] {
    try [authority, UnitCode("99")].map { code in
      let store = try files.store(code)
      let unit = try #require(try store.unit(authority)), round = try #require(try store.currentRound())
      let state = try #require(try store.standing(of: unit, round: round).state(.students))
      #expect(state.name == .void)
      return try store.voidCause(of: state, unit)
    }
  }

  @Test("an institution that was moved in afterwards is named as that, and not as one that changed something")
  func movedIn() throws {
    let files = try TreeFiles(policy: .reconfirm, children: 6)
    try files.confirmAll()
    let moved = try files.elsewhere()
    try files.move(moved.code, to: Self.authority)
    for cause in try Self.causes(files) {
      #expect(cause?.kind == .added)
      #expect(cause?.unit.code == moved.code)
      #expect(cause?.above?.code == Self.authority)
    }
  }

  @Test("an institution that was moved away afterwards is named as that")
  func movedAway() throws {
    let files = try TreeFiles(policy: .reconfirm, children: 6)
    try files.confirmAll()
    try files.move(UnitCode("3099000003"), to: Self.other)
    for cause in try Self.causes(files) {
      #expect(cause?.kind == .takenAway)
      #expect(cause?.unit.code == UnitCode("3099000003"))
    }
  }

  @Test("an institution that took its confirmation back is named with who did it")
  func takenBack() throws {
    let files = try TreeFiles(policy: .reconfirm, children: 6)
    try files.confirmAll()
    try files.store("3099000002").cancelConfirmation(
      .students, reason: "ยอดไม่ตรง", password: TrainingSet.password, by: UserName("3099000002"))
    try files.tree.send(from: UnitCode("3099000002"), to: Self.authority)
    try files.tree.send(from: Self.authority, to: UnitCode("99"))
    for cause in try Self.causes(files) {
      #expect(cause?.kind == .changed)
      #expect(cause?.unit.code == UnitCode("3099000002"))
      #expect(cause?.person.isEmpty == false)
    }
  }
}
