import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Who may join with a card, and which of several machines has it.
@Suite("Machines that join late, again, or beside another")
struct SecondJoins_Tests {
  private typealias K = Kingdom
  private let kingdom: Kingdom
  private let school = UnitCode(K.school)

  init() throws { kingdom = try Kingdom() }

  @Test("a card from after the move that leaps puts nobody in office, even where the new office accepts the machine")
  func lateLeap() throws {
    try kingdom.moveSchool()
    let (machine, _, join) = try kingdom.letIn(5000, by: K.authority)
    kingdom.accept(join, by: K.secondAuthority)
    try kingdom.settle([machine])
    #expect(try kingdom.store.trust.state().terms[school] == 1)
    #expect(try kingdom.verdict(join) != nil)
  }

  @Test("a machine with a card from behind the end of its office's term stays out until the next officer lets it in")
  func lateCard() throws {
    let authority = UnitCode(K.authority)
    var dismissed = try #require(kingdom.chains[K.authority])
    let end = TermEnd(unit: authority, term: 1, heads: [dismissed.head], reason: "-")
    kingdom.add(K.province, .termEnded, .termEnd(end), about: K.authority)
    var (machine, _, join) = try kingdom.letIn(2, by: K.authority)
    kingdom.accept(join, by: K.authority)
    dismissed = try #require(kingdom.chains[K.authority])
    let own = dismissed.issue(authority, term: 2, purpose: .device)
    var beside = ChainMaker(unit: authority, training: true, lamport: dismissed.lamport, world: kingdom.world)
    let besideJoin = beside.join(with: own, lamport: dismissed.lamport)
    let added = machine.add(.studentAdded, Kingdom.child("เด็กใหม่"))
    let life = ChainMaker(
      unit: school, reason: .restored, training: true, lamport: machine.lamport,
      continues: (machine.chain, machine.keys.secret), world: kingdom.world)
    try kingdom.settle([dismissed, beside, machine, life])
    // Whose it is, is known before it is let in: it is passed on, and its files are read.
    for chain in [machine.chain, life.chain] {
      #expect(try kingdom.store.trust.state().unit(ofMachine: chain) == school)
    }
    #expect(try kingdom.store.trust.state().unit(ofMachine: beside.chain) == nil)
    #expect(try kingdom.verdict(added) == .waiting(.joinNotAccepted))
    #expect(try kingdom.store.trust.state().joins.first { $0.join == join }?.isLate == true)
    // What he would let in beside himself is shown to nobody.
    #expect(try kingdom.store.trust.state().joins.allSatisfy { $0.join != besideJoin })

    var province = try #require(kingdom.chains[K.province])
    let card = province.issue(authority, term: 2, purpose: .replacement)
    var next = ChainMaker(unit: authority, training: true, lamport: province.lamport, world: kingdom.world)
    let entry = next.join(with: card, lamport: province.lamport)
    next.appoint(UserName(K.authority), first: "คนต่อไป", position: "-")
    kingdom.chains[K.province] = province
    kingdom.add(
      K.province, .joinAccepted, .acceptedJoin(JoinAccepted(join: entry)), about: K.authority)
    kingdom.chains[K.authority] = next
    kingdom.accept(join, by: K.authority)
    try kingdom.settle()
    #expect(try kingdom.verdict(added) == nil)
  }

  @Test("nobody joins once more with a machine that has an office, so as to take it away from what was done there")
  func joinsAgain() throws {
    var (machine, _, join) = try kingdom.letIn(2, by: K.authority)
    kingdom.accept(join, by: K.authority)
    let added = machine.add(.studentAdded, Kingdom.child("เด็กใหม่"))
    try kingdom.settle([machine])
    var officer = try #require(kingdom.chains[K.authority])
    // While he is in office, on a card of his own for the school; and behind his end.
    let first = officer.issue(school, term: 3, purpose: .replacement)
    officer.join(with: first, lamport: machine.lamport)
    let end = TermEnd(unit: UnitCode(K.authority), term: 1, heads: [officer.head], reason: "-")
    kingdom.chains[K.province]?.lamport = officer.lamport
    kingdom.add(K.province, .termEnded, .termEnd(end), about: K.authority)
    let late = officer.issue(school, term: 3, purpose: .replacement)
    officer.join(with: late, lamport: kingdom.lamport)
    // A machine of the school on its own card for a second one, with another that nobody has seen.
    let own = machine.issue(school, term: 2, purpose: .device)
    var hidden = ChainMaker(unit: school, training: true, lamport: machine.lamport, world: kingdom.world)
    hidden.join(with: own, lamport: machine.lamport)
    machine.join(with: own, lamport: hidden.lamport)
    try kingdom.settle([officer, machine, hidden])
    #expect(try kingdom.verdict(added) == nil)
    #expect(try kingdom.verdict(join) == nil)
    #expect(try kingdom.store.trust.state().standing(officer.chain).office?.unit == UnitCode(K.authority))
  }

  @Test("a machine is not accepted before its card is shown: what an officer said of it in his term counts for nothing")
  func acceptedBefore() throws {
    let authority = UnitCode(K.authority)
    var officer = try #require(kingdom.chains[K.authority])
    officer.lamport = kingdom.lamport
    var beside = kingdom.machine(beside: &officer, term: 1)
    let shown = officer.head
    let card = officer.issue(school, term: 2, purpose: .replacement)
    var machine = ChainMaker(unit: school, training: true, lamport: officer.lamport, world: kingdom.world)
    let join = machine.join(with: card, lamport: officer.lamport)
    beside.add(.joinAccepted, .acceptedJoin(JoinAccepted(join: join)), about: school)
    kingdom.chains[K.province]?.lamport = max(beside.lamport, machine.lamport)
    let end = TermEnd(unit: authority, term: 1, heads: [shown, beside.head], reason: "-")
    kingdom.add(K.province, .termEnded, .termEnd(end), about: K.authority)
    try kingdom.settle([officer, beside, machine])
    #expect(try kingdom.verdict(card.id) == .held(.afterTerm))
    #expect(try kingdom.verdict(join) == .waiting(.joinNotAccepted))
  }

  @Test("a machine that an officer let in beside his own goes with him, whatever term its card names")
  func ownCard() throws {
    var officer = try #require(kingdom.chains[K.school])
    officer.lamport = kingdom.lamport
    var hidden = kingdom.machine(beside: &officer, term: 5)
    kingdom.chains[K.school] = officer
    kingdom.endTerm(1, by: K.authority, heads: [officer.head, hidden.head])
    let late = hidden.add(.studentAdded, Kingdom.child("ซ่อน"))
    try kingdom.settle([hidden])
    #expect(try kingdom.verdict(late) == .held(.afterTerm))
  }

  @Test(
    "of two machines that one office let in on one card neither has it, until it is said which goes before the other")
  func twoAccepted() throws {
    let (real, card, first) = try kingdom.letIn(2, by: K.authority)
    let (hidden, _, second) = try kingdom.letIn(2, by: K.authority, with: card)
    kingdom.accept(second, by: K.authority)
    kingdom.accept(first, by: K.authority)
    try kingdom.settle([real])
    #expect(try kingdom.verdict(first) == nil)
    try kingdom.settle([hidden])
    for one in [first, second] { #expect(try kingdom.verdict(one) == .held(.twoJoins)) }
    #expect(try kingdom.store.trust.state().joins.filter { $0.card == card.id && $0.isAccepted }.isEmpty)
    kingdom.accept(first, by: K.authority, before: [second])
    try kingdom.settle()
    #expect(try kingdom.verdict(first) == nil)
    #expect(try kingdom.verdict(second) == .refused(.usedCard))
    // Who thinks better of it says so later.
    kingdom.accept(second, by: K.authority, before: [first])
    try kingdom.settle()
    #expect(try kingdom.verdict(second) == nil)
    #expect(try kingdom.verdict(first) == .refused(.usedCard))
  }

  @Test("what the office above decides after a move holds against every machine that the former one had let in unseen")
  func hidden() throws {
    let (real, card, first) = try kingdom.letIn(2, by: K.authority)
    var others: [(machine: ChainMaker, card: IssuedCard, join: EventID)] = []
    for _ in 0..<2 { others.append(try kingdom.letIn(2, by: K.authority, with: card)) }
    for one in [others[0].join, others[1].join, first] { kingdom.accept(one, by: K.authority) }
    for one in others { kingdom.accept(one.join, by: K.authority, before: [first, others[0].join, others[1].join]) }
    try kingdom.moveSchool()
    try kingdom.settle([real])
    #expect(try kingdom.verdict(first) == nil)
    try kingdom.settle([others[0].machine])
    #expect(try kingdom.verdict(first) == .held(.twoJoins))
    kingdom.accept(first, by: K.secondAuthority, before: [others[0].join])
    try kingdom.settle()
    #expect(try kingdom.verdict(first) == nil)
    try kingdom.settle([others[1].machine])
    #expect(try kingdom.verdict(first) == nil)
    for one in others { #expect(try kingdom.verdict(one.join) == .refused(.usedCard)) }
  }

  @Test(
    "nor does what a former officer of the same office said before: who is in office now says which machine is the right one"
  )
  func formerOfficer() throws {
    let (real, card, first) = try kingdom.letIn(2, by: K.authority)
    let (hidden, _, second) = try kingdom.letIn(2, by: K.authority, with: card)
    kingdom.accept(first, by: K.authority)
    kingdom.accept(second, by: K.authority, before: [first])
    try kingdom.settle([real])
    #expect(try kingdom.verdict(first) == nil)
    // The officer goes, another one comes, and then the hidden machine is shown.
    var province = try #require(kingdom.chains[K.province])
    let old = try #require(kingdom.chains[K.authority])
    province.lamport = kingdom.lamport
    province.add(
      .termEnded, .termEnd(TermEnd(unit: UnitCode(K.authority), term: 1, heads: [old.head], reason: "-")),
      about: UnitCode(K.authority))
    let seat = province.issue(UnitCode(K.authority), term: 2, purpose: .replacement)
    var next = ChainMaker(unit: UnitCode(K.authority), training: true, lamport: province.lamport, world: kingdom.world)
    let joined = next.join(with: seat, lamport: province.lamport)
    province.add(.joinAccepted, .acceptedJoin(JoinAccepted(join: joined)), about: UnitCode(K.authority))
    kingdom.chains[K.province] = province
    next.lamport = province.lamport
    next.appoint(UserName(K.authority), first: "คนใหม่", position: "-")
    kingdom.chains[K.authority] = next
    try kingdom.settle([old, hidden])
    for one in [first, second] { #expect(try kingdom.verdict(one) == .held(.twoJoins)) }
    kingdom.accept(first, by: K.authority, before: [second])
    try kingdom.settle([old])
    #expect(try kingdom.verdict(first) == nil)
    #expect(try kingdom.verdict(second) == .refused(.usedCard))
  }

  @Test("what an office says holds when the unit has come back to the one before")
  func cameBack() throws {
    let (real, card, first) = try kingdom.letIn(2, by: K.authority)
    let (hidden, _, second) = try kingdom.letIn(2, by: K.authority, with: card)
    kingdom.accept(second, by: K.authority)
    kingdom.accept(first, by: K.authority)
    try kingdom.moveSchool()
    try kingdom.settle([real, hidden])
    kingdom.accept(first, by: K.secondAuthority, before: [second])
    try kingdom.settle()
    let back = Unit(code: school, kind: .school, name: K.school, parent: UnitCode(K.authority))
    let end = try #require(kingdom.chains[K.secondAuthority]).head
    let seen = try UnitTable(connection: kingdom.store.connection).heads(school)
    kingdom.add(K.province, .unitSet, .unit(back, ends: [end]), about: K.school, base: seen)
    try kingdom.settle()
    #expect(try kingdom.store.unit(school)?.parent == UnitCode(K.authority))
    #expect(try kingdom.verdict(first) == nil)
    #expect(try kingdom.verdict(second) == .refused(.usedCard))
  }

  @Test(
    "a machine that a former province let into an authority unseen shuts nobody there out of files, in a later term or the same",
    arguments: [900, 1])
  func sealedToAll(term: Int64) throws {
    let unit = UnitCode(K.authority)
    var province = try #require(kingdom.chains[K.province]), authority = try #require(kingdom.chains[K.authority])
    let keys = [authority.boxKeys.publicKey, Sodium.boxPair(seed: [UInt8](repeating: 9, count: 32)).publicKey]
    func box(_ key: [UInt8]) -> EventContent {
      .boxKey(
        BoxKey(
          unit: unit, publicKey: key, sealed: [1], salt: [UInt8](repeating: 1, count: 16), operations: 1, memory: 1))
    }
    authority.lamport = kingdom.lamport
    authority.add(.boxKeySet, box(keys[0]))
    kingdom.chains[K.authority] = authority
    province.lamport = kingdom.lamport
    let card = province.issue(unit, term: term, purpose: .replacement)
    var hidden = ChainMaker(unit: unit, training: true, lamport: province.lamport, world: kingdom.world)
    let joined = hidden.join(with: card, lamport: province.lamport)
    hidden.add(.boxKeySet, box(keys[1]))
    province.add(.joinAccepted, .acceptedJoin(JoinAccepted(join: joined)), about: unit)
    kingdom.chains[K.province] = province
    try kingdom.settle([hidden])
    #expect(Set(try kingdom.store.boxKeys(of: unit)) == Set(keys))
  }

  @Test(
    "nobody claims the machine of another unit with a card of his own, whatever was made of its chain before it joined")
  func otherUnit() throws {
    let real = try #require(kingdom.chains[K.school])
    let place = try #require(real.events.firstIndex { $0.header.kind == .joined })
    for unit in [K.centre, K.authority] {
      var helper = try #require(kingdom.chains[unit])
      helper.lamport = kingdom.lamport
      let card = helper.issue(UnitCode(unit), term: 1, purpose: .device)
      kingdom.chains[unit] = helper
      // The chain once more from before its join, with another card in that place.
      var forked = real.cut(to: place)
      forked.join(with: card, lamport: helper.lamport)
      try kingdom.settle([forked])
      #expect(try kingdom.store.trust.state().forks[real.chain] != nil)
      #expect(try kingdom.store.trust.state().standing(real.chain).office?.unit == school)
      #expect(try kingdom.verdict(kingdom.child) == nil)
    }
  }
}
