import LECModel
import TestSupport
import Testing

@testable import LECStore

/// What a preview tells of the children of a file, and what a difference is made of.
@Suite("What a file would change, child by child")
struct Foretold_Tests {
  private let files: TreeFiles
  private let school: Store
  private let authority: Store
  private let code = UnitCode("3099000001")
  private let user = UserName("3099000001")

  init() throws {
    files = try TreeFiles(policy: .reconfirm, children: 8)
    school = try files.store("3099000001")
    authority = try files.store("05990101")
  }

  private func preview() throws -> BundleReport {
    let made = try school.makeBundle(for: UnitCode("05990101"), by: user)
    return try authority.read(bundle: made.bytes, name: "", isPreview: true)
  }

  @Test("an edit is told with the value before and after, a new child and one taken out by name, and nothing else")
  func children() throws {
    let ids = try school.roster(RosterFilter(), .first, limit: 2).map(\.id)
    let room = try #require(try school.student(ids[0])).student[.room]
    try school.editStudent(ids[0], [FieldChange(.room, "77")], by: user)
    _ = try school.remove([ids[1]], reason: .left, by: user)
    try school.addStudent(Fixtures.changes(Fixtures.child { $0[.mark] = "" }), by: user)
    let told = try preview()
    #expect(told.children.map(\.kind) == [.changed, .removed, .added])
    #expect(told.children[0].changes == [LogEntry.Change(field: StudentField.room.rawValue, from: room, to: "77")])
    #expect(told.children.allSatisfy { $0.unit == code && !$0.name.isEmpty && !$0.by.isEmpty })
    #expect(told.moreChildren == 0 && told.disputed.isEmpty)
    let made = try school.makeBundle(for: UnitCode("05990101"), by: user)
    #expect(try authority.read(bundle: made.bytes, name: "").children.isEmpty, "what is taken is not told again")
    #expect(try preview().children.isEmpty, "nothing of it is new any more")
  }

  @Test("nobody is told more children than can be read; the rest are counted")
  func many() throws {
    let whole = try TreeFiles(policy: .reconfirm, children: 230)
    let ids = try whole.store("3099000001").roster(RosterFilter(), .first, limit: 230).map(\.id)
    _ = try whole.store("3099000001").set([FieldChange(.remark, "ตรวจแล้ว")], of: ids, by: user)
    let made = try whole.store("3099000001").makeBundle(for: UnitCode("05990101"), by: user)
    let told = try whole.store("05990101").read(bundle: made.bytes, name: "", isPreview: true)
    #expect(told.children.count == 200)
    #expect(told.children.count + told.moreChildren == ids.count)
  }

  @Test("a field that two people would have changed at once is told with both values, and is no conflict yet")
  func disputed() throws {
    let second = try files.secondMachine()
    defer { second.close() }
    func letter() throws -> [UInt8] { try second.makeBundle(for: code, by: user).bytes }
    _ = try school.read(bundle: try letter(), name: "")
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first).id
    try school.editStudent(child, [FieldChange(.room, "11")], by: user)
    try second.editStudent(child, [FieldChange(.room, "12")], by: user)
    let told = try school.read(bundle: try letter(), name: "", isPreview: true)
    #expect(told.conflicts == 1)
    let one = try #require(told.disputed.first)
    #expect(told.disputed.count == 1 && one.unit == code && one.conflict.record == child)
    #expect(Set([one.conflict.inForce.value, one.conflict.other.value]) == ["11", "12"])
    #expect(try school.conflicts().isEmpty)
    _ = try school.read(bundle: try letter(), name: "")
    #expect(try school.conflicts() == [one.conflict])
  }

  @Test("what does not count makes no difference, nor does another institution's child")
  func refused() throws {
    typealias K = Kingdom
    let kingdom = try Kingdom()
    let all = try kingdom.store.events(after: 0, limit: 1_000)
    let start = try #require(all.last { $0.header.unit == UnitCode(K.school) })
    let edit = EventContent.changes([FieldChange(.first, "ปลอม")])
    let forged = kingdom.add(K.centre, .studentEdited, edit, about: K.school, record: kingdom.child)
    _ = kingdom.add(K.centre, .studentAdded, .changes([FieldChange(.first, "แตง"), FieldChange(.state, "enrolled")]))
    try kingdom.take()
    #expect(try kingdom.verdict(forged) != nil)
    #expect(try kingdom.store.differences(since: start.id).isEmpty)
    _ = kingdom.add(K.school, .studentEdited, .changes([FieldChange(.first, "มะปราง")]), record: kingdom.child)
    try kingdom.take()
    let told = try kingdom.store.differences(since: start.id)
    #expect(told.map(\.id) == [RecordID(kingdom.child)])
    #expect(told.first?.changes.map(\.to) == ["มะปราง"])
  }
}
