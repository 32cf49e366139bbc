import LECModel
import TestSupport
import Testing

@testable import LECStore

/// An institution gets another authority above it, by a move or because its own was closed into another one.
@Suite("Units that were moved")
struct Moved_Tests {
  private let files: TreeFiles
  private let code = UnitCode("3099000001"), old = UnitCode("05990101"), new = UnitCode("06990102")
  private let top = UnitCode("99")
  private let school: Store, before: Store, after: Store, province: Store

  init() throws {
    files = try TreeFiles(policy: .reconfirm, children: 6)
    school = try files.store(code)
    before = try files.store(old)
    after = try files.store(new)
    province = try files.store(top)
  }

  private func make(_ from: Store, _ to: UnitCode, delta: Bool = false) throws -> MadeBundle {
    try from.makeBundle(for: to, delta: delta, by: try user(from))
  }

  @discardableResult
  private func send(_ from: Store, _ to: Store, delta: Bool = false) throws -> BundleReport {
    let made = try make(from, try #require(try to.ownUnit()).code, delta: delta)
    return try to.read(bundle: made.bytes, name: made.name)
  }

  private func user(_ store: Store) throws -> UserName { UserName(try #require(try store.ownUnit()).code.text) }

  private func move() throws { try province.editUnit(code, by: UserName("99")) { $0.parent = new } }

  private func close() throws {
    try province.closeUnit(old, on: TrainingSet.clock.date, into: new, by: UserName("99"))
  }

  private func edit(_ words: String) throws {
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    _ = try school.set([FieldChange(.remark, words)], of: [child.id], by: UserName(code.text))
  }

  /// What an office sees of the children of an institution.
  private func remarks(_ store: Store, _ unit: UnitCode) throws -> [String] {
    store.focus = unit
    defer { store.focus = nil }
    return try store.roster(RosterFilter(), .first, limit: 100).map { $0.student[.remark] }.sorted()
  }

  private func children(_ store: Store, _ unit: UnitCode) throws -> Int { try remarks(store, unit).count }

  private func sameAfterRebuild(_ stores: Store...) throws {
    for store in stores {
      let before = try store.tableDigests()
      _ = try store.rebuild()
      for (one, next) in zip(before, try store.tableDigests()) { #expect(one.digest == next.digest, "\(one.table)") }
      #expect(try store.verify().isOK)
    }
  }

  /// The school and its new office tell each other things, in whole files and then in short ones.
  private func workTogether() throws {
    try edit("จากโรงเรียน")
    #expect(try send(school, after).waiting == 0)
    #expect(try remarks(after, code) == remarks(school, code))
    try after.note(code, words: "จากต้นสังกัดใหม่", by: try user(after))
    try send(after, school)
    #expect(try school.notes(about: code).contains { $0.words == "จากต้นสังกัดใหม่" })
    try edit("อีกครั้ง")
    try send(school, after)
    try after.note(code, words: "อีกครั้ง", by: try user(after))
    let down = try make(after, code, delta: true)
    #expect(down.header.kind == .delta)
    _ = try school.read(bundle: down.bytes, name: down.name)
    #expect(try school.notes(about: code).contains { $0.words == "อีกครั้ง" })
    try edit("ฉบับย่อ")
    let up = try make(school, new, delta: true)
    #expect(up.header.kind == .delta && up.header.events < 5)
    _ = try after.read(bundle: up.bytes, name: up.name)
    #expect(try remarks(after, code) == remarks(school, code))
    try send(after, province)
    #expect(try remarks(province, code) == remarks(school, code))
  }

  @Test(
    "with the province's file everything of the school counts at the new office, and the school learns of it from there"
  )
  func moved() throws {
    try move()
    let report = try send(province, after)
    #expect(report.waiting == 0 && report.held == 0 && report.refused == 0)
    #expect(try children(after, code) == children(school, code))
    #expect(try after.openJoins().isEmpty)
    try send(after, school)
    #expect(try school.ownUnit()?.parent == new)
    #expect(try school.partners().first?.unit.code == new)
    try workTogether()
    try sameAfterRebuild(school, after, province)
  }

  @Test("the school learns of its new office from the old one too, and can write to it once it has a file from there")
  func throughOld() throws {
    try move()
    try send(province, before)
    #expect(try before.unit(code)?.parent == new)
    try send(before, school)
    #expect(try school.ownUnit()?.parent == new)
    #expect(throws: Refusal.self) { try make(school, new) }
    try send(province, after)
    try send(after, school)
    try workTogether()
    try sameAfterRebuild(school, before, after)
  }

  @Test("what the school told its old office after the move comes to the new one by way of the province")
  func late() throws {
    try move()
    try send(province, before)
    try edit("ส่งช้า")
    let kept = try remarks(before, code)
    try send(school, before)
    #expect(try remarks(before, code) != kept)
    try send(before, province)
    try send(province, after)
    #expect(try remarks(after, code) == remarks(school, code))
    try send(after, school)
    try workTogether()
  }

  @Test("a short file after a move holds what came to be the receiver's business, however old it is")
  func deltas() throws {
    for _ in 0..<2 {
      try after.note(UnitCode("3099000004"), words: "ตรวจ", by: try user(after))
      try before.note(code, words: "ตรวจ", by: try user(before))
      for office in [before, after] {
        try send(office, province)
        try send(province, office)
      }
      try edit("ก่อนย้าย")
      try send(before, school)
      try send(school, before)
    }
    #expect(try make(province, new, delta: true).header.kind == .delta)
    #expect(try make(before, code, delta: true).header.kind == .delta)
    try move()
    #expect(try send(province, after, delta: true).waiting == 0)
    #expect(try children(after, code) == children(school, code))
    try send(province, before, delta: true)
    try send(before, school, delta: true)
    #expect(try school.ownUnit()?.parent == new)
    try send(after, school, delta: true)
    try workTogether()
    // What does not concern a unit that was not moved goes on as before.
    #expect(try BundleFileTable(connection: after.connection).base(for: UnitCode("3099000004")) != nil)
  }

  @Test("the institutions of an office that was closed into another one work with that one")
  func closed() throws {
    let all = ["3099000001", "3099000002", "3099000003"].map { UnitCode($0) }
    let counts = try all.map { try children(before, $0) }
    try close()
    let report = try send(province, after)
    #expect(report.waiting == 0 && report.held == 0 && report.refused == 0)
    #expect(try all.map { try children(after, $0) } == counts)
    for unit in all {
      let store = try files.store(unit)
      try send(after, store)
      #expect(try store.ownUnit()?.parent == new)
      #expect(try send(store, after).waiting == 0)
    }
    try workTogether()
    try sameAfterRebuild(school, after, province)
  }

  @Test("nobody learns of other institutions' children by a move, and the old office of no new one")
  func noLeak() throws {
    let others = ["3099000002", "3099000003"].map { UnitCode($0) }
    for unit in others { try before.note(unit, words: "เรื่องของผู้อื่น", by: try user(before)) }
    try before.note(code, words: "เรื่องของโรงเรียน", by: try user(before))
    try send(before, province)
    try move()
    try send(province, after)
    try send(after, school)
    let here = try after.events(after: 0, limit: 100_000)
    #expect(here.contains { $0.header.unit == others[0] && $0.header.kind == .noteWritten })
    #expect(here.filter { others.contains($0.header.unit) }.allSatisfy { $0.body == nil && $0.salt.isEmpty })
    #expect(try after.notes(about: code).map(\.words) == ["เรื่องของโรงเรียน"])
    // Of what the old office did itself only who its people and machines are.
    let its: Set<EventKind?> = [.unitSet, .accountSet, .profileMade, .handedOver, .cardIssued, .joinAccepted, .joined]
    let rest = here.filter { $0.header.unit == old && $0.body != nil && !its.contains($0.header.kind) }
    #expect(
      rest.allSatisfy { event in
        if case .bundleMark(let mark)? = event.body?.content {
          mark.from == code
        } else {
          event.header.kind == .genesis || event.header.kind == .boxKeySet
        }
      })

    let had = try before.events(after: 0, limit: 100_000).filter { $0.header.unit == code && $0.body != nil }.count
    try edit("หลังย้าย")
    try send(school, after)
    try send(after, province)
    try send(province, before)
    try send(school, before)
    let has = try before.events(after: 0, limit: 100_000).filter { $0.header.unit == code && $0.body != nil }
    // The one more is the setting that says where it went.
    #expect(has.count == had + 1 && has.last?.header.kind == .unitSet)
    #expect(try children(before, code) == children(school, code))
  }

  private func join(_ unit: UnitCode, _ name: String) throws -> Store {
    let machine = try begin(unit, name, with: after)
    #expect(try machine.ownUnit()?.parent == new)
    try sameAfterRebuild(machine)
    #expect(
      try machine.connection.one("SELECT 1 FROM account WHERE user = ?1", [.text(unit.text)]) { _ in true } == true)
    try send(machine, after)
    try accept(at: after)
    let report = try send(after, machine)
    #expect(report.waiting == 0)
    try sameAfterRebuild(machine, after)
    return machine
  }

  private func accept(at office: Store) throws {
    for join in try office.openJoins() {
      try office.acceptJoin(join.join, password: TrainingSet.password, by: try user(office))
    }
  }

  /// A machine that begins with a card of this office.
  private func begin(_ unit: UnitCode, _ name: String, with office: Store) throws -> Store {
    let card = try office.issueCard(for: unit, password: TrainingSet.password, by: try user(office))
    let (machine, joined) = try Store.join(
      at: files.folder.file(name), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 71))
    _ = try machine.makeProfile(
      joined.user, currentPassword: card.code.shown, first: "คนใหม่", last: "ฝึกหัด", position: "ครู",
      phone: "0000000006", newPassword: TrainingSet.password)
    return machine
  }

  @Test(
    "a machine that joins with a card of the new office can be worked at",
    arguments: ["moved", "new", "closed", "ended"])
  func card(_ how: String) throws {
    let unit = how == "new" ? UnitCode("3099000009") : code
    if how == "new" {
      let one = Unit(code: unit, kind: .centre, name: "ศูนย์ใหม่", parent: old, province: "ฝึกหัด")
      try before.addUnit(one, by: try user(before))
      try send(before, province)
      try province.editUnit(unit, by: UserName("99")) { $0.parent = new }
    } else if how == "closed" {
      try close()
    } else {
      try move()
    }
    try send(province, after)
    if how == "ended" {
      try after.endTerm(of: unit, reason: "ย้าย", password: TrainingSet.password, by: try user(after))
    }
    let machine = try join(unit, "\(how).db")
    #expect(try machine.roster(RosterFilter(), .first, limit: 100).count == children(after, unit))
    _ = try machine.addStudent(Fixtures.changes(Fixtures.child { $0[.first] = "ใหม่" }), by: UserName(unit.text))
    try send(machine, after)
    #expect(try children(after, unit) == machine.roster(RosterFilter(), .first, limit: 100).count)
    try send(after, province)
    #expect(try children(province, unit) == children(after, unit))
  }

  @Test("what an office entered for an institution without a computer stays when that is moved")
  func onBehalf() throws {
    let unit = UnitCode("3099000009"), officer = try user(before)
    var one = Unit(code: unit, kind: .centre, name: "ศูนย์ไม่มีเครื่อง", parent: old, province: "ฝึกหัด")
    one.hasNoComputer = true
    try before.addUnit(one, by: officer)
    before.focus = unit
    _ = try before.addStudent(Fixtures.changes(Fixtures.child { $0[.first] = "มะลิ" }), by: officer)
    before.focus = nil
    try send(before, province)
    #expect(try children(province, unit) == 1)
    try province.editUnit(unit, by: UserName("99")) { $0.parent = new }
    #expect(try children(province, unit) == 1)
    try send(province, after)
    #expect(try children(after, unit) == 1)
    try send(province, before)
    #expect(try children(before, unit) == 1)
    after.focus = unit
    _ = try after.addStudent(Fixtures.changes(Fixtures.child { $0[.first] = "มะกรูด" }), by: try user(after))
    after.focus = nil
    try send(after, province)
    #expect(try children(province, unit) == 2)
    try sameAfterRebuild(before, after, province)
  }

  /// A centre for which its authority enters, with one child that the province knows of.
  private func withoutComputer() throws -> UnitCode {
    let unit = UnitCode("3099000009"), officer = try user(before)
    var one = Unit(code: unit, kind: .centre, name: "ศูนย์ไม่มีเครื่อง", parent: old, province: "ฝึกหัด")
    one.hasNoComputer = true
    try before.addUnit(one, by: officer)
    try enter(unit, ["มะลิ"])
    try send(before, province)
    return unit
  }

  private func enter(_ unit: UnitCode, _ names: [String]) throws {
    before.focus = unit
    defer { before.focus = nil }
    for name in names {
      _ = try before.addStudent(Fixtures.changes(Fixtures.child { $0[.first] = name }), by: try user(before))
    }
  }

  @Test(
    "what the old office entered and had not sent when a unit was moved is held, and the new office adopts all of it")
  func underWay() throws {
    let unit = try withoutComputer()
    try enter(unit, ["มะกรูด", "มะนาว"])
    try province.editUnit(unit, by: UserName("99")) { $0.parent = new }
    #expect(try send(before, province).held == 2)
    #expect(try province.adoptable(about: unit).isEmpty)
    #expect(try send(province, after).held == 2)
    #expect(try children(after, unit) == 1)
    try send(province, before)
    #expect(try children(before, unit) == 1)
    #expect(try before.adoptable(about: unit).isEmpty)
    let held = try after.adoptable(about: unit)
    #expect(held.count == 2)
    #expect(throws: Refusal.self) { try before.adopt(held, by: try user(before)) }
    try after.adopt(held, by: try user(after))
    #expect(try after.adoptable(about: unit).isEmpty)
    #expect(try children(after, unit) == 3)
    try send(after, province)
    #expect(try children(province, unit) == 3)
    try sameAfterRebuild(before, after, province)
  }

  @Test("a new person's machine that the old office let in, not knowing of the move, is let in by the new one")
  func replaced() throws {
    try before.endTerm(of: code, reason: "ย้าย", password: TrainingSet.password, by: try user(before))
    try move()
    let machine = try begin(code, "replaced.db", with: before)
    try send(machine, before)
    try accept(at: before)
    try send(before, machine)
    _ = try machine.addStudent(Fixtures.changes(Fixtures.child { $0[.first] = "ของคนใหม่" }), by: UserName(code.text))
    try send(machine, before)
    #expect(try children(before, code) == 7)
    for (from, to) in [(before, province), (province, after), (province, before)] { try send(from, to) }
    #expect(try children(after, code) == 6)
    #expect(try after.openJoins().map(\.unit.code) == [code])
    try accept(at: after)
    #expect(try children(after, code) == 7)
    try send(after, machine)
    #expect(try machine.ownUnit()?.parent == new)
    #expect(try machine.roster(RosterFilter(), .first, limit: 100).count == 7)
    _ = try machine.addStudent(Fixtures.changes(Fixtures.child { $0[.first] = "คนที่สอง" }), by: UserName(code.text))
    #expect(try send(machine, after).waiting == 0)
    #expect(try children(after, code) == 8)
    try sameAfterRebuild(machine, after, before, province)
  }

  @Test("what an authority's lost machine entered for a centre after the end of its term is adopted by the next one")
  func successorOfOffice() throws {
    let onPaper = try before.makeBoxKey()
    let unit = try withoutComputer()
    try enter(unit, ["มะกรูด"])
    try province.endTerm(of: old, reason: "เครื่องหาย", password: TrainingSet.password, by: UserName("99"))
    let card = try province.issueCard(for: old, password: TrainingSet.password, by: UserName("99"))
    let (next, joined) = try Store.join(
      at: files.folder.file("next.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 73))
    _ = try next.makeProfile(
      joined.user, currentPassword: card.code.shown, first: "คนใหม่", last: "ฝึกหัด", position: "เจ้าหน้าที่",
      phone: "0000000007", newPassword: TrainingSet.password)
    try next.recoverBoxKey(onPaper)
    try send(next, province)
    try accept(at: province)
    try send(before, province)
    try send(province, next)
    #expect(try children(next, unit) == 1)
    try next.adopt(try next.adoptable(about: unit), by: joined.user)
    #expect(try children(next, unit) == 2)
    try send(next, province)
    #expect(try children(province, unit) == 2)
    try sameAfterRebuild(next, province)
  }

  @Test("a further machine of the new office gets the school's data too")
  func furtherMachine() throws {
    try move()
    try send(province, after)
    let card = try after.issueCard(for: new, password: TrainingSet.password, by: try user(after))
    let (second, _) = try Store.join(
      at: files.folder.file("second.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 72))
    #expect(try children(second, code) == children(after, code))
    try sameAfterRebuild(second)
  }

  @Test("a unit that is moved back hangs where it was, and its old office gets everything again")
  func back() throws {
    try move()
    for office in [before, after] { try send(province, office) }
    try send(after, school)
    try edit("ระหว่างย้าย")
    try send(school, after)
    try send(after, province)
    try province.editUnit(code, by: UserName("99")) { $0.parent = old }
    for office in [before, after] { try send(province, office) }
    #expect(try remarks(before, code) == remarks(school, code))
    try send(before, school)
    #expect(try school.ownUnit()?.parent == old)
    try edit("กลับมาแล้ว")
    try send(school, before)
    #expect(try remarks(before, code) == remarks(school, code))
    try sameAfterRebuild(school, before, after, province)
  }

  @Test("an institution whose entries all wait is not ready to be confirmed")
  func waiting() throws {
    let unit = UnitCode("3099000009")
    try after.addUnit(
      Unit(code: unit, kind: .centre, name: "ศูนย์ใหม่", parent: new, province: "ฝึกหัด"), by: try user(after))
    let card = try after.issueCard(for: unit, password: TrainingSet.password, by: try user(after))
    let (machine, joined) = try Store.join(
      at: files.folder.file("waiting.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 74)
    )
    _ = try machine.makeProfile(
      joined.user, currentPassword: card.code.shown, first: "คน", last: "ฝึกหัด", position: "ครู", phone: "0000000006",
      newPassword: TrainingSet.password)
    _ = try machine.addStudent(Fixtures.changes(Fixtures.child { $0[.first] = "ใหม่" }), by: joined.user)
    #expect(try send(machine, after).waiting > 0)
    let round = try #require(try after.currentRound()), there = try #require(try after.unit(unit))
    let standing = try after.standing(of: there, round: round)
    #expect(standing.counts.all.total == 0)
    #expect(standing.datasets.allSatisfy { $0.name == .open })
  }

  @Test(
    "PU-09 what was decided of its child before the move is known at its new office; of others' nothing is told anybody"
  )
  func decided() throws {
    let centre = UnitCode("3099000002"), third = UnitCode("3099000003")
    func side(_ unit: UnitCode) throws -> RecordID {
      before.focus = unit
      defer { before.focus = nil }
      return try #require(try before.roster(RosterFilter(), .first, limit: 1).first?.id)
    }
    func decide(_ other: UnitCode, _ words: String) throws {
      let pair = DoublePair(
        first: try side(code), firstUnit: code, second: try side(other), secondUnit: other, evidence: .nearNameAndBirth)
      let claim = try before.openClaim(pair, due: TrainingSet.clock.date, by: user(before))
      try before.decideClaim(claim, ClaimDecision(outcome: .different, words: words), by: user(before))
    }
    try decide(centre, "คนละคน")
    try send(before, province)
    try move()
    try send(province, after)
    #expect(try after.claims().map(\.decision?.words) == ["คนละคน"])
    try send(after, school)
    #expect(try school.claims().map(\.decision?.words) == ["คนละคน"])
    // The third institution has no part in it.
    let other = try files.store(third)
    try send(before, other)
    #expect(try other.claims().isEmpty)
    let told = try other.events(after: 0, limit: 10_000).filter { $0.header.kind == .claimDecided }
    #expect(told.allSatisfy { $0.body == nil })
  }
}
