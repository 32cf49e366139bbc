import LECModel
import TestSupport
import Testing

@testable import LECStore

/// What those who lost a unit by a move wrote about it: as far as the move names their chains it counts, whatever the counters say.
@Suite("Ends that a move names")
struct MoveEnds_Tests {
  private typealias K = Kingdom
  private let kingdom: Kingdom

  init() throws { kingdom = try Kingdom() }

  private func code(_ text: String) -> UnitCode { UnitCode(text) }

  private func setting(
    _ unit: String, _ kind: UnitKind, under parent: String, noComputer: Bool = false, naming: [String] = []
  ) -> EventContent {
    var one = Unit(code: code(unit), kind: kind, name: unit, parent: code(parent))
    one.hasNoComputer = noComputer
    return .unit(one, ends: naming.compactMap { kingdom.chains[$0]?.head })
  }

  /// Writes with a counter of one's own choice: far below everybody's, as a machine would that hears of nothing.
  private func addLow(_ unit: String, _ kind: EventKind, _ content: EventContent, about: String) throws -> EventID {
    var chain = try #require(kingdom.chains[unit])
    chain.lamport = 1
    let id = chain.add(kind, content, about: code(about))
    kingdom.chains[unit] = chain
    return id
  }

  private func child(_ first: String) -> EventContent {
    .changes([FieldChange(.first, first), FieldChange(.state, "enrolled")])
  }

  private func note(_ unit: String) -> EventContent {
    .note(Note(unit: code(unit), words: "ตรวจ"))
  }

  /// A centre without a computer, for which its authority enters.
  private func found() {
    kingdom.add(
      K.authority, .unitSet, setting(K.centre, .centre, under: K.authority, noComputer: true), about: K.centre)
  }

  private func move(naming: [String] = [K.authority]) {
    kingdom.add(
      K.province, .unitSet,
      setting(K.centre, .centre, under: K.secondAuthority, noComputer: true, naming: naming), about: K.centre)
  }

  /// Reads the whole log anew: chains made in memory are taken in without a second look at what was there.
  private func settle() throws {
    try kingdom.take()
    _ = try kingdom.store.rebuild()
  }

  @Test("before the end it counts, behind it the new office adopts it, with any counter")
  func counted() throws {
    found()
    let before = kingdom.add(K.authority, .studentAdded, child("ก่อน"), about: K.centre)
    move()
    let after = kingdom.add(K.authority, .studentAdded, child("หลัง"), about: K.centre)
    let low = try addLow(K.authority, .studentAdded, child("เลขต่ำ"), about: K.centre)
    let other = kingdom.add(K.authority, .studentAdded, child("ไม่รับรอง"), about: K.centre)
    try settle()
    #expect(try kingdom.verdict(before) == nil)
    for one in [after, low, other] { #expect(try kingdom.verdict(one) == .held(.afterMove)) }
    kingdom.add(K.secondAuthority, .adopted, .adoption(Adoption(event: after)), about: K.centre)
    kingdom.add(K.secondAuthority, .adopted, .adoption(Adoption(event: low)), about: K.centre)
    // Neither the office that lost the unit nor one that never had it can make anything count.
    kingdom.add(K.authority, .adopted, .adoption(Adoption(event: other)), about: K.centre)
    kingdom.add(K.farAuthority, .adopted, .adoption(Adoption(event: other)), about: K.centre)
    kingdom.add(K.secondAuthority, .adopted, .adoption(Adoption(event: other)), about: K.second)
    try settle()
    #expect(try kingdom.verdict(after) == nil)
    #expect(try kingdom.verdict(low) == nil)
    #expect(try kingdom.verdict(other) == .held(.afterMove))
  }

  @Test("a counter set far ahead before the move takes nothing away from what was known then")
  func farAhead() throws {
    let first = kingdom.add(
      K.authority, .unitSet, setting(K.centre, .centre, under: K.authority, noComputer: true), about: K.centre)
    var chain = try #require(kingdom.chains[K.authority])
    chain.lamport = 1 << 50
    let ahead = chain.add(.studentAdded, child("ล่วงหน้า"), about: code(K.centre))
    let end = chain.head
    kingdom.chains[K.authority] = chain
    var province = try #require(kingdom.chains[K.province])
    province.add(
      .unitSet,
      .unit(
        Unit(code: code(K.centre), kind: .centre, name: K.centre, parent: code(K.secondAuthority)), ends: [end]),
      about: code(K.centre), base: [first])
    kingdom.chains[K.province] = province
    try settle()
    #expect(try kingdom.verdict(ahead) == nil)
    #expect(try kingdom.store.unit(code(K.centre))?.parent == code(K.secondAuthority))
  }

  @Test("a card and an acceptance behind the end put nobody in office until the new office accepts the machine")
  func card() throws {
    move()
    var old = try #require(kingdom.chains[K.authority])
    old.lamport = 1
    let card = old.issue(code(K.centre), purpose: .replacement)
    var machine = ChainMaker(unit: code(K.centre), training: true, lamport: old.lamport, world: kingdom.world)
    let join = machine.join(with: card, lamport: old.lamport)
    old.add(.joinAccepted, .acceptedJoin(JoinAccepted(join: join)), about: code(K.centre))
    kingdom.chains[K.authority] = old
    machine.appoint(UserName(K.centre), first: "คนใหม่", position: "-")
    let added = machine.add(.studentAdded, child("ของคนใหม่"))
    try kingdom.take([machine])
    #expect(try kingdom.verdict(card.id) == .held(.afterMove))
    #expect(try kingdom.verdict(added) == .waiting(.joinNotAccepted))
    kingdom.add(K.secondAuthority, .joinAccepted, .acceptedJoin(JoinAccepted(join: join)), about: K.centre)
    try kingdom.take([machine])
    #expect(try kingdom.verdict(added) == nil)
    #expect(try kingdom.store.counts(unit: code(K.centre)).all.total == 1)
    try settle()
    #expect(try kingdom.verdict(added) == nil)
  }

  @Test("a province that lost a unit moves it no more, neither with a low counter nor by naming its own end")
  func province() throws {
    // It moved the centre to its second authority once; that stays.
    move()
    kingdom.add(
      K.department, .unitSet,
      setting(K.centre, .centre, under: K.farAuthority, naming: [K.secondAuthority, K.province]), about: K.centre)
    var province = try #require(kingdom.chains[K.province])
    let far = ChainHead(chain: province.chain, sequence: 1 << 40, id: EventID(.zero))
    province.lamport = 1
    for parent in [K.authority, K.secondAuthority, K.authority] {
      province.add(
        .unitSet,
        .unit(Unit(code: code(K.centre), kind: .centre, name: "ปลอม", parent: code(parent)), ends: [far]),
        about: code(K.centre))
    }
    kingdom.chains[K.province] = province
    let late = kingdom.add(K.province, .noteWritten, note(K.centre), about: K.centre)
    try settle()
    #expect(try kingdom.store.unit(code(K.centre))?.parent == code(K.farAuthority))
    #expect(try kingdom.store.unit(code(K.centre))?.name == K.centre)
    #expect(try kingdom.verdict(late) == .held(.afterMove))
    let history = try #require(try kingdom.store.trust.state().units[code(K.centre)])
    #expect(history.forms.map(\.unit.parent) == [K.authority, K.secondAuthority, K.farAuthority].map(code))
  }

  @Test("what a province settled stays when the authority itself goes to another province")
  func authorityMoves() throws {
    move()
    let noted = kingdom.add(K.province, .noteWritten, note(K.centre), about: K.centre)
    kingdom.add(
      K.department, .unitSet,
      setting(K.secondAuthority, .authority, under: K.otherProvince, naming: [K.province]), about: K.secondAuthority)
    let late = try addLow(K.province, .noteWritten, note(K.centre), about: K.centre)
    let taken = try addLow(
      K.province, .unitSet, setting(K.centre, .centre, under: K.authority), about: K.centre)
    try settle()
    #expect(try kingdom.store.unit(code(K.centre))?.parent == code(K.secondAuthority))
    #expect(try kingdom.verdict(noted) == nil)
    #expect(try kingdom.verdict(late) == .held(.afterMove))
    #expect(try kingdom.verdict(taken) == .refused(.notAllowed))
  }

  @Test("a move that names nobody leaves everything of the former office to be adopted")
  func nobody() throws {
    found()
    let one = kingdom.add(K.authority, .studentAdded, child("ก่อน"), about: K.centre)
    move(naming: [])
    try settle()
    #expect(try kingdom.verdict(one) == .held(.afterMove))
  }

  @Test("an institution that gets a computer keeps what its authority entered for it")
  func computer() throws {
    found()
    let one = kingdom.add(K.authority, .studentAdded, child("ก่อนมีเครื่อง"), about: K.centre)
    try kingdom.take()
    kingdom.add(K.authority, .unitSet, setting(K.centre, .centre, under: K.authority), about: K.centre)
    try settle()
    #expect(try kingdom.verdict(one) == nil)
    #expect(try kingdom.store.counts(unit: code(K.centre)).all.total == 1)
  }
}
