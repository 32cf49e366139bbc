import LECModel
import TestSupport
import Testing

@testable import LECStore

/// The department comes back with its spare code: which of its machines are in office then.
@Suite("The department comes back")
struct DepartmentReturn_Tests {
  private typealias K = Kingdom
  private let kingdom: Kingdom

  init() throws { kingdom = try Kingdom() }

  /// The department's first machine, and a second one that it has let in, with a person of its own.
  private func machines() throws -> (first: ChainMaker, second: ChainMaker) {
    var top = try #require(kingdom.chains[K.department])
    top.lamport = kingdom.lamport
    let card = top.issue(UnitCode(K.department), term: 0, purpose: .device)
    var second = ChainMaker(unit: UnitCode(K.department), training: true, lamport: top.lamport, world: kingdom.world)
    second.join(with: card, lamport: top.lamport)
    second.appoint(UserName(K.department), first: "อีกเครื่อง", position: "-")
    kingdom.chains[K.department] = top
    return (top, second)
  }

  /// Comes back with the spare code: of each of these machines counts what it wrote until then.
  private func enter(_ back: inout ChainMaker, after machines: [ChainMaker]) throws {
    let top = try #require(machines.first)
    let signature = try #require(Sodium.sign(back.chain.hash.bytes, secret: top.keys.secret))
    back.add(.joined, .join(Join(card: kingdom.root, signature: signature, heads: machines.map(\.head))))
  }

  @Test("a second machine of the department goes with the first when the spare code brings in another")
  func department() throws {
    let (top, beside) = try machines()
    var second = beside
    var back = ChainMaker(unit: UnitCode(K.department), training: true, lamport: second.lamport, world: kingdom.world)
    try enter(&back, after: [top, second])
    second.lamport = back.lamport
    let late = second.add(
      .unitSet, .unit(Unit(code: UnitCode("97"), kind: .province, name: "ปลอม", parent: UnitCode(K.department))),
      about: UnitCode("97"))
    try kingdom.settle([second, back])
    #expect(try kingdom.store.trust.state().standing(back.chain).office?.term == 1)
    #expect(try kingdom.store.unit(UnitCode("97")) == nil)
    #expect(try kingdom.verdict(late) != nil)
  }

  @Test("it comes back on a copy of its second machine's file, with the persons of that one")
  func onCopyOfSecond() throws {
    let (top, second) = try machines()
    var back = ChainMaker(
      unit: UnitCode(K.department), reason: .restored, training: true, lamport: second.lamport,
      continues: (second.chain, second.keys.secret), world: kingdom.world)
    try enter(&back, after: [top, second])
    (back.author, back.person) = (second.author, second.person)
    let replacement = back.issue(UnitCode(K.province), term: 2, purpose: .replacement)
    try kingdom.settle([second, back])
    #expect(try kingdom.verdict(replacement.id) == nil)
    #expect(try kingdom.store.trust.state().terms[UnitCode(K.province)] == 2)
  }

  @Test("the department comes back on an old copy of its file with the persons that it had there")
  func departmentOnCopy() throws {
    let top = try #require(kingdom.chains[K.department])
    var back = ChainMaker(
      unit: UnitCode(K.department), reason: .restored, training: true, lamport: kingdom.lamport,
      continues: (top.chain, top.keys.secret), world: kingdom.world)
    try enter(&back, after: [top])
    back.author = top.author
    back.person = top.person
    let card = back.issue(UnitCode(K.province), term: 2, purpose: .replacement)
    try kingdom.settle([back])
    #expect(try kingdom.verdict(card.id) == nil)
    #expect(try kingdom.store.trust.state().terms[UnitCode(K.province)] == 2)
  }

  @Test("of two returns of the department on one copy from the safe the one that was made later is in office")
  func twoReturns() throws {
    let top = try #require(kingdom.chains[K.department])
    var machines: [ChainMaker] = []
    for minutes in [20, 10] as [Int64] {
      var world = kingdom.world
      let then = Moment(milliseconds: world.now().milliseconds + minutes * 60_000)
      world.now = { then }
      var back = ChainMaker(
        unit: UnitCode(K.department), reason: .restored, training: true, lamport: kingdom.lamport - minutes,
        continues: (top.chain, top.keys.secret), world: world)
      try enter(&back, after: [top])
      machines.append(back)
    }
    try kingdom.settle(machines)
    let state = try kingdom.store.trust.state()
    #expect(state.standing(machines[0].chain).office?.reach == .open)
    #expect(state.standing(machines[1].chain).office?.reach != .open)
  }
}
