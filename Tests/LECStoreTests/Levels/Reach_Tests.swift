import LECModel
import TestSupport
import Testing

@testable import LECStore

/// A unit that has its office by right reaches for what is another's: what it does holds for itself alone, in whatever order the
/// files come.
@Suite("Nobody reaches beyond the own unit")
struct Reach_Tests {
  private typealias K = Kingdom

  @Test(
    "an order to erase another's child erases nothing, before the child came and after", arguments: [false, true])
  func erasure(isBare: Bool) throws {
    let kingdom = try Kingdom()
    let child = kingdom.add(
      K.school, .studentAdded, .changes([FieldChange(.first, "ดาว"), FieldChange(.state, "enrolled")]))
    let removal = kingdom.add(K.centre, .studentRemoved, .changes([FieldChange(.state, "removed")]), record: child)
    let order = kingdom.add(
      K.centre, .erased,
      .erasure(Erasure(reason: .retention, children: [.init(record: RecordID(child), removal: removal, leaf: nil)])))
    try kingdom.take(bare: isBare ? [removal] : []) { $0.id != child }
    #expect(try kingdom.verdict(order) == nil)
    try kingdom.take { $0.id == child }
    let n = try #require(try kingdom.store.log.number(of: child))
    #expect(try kingdom.store.log.event(n)?.body != nil)
    #expect(try kingdom.store.student(RecordID(child))?.student[.first] == "ดาว")
    #expect(try kingdom.store.erasures().isEmpty)
    #expect(try kingdom.store.erasuresDue() == 0)
    let tables = try kingdom.store.tableDigests().map(\.digest)
    _ = try kingdom.store.rebuild()
    #expect(try kingdom.store.tableDigests().map(\.digest) == tables)
    #expect(try kingdom.store.student(RecordID(child))?.student[.first] == "ดาว")
  }

  @Test(
    "a setting of a unit with a counter set far ahead is overtaken by one whose author had seen it",
    arguments: [false, true])
  func farAhead(rightFirst: Bool) throws {
    let kingdom = try Kingdom()
    func setting(_ name: String) -> EventContent {
      .unit(Unit(code: UnitCode(K.school), kind: .school, name: name, parent: UnitCode(K.authority)))
    }
    var authority = try #require(kingdom.chains[K.authority]), province = try #require(kingdom.chains[K.province])
    authority.lamport = 1 << 52
    province.lamport = 1000
    let far = authority.add(.unitSet, setting("ตลอดไป"), about: UnitCode(K.school))
    let right = province.add(.unitSet, setting("ชื่อที่ถูกต้อง"), about: UnitCode(K.school), base: [far])
    kingdom.chains[K.authority] = authority
    kingdom.chains[K.province] = province
    for id in rightFirst ? [right, far] : [far, right] { try kingdom.take { $0.id == id } }
    #expect(try kingdom.store.unit(UnitCode(K.school))?.name == "ชื่อที่ถูกต้อง")
    let tables = try kingdom.store.tableDigests().map(\.digest)
    _ = try kingdom.store.rebuild()
    #expect(try kingdom.store.tableDigests().map(\.digest) == tables)
  }

  @Test(
    "a unit that is moved away from an office whose counter ran ahead is where it was moved to, and the file agrees with its log"
  )
  func moveAfterLeap() throws {
    let files = try TreeFiles(children: 4)
    let authority = try files.store("05990101"), province = try files.store("99")
    let officer = UserName("05990101"), code = UnitCode("3099000001")
    try authority.transaction(author: officer, unit: UnitCode("05990101")) { writer in
      // Further than one file takes anybody else's counter.
      for _ in 0..<3 { writer.raise(lamport: 1 << 40) }
      try writer.add(
        .unitSet, EventBody(.unit(try #require(try authority.unit(code)))),
        base: try UnitTable(connection: authority.connection).heads(code), about: code)
      try writer.add(.noteWritten, EventBody(.note(Note(unit: code, words: "โปรดตรวจ"))), about: code)
    }
    _ = try province.read(bundle: try authority.makeBundle(for: UnitCode("99"), by: officer).bytes, name: "")
    try province.editUnit(code, by: UserName("99")) { $0.parent = UnitCode("06990102") }
    #expect(try province.unit(code)?.parent == UnitCode("06990102"))
    #expect(try province.verify().problems.isEmpty)
    let tables = try province.tableDigests().map(\.digest)
    _ = try province.rebuild()
    #expect(try province.tableDigests().map(\.digest) == tables)
    #expect(try province.unit(code)?.parent == UnitCode("06990102"))
  }

  @Test("whoever renames a unit has seen how it was set before")
  func basesOfUnits() throws {
    let files = try TreeFiles(children: 4)
    let authority = try files.store("05990101")
    let officer = UserName("05990101"), code = UnitCode("3099000001")
    let before = try UnitTable(connection: authority.connection).heads(code)
    try authority.editUnit(code, by: officer) { $0.name = "ชื่อใหม่" }
    let last = try #require(try authority.log.event(try authority.log.last))
    #expect(last.header.kind == .unitSet)
    #expect(last.header.base == before)
    #expect(before.count == 1)
    #expect(try authority.unit(code)?.name == "ชื่อใหม่")
  }

  @Test("CF-01 signed figures that the list does not give are no confirmation, and every office says so")
  func figures() throws {
    let files = try TreeFiles(policy: .reconfirm, children: 8)
    let school = try files.store("3099000001"), authority = try files.store("05990101")
    let user = UserName("3099000001"), second = UserName("3099000001-2")
    if try school.logInNeedsProfile(user) {
      _ = try school.makeProfile(
        user, currentPassword: TrainingSet.firstPassword, first: "คน", last: "ทดสอบ", position: "ครู",
        phone: "0000000008", newPassword: TrainingSet.password)
    }
    try Readiness.makeReady(school, by: user)
    let honest = try school.confirm(.students, password: TrainingSet.password, by: second).confirmation
    _ = try authority.read(bundle: try school.makeBundle(for: UnitCode("05990101"), by: user).bytes, name: "")
    let unit = try #require(try authority.unit(UnitCode("3099000001")))
    let round = try #require(try authority.currentRound())
    #expect(try authority.standing(of: unit, round: round).state(.students)?.name == .confirmed)
    var more = honest
    more.counts.add(honest.counts)
    let key = try school.signingKey(second, password: TrainingSet.password)
    try school.transaction(author: second, unit: unit.code) {
      try $0.add(.confirmed, EventBody(.confirmation(more)), sign: key)
    }
    _ = try authority.read(bundle: try school.makeBundle(for: UnitCode("05990101"), by: user).bytes, name: "")
    let standing = try authority.standing(of: unit, round: round)
    let state = try #require(standing.state(.students))
    #expect(state.name == .void)
    #expect(standing.confirmedTotal == nil)
    #expect(try authority.voidCause(of: state, unit)?.changes == 0)
    #expect(try school.states().first { $0.dataset == .students }?.name == .void)
  }
}
