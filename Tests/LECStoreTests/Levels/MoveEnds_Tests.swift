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
  private func addLow(
    _ unit: String, _ kind: EventKind, _ content: EventContent, about: String, base: [EventID] = [],
    counter: Int64 = 1
  ) throws -> EventID {
    var chain = try #require(kingdom.chains[unit])
    chain.lamport = counter
    let id = chain.add(kind, content, about: code(about), base: base)
    kingdom.chains[unit] = chain
    return id
  }

  private func child(_ first: String) -> EventContent {
    .changes([FieldChange(.first, first), FieldChange(.state, "enrolled")])
  }

  private func note(_ unit: String) -> EventContent {
    .note(Note(unit: code(unit), words: "ตรวจ"))
  }

  /// Sets a unit as an honest office does, knowing what it was.
  private func set(
    _ writer: String, _ unit: String, _ kind: UnitKind = .centre, under parent: String, noComputer: Bool = false,
    naming: [String] = []
  ) {
    kingdom.add(
      writer, .unitSet, setting(unit, kind, under: parent, noComputer: noComputer, naming: naming), about: unit,
      base: kingdom.setting(of: unit))
  }

  /// A centre without a computer, for which its authority enters.
  private func found() { set(K.authority, K.centre, under: K.authority, noComputer: true) }

  private func move(naming: [String] = [K.authority]) {
    set(K.province, K.centre, under: K.secondAuthority, noComputer: true, naming: naming)
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
    found()
    let first = kingdom.setting(of: K.centre)
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
      about: code(K.centre), base: first)
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
    let before = kingdom.setting(of: K.centre)
    set(K.department, K.centre, under: K.farAuthority, naming: [K.secondAuthority, K.province, K.authority])
    var province = try #require(kingdom.chains[K.province])
    let far = ChainHead(chain: province.chain, sequence: 1 << 40, id: EventID(.zero))
    province.lamport = 1
    for parent in [K.authority, K.secondAuthority, K.authority] {
      province.add(
        .unitSet,
        .unit(Unit(code: code(K.centre), kind: .centre, name: "ปลอม", parent: code(parent)), ends: [far]),
        about: code(K.centre), base: before)
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
    set(K.department, K.secondAuthority, .authority, under: K.otherProvince, naming: [K.province])
    let late = try addLow(K.province, .noteWritten, note(K.centre), about: K.centre)
    let taken = try addLow(
      K.province, .unitSet, setting(K.centre, .centre, under: K.authority), about: K.centre,
      base: kingdom.setting(of: K.centre))
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
    set(K.authority, K.centre, under: K.authority)
    try settle()
    #expect(try kingdom.verdict(one) == nil)
    #expect(try kingdom.store.counts(unit: code(K.centre)).all.total == 1)
  }

  @Test(
    "an office that was given an institution by a province that was given it keeps it when it is moved on from there")
  func movedOn() throws {
    move()
    let noted = kingdom.add(K.province, .noteWritten, note(K.centre), about: K.centre)
    set(K.department, K.secondAuthority, .authority, under: K.otherProvince, naming: [K.province])
    set(K.otherProvince, K.centre, under: K.farAuthority, naming: [K.secondAuthority])
    let child = kingdom.add(K.centre, .studentAdded, child("ยังอยู่"))
    let late = try addLow(K.province, .noteWritten, note(K.centre), about: K.centre)
    try settle()
    #expect(try kingdom.store.unit(code(K.centre))?.parent == code(K.farAuthority))
    for one in [noted, child] { #expect(try kingdom.verdict(one) == nil) }
    #expect(try kingdom.verdict(late) == .held(.afterMove))
  }

  @Test("a province that names an end for its friend without end gives it nothing beyond the next move from above")
  func longEnds() throws {
    found()
    let friend = try #require(kingdom.chains[K.authority])
    let far = ChainHead(chain: friend.chain, sequence: 1 << 40, id: EventID(.zero))
    var one = Unit(code: code(K.centre), kind: .centre, name: K.centre, parent: code(K.secondAuthority))
    one.hasNoComputer = true
    kingdom.add(K.province, .unitSet, .unit(one, ends: [far]), about: K.centre, base: kingdom.setting(of: K.centre))
    set(
      K.department, K.centre, under: K.farAuthority, noComputer: true,
      naming: [K.secondAuthority, K.province, K.authority])
    let late = kingdom.add(K.authority, .studentAdded, child("เพื่อน"), about: K.centre)
    try settle()
    #expect(try kingdom.verdict(late) == .held(.afterMove))
  }

  @Test("whoever renames a unit and has not heard of its move does not move it back")
  func renamed() throws {
    let before = kingdom.setting(of: K.centre)
    move()
    let noted = kingdom.add(K.secondAuthority, .noteWritten, note(K.centre), about: K.centre)
    var one = Unit(code: code(K.centre), kind: .centre, name: "ชื่อใหม่", parent: code(K.authority))
    one.hasNoComputer = false
    kingdom.add(K.province, .unitSet, .unit(one), about: K.centre, base: before)
    try settle()
    let now = try #require(try kingdom.store.unit(code(K.centre)))
    #expect(now.parent == code(K.secondAuthority) && now.name == "ชื่อใหม่" && now.hasNoComputer)
    #expect(try kingdom.verdict(noted) == nil)
  }

  @Test("a move said a second time from an old copy takes nothing of what the first one named")
  func twice() throws {
    found()
    let before = kingdom.setting(of: K.centre), short = try #require(kingdom.chains[K.authority]).head
    let one = kingdom.add(K.authority, .studentAdded, child("ยังนับ"), about: K.centre)
    move()
    var unit = Unit(code: code(K.centre), kind: .centre, name: K.centre, parent: code(K.secondAuthority))
    unit.hasNoComputer = true
    _ = try addLow(K.province, .unitSet, .unit(unit, ends: [short]), about: K.centre, base: before)
    try settle()
    #expect(try kingdom.verdict(one) == nil)
  }

  @Test("a code that is given out a second time moves nothing, whoever has its old office by now")
  func codeAgain() throws {
    let founded = kingdom.lamport
    move()
    set(K.department, K.authority, .authority, under: K.otherProvince, naming: [K.province])
    let taken = try addLow(
      K.otherProvince, .unitSet, setting(K.centre, .centre, under: K.farAuthority), about: K.centre,
      counter: founded - 1)
    try settle()
    #expect(try kingdom.store.unit(code(K.centre))?.parent == code(K.secondAuthority))
    #expect(try kingdom.verdict(taken) == .refused(.notAllowed))
  }

  @Test("a copy of an office whose term was ended at another branch issues no card, sets no unit and lets nobody in")
  func fork() throws {
    let copy = try #require(kingdom.chains[K.authority])
    kingdom.add(K.authority, .noteWritten, note(K.school), about: K.school)
    kingdom.add(K.authority, .noteWritten, note(K.school), about: K.school)
    let head = try #require(kingdom.chains[K.authority]).head
    for _ in 0..<4 { kingdom.add(K.authority, .noteWritten, note(K.school), about: K.school) }
    kingdom.add(
      K.province, .termEnded,
      .termEnd(TermEnd(unit: code(K.authority), term: 1, heads: [head], reason: "เครื่องหาย")), about: K.authority)
    var fork = copy
    fork.lamport = kingdom.lamport
    let renamed = fork.add(
      .unitSet, .unit(Unit(code: code(K.school), kind: .school, name: "ปลอม", parent: code(K.authority))),
      about: code(K.school), base: kingdom.setting(of: K.school))
    let card = fork.issue(code(K.school), purpose: .replacement)
    var machine = ChainMaker(unit: code(K.school), training: true, lamport: fork.lamport, world: kingdom.world)
    let join = machine.join(with: card, lamport: fork.lamport)
    fork.add(.joinAccepted, .acceptedJoin(JoinAccepted(join: join)), about: code(K.school))
    machine.appoint(UserName(K.school), first: "ผู้บุกรุก", position: "-")
    let added = machine.add(.studentAdded, child("ผู้บุกรุก"))
    try kingdom.take([fork, machine])
    _ = try kingdom.store.rebuild()
    #expect(try kingdom.store.unit(code(K.school))?.name == K.school)
    #expect(try kingdom.verdict(renamed) == .refused(.notAllowed))
    #expect(try kingdom.verdict(card.id) == .held(.afterTerm))
    // Whoever has the office now sees the machine, and that its card came late: no more than that.
    #expect(try kingdom.verdict(added) == .waiting(.joinNotAccepted))
  }
}
