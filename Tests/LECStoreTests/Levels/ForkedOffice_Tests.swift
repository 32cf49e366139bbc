import LECModel
import TestSupport
import Testing

@testable import LECStore

/// An office whose file was used in two copies, or whose key somebody else has.
@Suite("Offices with forked chains")
struct ForkedOffice_Tests {
  private typealias K = Kingdom
  private let kingdom: Kingdom
  private let school = UnitCode(K.school)

  init() throws { kingdom = try Kingdom() }

  @Test("an office that lost a school and forks its chain takes the card of the school's machine back from nobody")
  func fork() throws {
    let old = try #require(kingdom.chains[K.authority])
    try kingdom.moveSchool()
    let after = kingdom.add(K.school, .studentAdded, Kingdom.child("หลังย้าย"))
    try kingdom.settle()
    #expect(try kingdom.verdict(after) == nil)
    // Another event in the place of one of the first.
    let place = try #require(old.events.first { $0.header.kind == .unitSet })
    var header = place.header
    header.record = nil
    var forked = place
    forked = RawEvent(
      EventHeader(
        chain: header.chain, sequence: header.sequence, previous: header.previous, lamport: header.lamport,
        time: header.time, author: header.author, unit: UnitCode(K.authority), kind: .noteWritten, record: nil,
        base: [], bodyHash: Sodium.hash([1])), salt: place.salt, body: nil)
    try kingdom.store.local {
      _ = try kingdom.store.log.store(forked)
      kingdom.store.trust.forget()
    }
    _ = try kingdom.store.rebuild()
    #expect(try kingdom.store.trust.state().forks[old.chain] != nil)
    #expect(try kingdom.verdict(after) == nil)
    #expect(try kingdom.store.counts(unit: school).all.total == 2)
  }

  @Test("the end of a term names both ends of a chain whose file was used in two copies: what each rightly did counts")
  func bothBranches() throws {
    let (one, other, _) = try twoCopies()
    let cards = try [one, other].map { try #require($0.events.last).id }
    for card in cards { #expect(try kingdom.verdict(card) == .held(.forkedChain)) }
    try end()
    for card in cards { #expect(try kingdom.verdict(card) == nil) }
    // A second end names no more than the first.
    let unit = UnitCode(K.authority)
    #expect(Set(try kingdom.store.heads(of: unit, except: nil)) == [one.head, other.head])
    kingdom.add(
      K.province, .termEnded, .termEnd(TermEnd(unit: unit, term: 1, heads: [one.head], reason: "-")),
      about: K.authority)
    try kingdom.settle([one, other])
    #expect(try kingdom.verdict(cards[0]) == nil)
    #expect(try kingdom.verdict(cards[1]) == .held(.afterTerm))
    #expect(try kingdom.store.heads(of: unit, except: nil) == [one.head])
  }

  @Test("with it counts what machines wrote that the office let in beside its own on one of the branches")
  func besideBranch() throws {
    var (one, other, _) = try twoCopies()
    var beside = kingdom.machine(beside: &other, term: 1)
    var further = kingdom.machine(beside: &beside, term: 1)
    let card = further.issue(school, term: 2, purpose: .replacement)
    one.lamport = further.lamport
    try kingdom.settle([one, other, beside, further])
    #expect(try kingdom.verdict(card.id) != nil)
    for machine in [beside, further] {
      #expect(try kingdom.store.trust.state().unit(ofMachine: machine.chain) == UnitCode(K.authority))
    }
    try end()
    #expect(try kingdom.verdict(card.id) == nil)
    let unit = UnitCode(K.authority)
    #expect(
      Set(try kingdom.store.heads(of: unit, except: nil)) == [one.head, other.head, beside.head, further.head])
  }

  @Test("of a row of machines that let each other in and that nobody let in, only the first few are known")
  func row() throws {
    var office = try #require(kingdom.chains[K.authority])
    let card = office.issue(school, term: 2, purpose: .replacement)
    var first = ChainMaker(unit: school, training: true, lamport: office.lamport, world: kingdom.world)
    first.join(with: card, lamport: office.lamport)
    var machines = [first]
    for _ in 0..<300 { machines.append(kingdom.machine(beside: &machines[machines.count - 1], term: 2)) }
    try kingdom.settle([office] + machines)
    let state = try kingdom.store.trust.state()
    #expect(state.standing(first.chain).office == nil)
    let known = machines.map { state.unit(ofMachine: $0.chain) == school }
    #expect(known.prefix(2) == [true, true])
    #expect(known.count { $0 } < 10)
    #expect(try kingdom.store.verify().isOK)
  }

  @Test("two strangers that let each other in are nobody's machines")
  func eachOther() throws {
    func stranger() -> ChainMaker {
      ChainMaker(unit: school, training: true, lamport: kingdom.lamport, world: kingdom.world)
    }
    var one = stranger(), other = stranger()
    let mine = one.issue(school, term: 1, purpose: .device), yours = other.issue(school, term: 1, purpose: .device)
    one.join(with: yours, lamport: one.lamport)
    other.join(with: mine, lamport: other.lamport)
    try kingdom.settle([one, other])
    let state = try kingdom.store.trust.state()
    for machine in [one, other] { #expect(state.unit(ofMachine: machine.chain) == nil) }
    #expect(state.chainsToCome(of: school).isEmpty)
  }

  @Test("a piece of a third branch behind that end is held, and nobody is sent for what is missing before it")
  func thirdBranch() throws {
    let (one, other, _) = try twoCopies()
    var third = one.cut(to: one.events.count - 1)
    third.add(.noteWritten, .note(Note(unit: school, words: "ก")), about: school)
    let last = third.add(.noteWritten, .note(Note(unit: school, words: "ข")), about: school)
    let piece = try #require(third.events.last)
    try kingdom.store.local { _ = try kingdom.store.log.store(piece) }
    try kingdom.store.local { try kingdom.store.log.noteGap(third.chain) }
    _ = try kingdom.store.rebuild()
    #expect(try kingdom.verdict(last) == .waiting(.gap))
    #expect(try kingdom.store.missingPieces().count == 1)
    try end()
    try kingdom.settle([one, other])
    #expect(try kingdom.verdict(last) == .held(.afterTerm))
    #expect(try kingdom.store.missingPieces().isEmpty)
  }

  @Test("a machine whose card is held is passed on all the same, to the office that can decide about the card")
  func passedOn() throws {
    let (one, other, card) = try twoCopies()
    var machine = ChainMaker(unit: school, training: true, lamport: one.lamport, world: kingdom.world)
    machine.join(with: card, lamport: one.lamport)
    let life = ChainMaker(
      unit: school, reason: .restored, training: true, lamport: machine.lamport,
      continues: (machine.chain, machine.keys.secret), world: kingdom.world)
    // Whoever names a card without having it is carried nowhere.
    var stranger = ChainMaker(unit: school, training: true, lamport: one.lamport, world: kingdom.world)
    stranger.join(with: IssuedCard(id: card.id, secret: stranger.keys.secret), lamport: one.lamport)
    try kingdom.settle([one, other, machine, life, stranger])
    #expect(try kingdom.verdict(card.id) == .held(.forkedChain))
    for (chain, unit) in [(machine.chain, school), (life.chain, school), (stranger.chain, nil)] {
      let writer = try ChainWriters(trust: kingdom.store.trust).writer(chain)
      #expect(writer.office == nil)
      #expect(writer.unit == unit)
    }
  }

  /// The authority's file as two machines wrote on in it, each with a card for a school; the card of the first.
  private func twoCopies() throws -> (ChainMaker, ChainMaker, IssuedCard) {
    var one = try #require(kingdom.chains[K.authority])
    one.lamport = kingdom.lamport
    var other = one
    let card = one.issue(school, term: 2, purpose: .replacement)
    _ = other.issue(UnitCode(K.centre), term: 2, purpose: .replacement)
    try kingdom.settle([one, other])
    return (one, other, card)
  }

  /// The province ends the authority's term with what it knows of it.
  private func end() throws {
    let unit = UnitCode(K.authority)
    let heads = try kingdom.store.heads(of: unit, except: nil)
    kingdom.add(
      K.province, .termEnded, .termEnd(TermEnd(unit: unit, term: 1, heads: heads, reason: "-")), about: K.authority)
    try kingdom.settle()
  }
}
