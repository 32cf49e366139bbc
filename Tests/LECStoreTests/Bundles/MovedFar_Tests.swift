import LECModel
import TestSupport
import Testing

@testable import LECStore

/// A school goes to an authority of another province: nobody above it but the department stays the same.
@Suite("Units that were moved to another province")
struct MovedFar_Tests {
  private let files: TreeFiles
  private let code = UnitCode("3099000001")
  private let school: Store, before: Store, province: Store, department: Store
  private let far: Store, farProvince: Store

  init() throws {
    files = try TreeFiles(children: 4)
    school = try files.store(code)
    before = try files.store("05990101")
    province = try files.store("99")
    department = try files.store("00")
    let top = Unit(code: UnitCode("98"), kind: .province, name: "จังหวัดใหม่", parent: UnitCode("00"), province: "ใหม่")
    farProvince = try Self.found(top, under: department, files, 81)
    let office = Unit(
      code: UnitCode("05980101"), kind: .authority, name: "เทศบาลใหม่", parent: UnitCode("98"), province: "ใหม่")
    far = try Self.found(office, under: farProvince, files, 82)
    try Self.send(farProvince, department)
  }

  private static func found(_ unit: Unit, under parent: Store, _ files: TreeFiles, _ seed: UInt64) throws -> Store {
    let officer = UserName(try #require(try parent.ownUnit()).code.text)
    try parent.addUnit(unit, by: officer)
    let card = try parent.issueCard(for: unit.code, password: TrainingSet.password, by: officer)
    let (store, joined) = try Store.join(
      at: files.folder.file("\(unit.code.text).db"), starter: card.starter.bytes, card: card.code,
      world: Fixtures.world(seed: seed))
    _ = try store.makeProfile(
      joined.user, currentPassword: card.code.shown, first: "คน", last: "ใหม่", position: "ผู้อำนวยการ",
      phone: "0000000007", newPassword: TrainingSet.password)
    try send(store, parent)
    for join in try parent.openJoins() {
      try parent.acceptJoin(join.join, password: TrainingSet.password, by: officer)
    }
    try send(parent, store)
    return store
  }

  @discardableResult
  private static func send(_ from: Store, _ to: Store) throws -> BundleReport {
    let own = try #require(try from.ownUnit()).code
    let made = try from.makeBundle(for: try #require(try to.ownUnit()).code, by: UserName(own.text))
    return try to.read(bundle: made.bytes, name: made.name)
  }

  private func children(_ store: Store) throws -> [String] {
    store.focus = code
    defer { store.focus = nil }
    return try store.roster(RosterFilter(), .first, limit: 100).map { $0.student[.remark] }.sorted()
  }

  @Test(
    "everything of it comes to its new office, it hears of that by its new one or its old one, and both work together",
    arguments: [false, true])
  func farAway(hearsFromNew: Bool) throws {
    try department.editUnit(code, by: UserName("00")) { $0.parent = UnitCode("05980101") }
    #expect(try Self.send(department, farProvince).waiting == 0)
    #expect(try Self.send(farProvince, far).waiting == 0)
    #expect(try children(far) == children(school))
    // The office that issued the new one's card is a stranger to the school, and the file shows that the department let it in.
    if hearsFromNew {
      try Self.send(far, school)
      #expect(try school.ownUnit()?.parent == UnitCode("05980101"))
    }
    try Self.send(department, province)
    try Self.send(province, before)
    try Self.send(before, school)
    #expect(try school.ownUnit()?.parent == UnitCode("05980101"))
    try Self.send(far, school)
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    _ = try school.set([FieldChange(.remark, "ย้ายแล้ว")], of: [child.id], by: UserName(code.text))
    #expect(try Self.send(school, far).waiting == 0)
    try Self.send(far, farProvince)
    #expect(try children(farProvince) == children(school))
    let others = try far.events(after: 0, limit: 100_000).filter { $0.header.unit == UnitCode("3099000002") }
    #expect(!others.isEmpty && others.allSatisfy { $0.body == nil })
    for store in [school, far, farProvince, province, before] {
      let tables = try store.tableDigests().map(\.digest)
      _ = try store.rebuild()
      #expect(try store.tableDigests().map(\.digest) == tables)
      #expect(try store.verify().isOK)
    }
  }

  @Test("an authority that goes to a new province reads its files, and so do its institutions")
  func authority() throws {
    let moved = UnitCode("05990101")
    try department.editUnit(moved, by: UserName("00")) { $0.parent = UnitCode("98") }
    #expect(try Self.send(department, farProvince).waiting == 0)
    #expect(try children(farProvince) == children(school))
    try Self.send(farProvince, before)
    #expect(try before.ownUnit()?.parent == UnitCode("98"))
    #expect(try Self.send(before, farProvince).waiting == 0)
    try Self.send(department, province)
    #expect(try province.unit(moved)?.parent == UnitCode("98"))
    #expect(try Self.send(before, school).waiting == 0)
    #expect(try Self.send(school, before).waiting == 0)
  }
}
