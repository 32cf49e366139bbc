import LECModel
import TestSupport
import Testing

@testable import LECStore

/// How much work many edits of one thing are, that two machines made without knowing of each other: counted, and not measured in time.
@Suite("Many edits of one field on two machines")
struct FoldWork_Tests {
  private let files: TreeFiles
  private let school: Store
  private let second: Store
  private let user = UserName("3099000001")

  init() throws {
    files = try TreeFiles(policy: .reconfirm, children: 6)
    school = try files.store("3099000001")
    let card = try school.issueCard(for: UnitCode("3099000001"), password: TrainingSet.password, by: user)
    (second, _) = try Store.join(
      at: files.folder.file("second.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 501)
    )
    _ = try second.makeProfile(
      user, currentPassword: card.code.shown, first: "คนที่สอง", last: "ฝึกหัด", position: "ครู", phone: "0000000005",
      newPassword: TrainingSet.password)
    try tell()
  }

  private func tell() throws {
    _ = try school.read(bundle: try second.makeBundle(for: UnitCode("3099000001"), by: user).bytes, name: "")
  }

  /// How many rows are read for a file with so many edits more.
  private func rows(_ count: Int, _ edit: (Store, Int) throws -> Void) throws -> Int {
    for number in 0..<count {
      try edit(school, number)
      try edit(second, 1000 + number)
    }
    try tell()
    // The same file once more brings nothing new: what it costs then it costs whatever was edited.
    func read(_ bytes: [UInt8]) throws -> Int {
      let before = school.connection.rowsRead
      _ = try school.read(bundle: bytes, name: "")
      return school.connection.rowsRead - before
    }
    try edit(second, 2000)
    let one = try read(try second.makeBundle(for: UnitCode("3099000001"), by: user).bytes)
    for number in 0..<count { try edit(second, 3000 + number) }
    let many = try read(try second.makeBundle(for: UnitCode("3099000001"), by: user).bytes)
    return many - one
  }

  @Test("a child's history is gone through once for a file, and not once for each of its edits")
  func child() throws {
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first).id
    let rows = try rows(40) { try $0.editStudent(child, [FieldChange(.remark, "\($1)")], by: user) }
    #expect(rows < 40 * 40)
    #expect(try school.conflicts().count == 1)
  }

  @Test("the same for the basic information")
  func basics() throws {
    let rows = try rows(40) { try $0.editBasics([FieldChange(.rooms, "\($1)")], by: user) }
    #expect(rows < 40 * 40)
    #expect(try school.conflicts().count == 1)
  }
}
