import LECModel
import TestSupport
import Testing

@testable import LECStore

/// An office gets its card from a machine above it that the units below have not heard of: they read its files all the same.
@Suite("Cards from machines that those below have not heard of")
struct StrangeIssuer_Tests {
  private static let school = UnitCode("3099000001"), authority = UnitCode("05990101"), province = UnitCode("99")
  private let tree: TreeFiles

  init() throws { tree = try TreeFiles(children: 4) }

  private func user(_ code: UnitCode) -> UserName { UserName(code.text) }

  /// A machine that joins with this card, with a person of its own.
  private func machine(_ card: NewCard, _ name: String, seed: UInt64) throws -> Store {
    let (store, _) = try Store.join(
      at: tree.folder.file(name + ".db"), starter: card.starter.bytes, card: card.code,
      world: Fixtures.world(seed: seed))
    _ = try store.makeProfile(
      card.user, currentPassword: card.code.shown, first: "คนใหม่", last: "ฝึกหัด", position: "นักวิชาการศึกษา",
      phone: "0000000005", newPassword: TrainingSet.password)
    return store
  }

  private func replace(_ code: UnitCode, by issuer: Store, _ name: String, seed: UInt64) throws -> Store {
    let own = try #require(try issuer.ownUnit()).code
    try issuer.endTerm(of: code, reason: "เครื่องเสีย", password: TrainingSet.password, by: user(own))
    let card = try issuer.issueCard(for: code, password: TrainingSet.password, by: user(own))
    #expect(card.purpose == .replacement)
    return try machine(card, name, seed: seed)
  }

  private func send(_ from: Store, to code: UnitCode) throws -> MadeBundle {
    try from.makeBundle(for: code, delta: false, by: user(try #require(try from.ownUnit()).code))
  }

  /// The school reads the office's first file, and what it sends in turn is taken there.
  private func expectMet(_ office: Store) throws {
    let school = try tree.store(Self.school), code = try #require(try office.ownUnit()).code
    let read = try school.read(bundle: try send(office, to: Self.school).bytes, name: "")
    #expect(read.refused == 0)
    let chain = try #require(try office.ownChain())
    #expect(try school.trust.state().standing(chain).office?.unit == code)
    let back = try school.makeBundle(for: code, delta: false, by: user(Self.school))
    _ = try office.read(bundle: back.bytes, name: back.name)
    #expect(try office.lastFile(from: Self.school) != nil)
  }

  @Test("the second machine of a province ends an authority's term and hands the successor his card")
  func second() throws {
    let second = try tree.secondMachine(of: Self.province)
    try expectMet(try replace(Self.authority, by: second, "successor", seed: 601))
  }

  @Test("the province was replaced itself before, and by then the authority")
  func replaced() throws {
    let province = try replace(Self.province, by: try tree.store("00"), "province", seed: 602)
    try expectMet(try replace(Self.authority, by: province, "successor", seed: 603))
  }

  @Test("a machine that the second of three let in hands out the card")
  func third() throws {
    let second = try tree.secondMachine(of: Self.province)
    let card = try second.issueCard(for: Self.province, password: TrainingSet.password, by: user(Self.province))
    let third = try machine(card, "third", seed: 604)
    try expectMet(try replace(Self.authority, by: third, "successor", seed: 605))
  }

  @Test("somebody else works on the machine than those below know")
  func newPerson() throws {
    let province = try tree.store(Self.province), user = user(Self.province)
    let first = try province.handOver(user, password: TrainingSet.password, note: "ย้าย")
    _ = try province.makeProfile(
      user, currentPassword: first, first: "คนต่อไป", last: "ฝึกหัด", position: "ท้องถิ่นจังหวัด", phone: "0000000006",
      newPassword: TrainingSet.password)
    try expectMet(try replace(Self.authority, by: province, "successor", seed: 607))
  }

  @Test("the first machine of an authority takes the first file of a school that got its card from the second")
  func upward() throws {
    let first = try tree.store(Self.authority), second = try tree.secondMachine(of: Self.authority)
    let school = try machine(
      try second.issueCard(for: Self.school, password: TrainingSet.password, by: user(Self.authority)), "school2",
      seed: 606)
    let made = try send(school, to: Self.authority)
    let report = try first.read(bundle: made.bytes, name: made.name)
    #expect(report.refused == 0 && report.held == 0)
    #expect(try first.lastFile(from: Self.school) != nil)
  }

  @Test(
    "a machine of the province takes the file of an authority that another one there let in, which it has not heard of")
  func beside() throws {
    let province = try tree.store(Self.province), top = try tree.store("00")
    let card = try top.issueCard(for: Self.province, password: TrainingSet.password, by: user(UnitCode("00")))
    #expect(card.purpose == .device)
    let other = try machine(card, "other", seed: 608)
    let office = try replace(Self.authority, by: other, "successor", seed: 609)
    for isAgain in [false, true] {
      let made = try send(office, to: Self.province)
      // It has a key of its own, which the first machine's card does not know of: what is asked is whether the sender is believed.
      #expect(try province.signingKey(of: made.header, card: nil) == made.header.signingKey)
      let (_, runs) = try other.open(bundle: made.bytes)
      let report = try province.take(runs, made.header, file: made.bytes, name: made.name, isPreview: !isAgain)
      #expect(report.refused == 0)
    }
    // Whose it is shows as soon as the department's word on the other machine comes.
    _ = try province.read(bundle: try send(top, to: Self.province).bytes, name: "")
    let chain = try #require(try office.ownChain())
    #expect(try province.trust.state().unit(ofMachine: chain) == Self.authority)
    let join = try province.trust.state().joins.first { $0.chain == chain }?.join
    #expect(try province.openJoins().contains { $0.join == join })
  }

  @Test("an office takes the file of a school's second machine before it has heard of the first")
  func firstUnheard() throws {
    let office = try tree.store(Self.authority), code = UnitCode("3099000077")
    try office.addUnit(
      Unit(code: code, kind: .school, name: "โรงเรียนใหม่", parent: Self.authority, province: "ฝึกหัด"),
      by: user(Self.authority))
    let first = try machine(
      try office.issueCard(for: code, password: TrainingSet.password, by: user(Self.authority)), "s1", seed: 610)
    let second = try machine(
      try first.issueCard(for: code, password: TrainingSet.password, by: user(code)), "s2", seed: 611)
    let made = try send(second, to: Self.authority)
    _ = try office.read(bundle: made.bytes, name: made.name)
    // The first one's join came along, and can be accepted even if that machine never sends anything.
    #expect(try office.openJoins().contains { $0.unit.code == code })
  }

  @Test("a machine that got no key of its office lets in another, and both open what is sent there")
  func noSharedKey() throws {
    let province = try tree.store(Self.province)
    let card = try province.issueCard(for: Self.authority, password: TrainingSet.password, by: user(Self.province))
    let beside = try machine(card, "beside", seed: 612)
    _ = try province.read(bundle: try send(beside, to: Self.province).bytes, name: "")
    for join in try province.openJoins() where join.unit.code == Self.authority {
      try province.acceptJoin(join.join, password: TrainingSet.password, by: user(Self.province))
    }
    let own = try beside.issueCard(for: Self.authority, password: TrainingSet.password, by: user(Self.authority))
    let next = try machine(own, "next", seed: 613)
    _ = try province.read(bundle: try send(next, to: Self.province).bytes, name: "")
    let made = try send(province, to: Self.authority)
    for store in [beside, next, try tree.store(Self.authority)] { #expect(try store.canRead(made.header)) }
  }
}
