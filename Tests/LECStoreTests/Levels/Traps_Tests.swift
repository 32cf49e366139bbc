import LECModel
import TestSupport
import Testing

@testable import LECStore

/// What an office or an officer wrote while he had the right to, so that it harms those who come after.
@Suite("Traps for those who come after")
struct Traps_Tests {
  private typealias K = Kingdom
  private let kingdom: Kingdom
  private let school = UnitCode(K.school)

  init() throws { kingdom = try Kingdom() }

  private func child(_ first: String) -> EventContent {
    .changes([FieldChange(.first, first), FieldChange(.state, "enrolled")])
  }

  /// The province puts the school under its other authority, with everything that it knows of the first.
  private func move(naming ends: [ChainHead]? = nil) throws {
    let known = try ends ?? [#require(kingdom.chains[K.authority]).head]
    let moved = Unit(code: school, kind: .school, name: K.school, parent: UnitCode(K.secondAuthority))
    let seen = try UnitTable(connection: kingdom.store.connection).heads(school)
    kingdom.add(K.province, .unitSet, .unit(moved, ends: known), about: K.school, base: seen)
  }

  private func endTerm(_ term: Int64, by office: String, heads: [ChainHead] = []) {
    kingdom.add(
      office, .termEnded, .termEnd(TermEnd(unit: school, term: term, heads: heads, reason: "-")), about: K.school)
  }

  /// A machine that joins with a card of this office for the school; what the office says of it is up to the caller.
  private func join(
    _ term: Int64, by office: String, with given: IssuedCard? = nil
  ) throws -> (machine: ChainMaker, card: IssuedCard, join: EventID) {
    var above = try #require(kingdom.chains[office])
    above.lamport = kingdom.lamport
    let card = given ?? above.issue(school, term: term, purpose: .replacement)
    var machine = ChainMaker(unit: school, training: true, lamport: above.lamport, world: kingdom.world)
    let join = machine.join(with: card, lamport: above.lamport)
    above.lamport = max(above.lamport, machine.lamport)
    machine.appoint(UserName(K.school), first: "คนใหม่", position: "-")
    kingdom.chains[office] = above
    return (machine, card, join)
  }

  private func accept(_ join: EventID, by office: String, before rivals: [EventID] = []) {
    kingdom.add(
      office, .joinAccepted, .acceptedJoin(JoinAccepted(join: join, rivals: rivals)), about: K.school)
  }

  private func settle(_ machines: [ChainMaker] = []) throws {
    try kingdom.take(machines)
    _ = try kingdom.store.rebuild()
  }

  @Test("no end of a term and no card takes all numbers away from those who issue cards afterwards")
  func leaps() throws {
    endTerm(1 << 31, by: K.authority)
    let far = Card(
      unit: school, term: 1 << 31, purpose: .replacement, user: UserName(K.school),
      enrolmentKey: [UInt8](repeating: 7, count: 32))
    kingdom.add(K.authority, .cardIssued, .card(far), about: K.school)
    endTerm(900, by: K.authority)
    try move()
    try settle()
    // The next office goes on from the highest number that counts, and its machine writes.
    let term = try #require(try kingdom.store.trust.state().terms[school])
    #expect(term == 900)
    var (machine, _, join) = try join(term + 1, by: K.secondAuthority)
    accept(join, by: K.secondAuthority)
    let added = machine.add(.studentAdded, child("เด็กใหม่"))
    try settle([machine])
    #expect(try kingdom.verdict(added) == nil)
  }

  @Test("an end of a term that leaps takes nobody's profile")
  func profiles() throws {
    endTerm(1 << 31, by: K.authority)
    try settle()
    #expect(try ProfileTable(connection: kingdom.store.connection).usersInOffice(school).count == 1)
    endTerm(1, by: K.authority)
    try settle()
    #expect(try ProfileTable(connection: kingdom.store.connection).usersInOffice(school).isEmpty)
  }

  @Test("nor where the former office wrote its numbers with a counter far ahead of everybody's")
  func leapsAhead() throws {
    var old = try #require(kingdom.chains[K.authority])
    let before = kingdom.lamport
    old.lamport = 1 << 50
    for term in [1000, 2000, 2900] as [Int64] {
      old.add(.termEnded, .termEnd(TermEnd(unit: school, term: term, heads: [], reason: "-")), about: school)
    }
    let end = old.head
    try kingdom.take([old])
    kingdom.chains[K.authority] = nil
    #expect(kingdom.lamport == before)
    try move(naming: [end])
    try settle([old])
    var (machine, _, join) = try join(2901, by: K.secondAuthority)
    accept(join, by: K.secondAuthority)
    let added = machine.add(.studentAdded, child("เด็กใหม่"))
    try settle([old, machine])
    #expect(try kingdom.verdict(added) == nil)
  }

  @Test("a card from after the move that leaps puts nobody in office, even where the new office accepts the machine")
  func lateLeap() throws {
    try move()
    let (machine, _, join) = try join(5000, by: K.authority)
    accept(join, by: K.secondAuthority)
    try settle([machine])
    #expect(try kingdom.store.trust.state().terms[school] == 1)
    #expect(try kingdom.verdict(join) != nil)
  }

  @Test("a machine with a card from behind the end of its office's term stays out until the next officer lets it in")
  func lateCard() throws {
    let authority = UnitCode(K.authority)
    var dismissed = try #require(kingdom.chains[K.authority])
    let end = TermEnd(unit: authority, term: 1, heads: [dismissed.head], reason: "-")
    kingdom.add(K.province, .termEnded, .termEnd(end), about: K.authority)
    var (machine, _, join) = try join(2, by: K.authority)
    accept(join, by: K.authority)
    dismissed = try #require(kingdom.chains[K.authority])
    let own = dismissed.issue(authority, term: 2, purpose: .device)
    var beside = ChainMaker(unit: authority, training: true, lamport: dismissed.lamport, world: kingdom.world)
    let besideJoin = beside.join(with: own, lamport: dismissed.lamport)
    let added = machine.add(.studentAdded, child("เด็กใหม่"))
    try settle([dismissed, beside, machine])
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
    accept(join, by: K.authority)
    try settle()
    #expect(try kingdom.verdict(added) == nil)
  }

  @Test("nobody joins once more with a machine that has an office, so as to take it away from what was done there")
  func joinsAgain() throws {
    var (machine, _, join) = try join(2, by: K.authority)
    accept(join, by: K.authority)
    let added = machine.add(.studentAdded, child("เด็กใหม่"))
    try settle([machine])
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
    try settle([officer, machine, hidden])
    #expect(try kingdom.verdict(added) == nil)
    #expect(try kingdom.verdict(join) == nil)
    #expect(try kingdom.store.trust.state().standing(officer.chain).office?.unit == UnitCode(K.authority))
  }

  @Test("a machine is not accepted before its card is shown: what an officer said of it in his term counts for nothing")
  func acceptedBefore() throws {
    let authority = UnitCode(K.authority)
    var officer = try #require(kingdom.chains[K.authority])
    officer.lamport = kingdom.lamport
    let own = officer.issue(authority, term: 1, purpose: .device)
    var beside = ChainMaker(unit: authority, training: true, lamport: officer.lamport, world: kingdom.world)
    beside.join(with: own, lamport: officer.lamport)
    beside.appoint(UserName(K.authority), first: "อีกเครื่อง", position: "-")
    let shown = officer.head
    let card = officer.issue(school, term: 2, purpose: .replacement)
    var machine = ChainMaker(unit: school, training: true, lamport: officer.lamport, world: kingdom.world)
    let join = machine.join(with: card, lamport: officer.lamport)
    beside.add(.joinAccepted, .acceptedJoin(JoinAccepted(join: join)), about: school)
    kingdom.chains[K.province]?.lamport = max(beside.lamport, machine.lamport)
    let end = TermEnd(unit: authority, term: 1, heads: [shown, beside.head], reason: "-")
    kingdom.add(K.province, .termEnded, .termEnd(end), about: K.authority)
    try settle([officer, beside, machine])
    #expect(try kingdom.verdict(card.id) == .held(.afterTerm))
    #expect(try kingdom.verdict(join) == .waiting(.joinNotAccepted))
  }

  @Test("a district sets no unit of its view, neither closed nor moved nor new")
  func district() throws {
    let code = UnitCode("9901")
    var province = try #require(kingdom.chains[K.province])
    var office = ChainMaker(unit: code, training: true, lamport: kingdom.lamport, world: kingdom.world)
    province.lamport = kingdom.lamport
    province.install(
      Unit(code: code, kind: .district, name: "อำเภอ", parent: UnitCode(K.province)), as: &office)
    office.lamport = province.lamport
    office.appoint(UserName("9901"), first: "อำเภอ", position: "-")
    var seen = Unit(code: UnitCode(K.authority), kind: .authority, name: K.authority, parent: UnitCode(K.province))
    seen.office = code
    kingdom.chains[K.province] = province
    kingdom.add(
      K.province, .unitSet, .unit(seen), about: K.authority, base: kingdom.setting(of: K.authority))
    office.lamport = kingdom.lamport
    var closed = Unit(code: school, kind: .school, name: K.school, parent: UnitCode(K.authority))
    closed.closed = CalendarDate(year: 2024, month: 11, day: 1)
    let new = Unit(code: UnitCode("3099000066"), kind: .school, name: "-", parent: UnitCode(K.authority))
    let acts = [
      office.add(.unitSet, .unit(closed), about: school, base: kingdom.setting(of: K.school)),
      office.add(.unitSet, .unit(new), about: new.code),
      office.add(.noteWritten, .note(Note(unit: school, words: "-")), about: school),
    ]
    try settle([office])
    for act in acts.dropLast() { #expect(try kingdom.verdict(act) == .refused(.notAllowed)) }
    #expect(try kingdom.verdict(acts[2]) == nil)
    #expect(try kingdom.store.unit(school)?.isOpen == true)
  }

  @Test("a machine that an officer let in beside his own goes with him, whatever term its card names")
  func ownCard() throws {
    var officer = try #require(kingdom.chains[K.school])
    officer.lamport = kingdom.lamport
    let card = officer.issue(school, term: 5, purpose: .device)
    var hidden = ChainMaker(unit: school, training: true, lamport: officer.lamport, world: kingdom.world)
    hidden.join(with: card, lamport: officer.lamport)
    hidden.appoint(UserName(K.school), first: "แฝง", position: "-")
    kingdom.chains[K.school] = officer
    endTerm(1, by: K.authority, heads: [officer.head, hidden.head])
    let late = hidden.add(.studentAdded, child("ซ่อน"))
    try settle([hidden])
    #expect(try kingdom.verdict(late) == .held(.afterTerm))
  }

  @Test("an office that lost a school and forks its chain takes the card of the school's machine back from nobody")
  func fork() throws {
    let old = try #require(kingdom.chains[K.authority])
    try move()
    let after = kingdom.add(K.school, .studentAdded, child("หลังย้าย"))
    try settle()
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

  @Test(
    "of two machines that one office let in on one card neither has it, until it is said which goes before the other")
  func twoAccepted() throws {
    let (real, card, first) = try join(2, by: K.authority)
    let (hidden, _, second) = try join(2, by: K.authority, with: card)
    accept(second, by: K.authority)
    accept(first, by: K.authority)
    try settle([real])
    #expect(try kingdom.verdict(first) == nil)
    try settle([hidden])
    for one in [first, second] { #expect(try kingdom.verdict(one) == .held(.twoJoins)) }
    #expect(try kingdom.store.trust.state().joins.filter { $0.card == card.id && $0.isAccepted }.isEmpty)
    accept(first, by: K.authority, before: [second])
    try settle()
    #expect(try kingdom.verdict(first) == nil)
    #expect(try kingdom.verdict(second) == .refused(.usedCard))
    // Who thinks better of it says so later.
    accept(second, by: K.authority, before: [first])
    try settle()
    #expect(try kingdom.verdict(second) == nil)
    #expect(try kingdom.verdict(first) == .refused(.usedCard))
  }

  @Test("what the office above decides after a move holds against every machine that the former one had let in unseen")
  func hidden() throws {
    let (real, card, first) = try join(2, by: K.authority)
    var others: [(machine: ChainMaker, card: IssuedCard, join: EventID)] = []
    for _ in 0..<2 { others.append(try join(2, by: K.authority, with: card)) }
    for one in [others[0].join, others[1].join, first] { accept(one, by: K.authority) }
    for one in others { accept(one.join, by: K.authority, before: [first, others[0].join, others[1].join]) }
    try move()
    try settle([real])
    #expect(try kingdom.verdict(first) == nil)
    try settle([others[0].machine])
    #expect(try kingdom.verdict(first) == .held(.twoJoins))
    accept(first, by: K.secondAuthority, before: [others[0].join])
    try settle()
    #expect(try kingdom.verdict(first) == nil)
    try settle([others[1].machine])
    #expect(try kingdom.verdict(first) == nil)
    for one in others { #expect(try kingdom.verdict(one.join) == .refused(.usedCard)) }
  }

  @Test("an act is tried with the keys that its machine's person had before it, and not with thousands")
  func keys() throws {
    var chain = try #require(kingdom.chains[K.school])
    chain.lamport = kingdom.lamport
    let mine = chain.person
    for _ in 0..<20 { chain.appoint(UserName(K.school), first: "อีกคน", position: "-") }
    let newest = chain.person
    // What a machine has in a later life is no key of what it wrote before.
    let early = chain.add(.confirmed, Forged_Tests.confirmation(K.school))
    var life = ChainMaker(
      unit: school, reason: .restored, training: true, lamport: chain.lamport,
      continues: (chain.chain, chain.keys.secret), world: kingdom.world)
    for _ in 0..<20 { life.appoint(UserName(K.school), first: "คนถัดไป", position: "-") }
    chain.person = mine
    let old = chain.add(.confirmed, Forged_Tests.confirmation(K.school))
    chain.person = newest
    let now = chain.add(.confirmed, Forged_Tests.confirmation(K.school))
    kingdom.chains[K.school] = chain
    try settle([life])
    #expect(try kingdom.verdict(old) == .refused(.badSignature))
    for one in [early, now] { #expect(try kingdom.verdict(one) == nil) }
  }

  @Test("nobody adopts for his successor: what was not read when the term ended stays held")
  func adopted() throws {
    let seen = kingdom.add(K.school, .studentAdded, child("เห็นแล้ว"))
    var hidden = try #require(kingdom.chains[K.school])
    hidden.lamport = kingdom.lamport
    let unseen = hidden.add(.studentAdded, child("ซ่อนไว้"))
    var officer = try #require(kingdom.chains[K.school])
    officer.lamport = hidden.lamport
    officer.add(.adopted, .adoption(Adoption(event: unseen)))
    kingdom.chains[K.school] = officer
    endTerm(1, by: K.authority, heads: [officer.head])
    try settle([hidden])
    #expect(try kingdom.verdict(seen) == nil)
    #expect(try kingdom.verdict(unseen) == .held(.afterTerm))
    var (next, _, join) = try join(2, by: K.authority)
    accept(join, by: K.authority)
    next.add(.adopted, .adoption(Adoption(event: unseen)))
    try settle([next])
    #expect(try kingdom.verdict(unseen) == nil)
  }

  @Test(
    "CF-01 whoever's term has ended keeps nobody from confirming with an entry of a kind that only a newer program knows"
  )
  func unknownKind() throws {
    endTerm(1, by: K.authority, heads: [try #require(kingdom.chains[K.school]).head])
    let late = try unknown(behind: K.school)
    let current = try unknown(behind: K.centre)
    // Nor with one from before, which may count: nobody can ask him what it is.
    let early = try unknown(behind: K.authority, about: school)
    kingdom.add(
      K.province, .termEnded,
      .termEnd(
        TermEnd(
          unit: UnitCode(K.authority), term: 1,
          heads: [
            ChainHead(chain: early.header.chain, sequence: early.header.sequence, id: early.id)
          ], reason: "-")), about: K.authority)
    try kingdom.store.local { _ = try kingdom.store.log.store(early) }
    try kingdom.take()
    for event in [late, current] { try kingdom.store.local { _ = try kingdom.store.log.store(event) } }
    _ = try kingdom.store.rebuild()
    #expect(try kingdom.verdict(late.id) == .held(.afterTerm))
    for one in [current, early] { #expect(try kingdom.verdict(one.id) == .waiting(.newerKind)) }
    #expect(try kingdom.store.unreadEntries(about: school) == 0)
    #expect(try kingdom.store.unreadEntries(about: UnitCode(K.centre)) == 1)
  }

  private func unknown(behind unit: String, about target: UnitCode? = nil) throws -> RawEvent {
    try kingdom.take()
    let chain = try #require(kingdom.chains[unit]), last = chain.head
    let salt = [UInt8](repeating: 7, count: 16), body: [UInt8] = [0xA0]
    let header = EventHeader(
      chain: chain.chain, sequence: last.sequence + 1, previous: last.id, lamport: kingdom.lamport + 1,
      time: Moment(milliseconds: 0), author: UserName(unit), unit: target ?? UnitCode(unit), kindNumber: 999,
      record: nil,
      base: [], bodyHash: Sodium.hash(body, key: salt))
    return RawEvent(header, salt: salt, body: body)
  }

  @Test("AU-04 no province makes an authority of its own of another one's school: that code has another form")
  func foreignCode() throws {
    let stolen = Unit(code: school, kind: .authority, name: "ปลอม", parent: UnitCode(K.otherProvince))
    kingdom.add(K.otherProvince, .unitSet, .unit(stolen, ends: []), about: K.school)
    try settle()
    #expect(try kingdom.store.unit(school)?.kind == .school)
    #expect(try kingdom.store.counts(unit: school).all.total == 1)
  }

  @Test(
    "nor does what a former officer of the same office said before: who is in office now says which machine is the right one"
  )
  func formerOfficer() throws {
    let (real, card, first) = try join(2, by: K.authority)
    let (hidden, _, second) = try join(2, by: K.authority, with: card)
    accept(first, by: K.authority)
    accept(second, by: K.authority, before: [first])
    try settle([real])
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
    try settle([old, hidden])
    for one in [first, second] { #expect(try kingdom.verdict(one) == .held(.twoJoins)) }
    accept(first, by: K.authority, before: [second])
    try settle([old])
    #expect(try kingdom.verdict(first) == nil)
    #expect(try kingdom.verdict(second) == .refused(.usedCard))
  }

  @Test("a second machine of the department goes with the first when the spare code brings in another")
  func department() throws {
    var top = try #require(kingdom.chains[K.department])
    top.lamport = kingdom.lamport
    let card = top.issue(UnitCode(K.department), term: 0, purpose: .device)
    var second = ChainMaker(unit: UnitCode(K.department), training: true, lamport: top.lamport, world: kingdom.world)
    second.join(with: card, lamport: top.lamport)
    second.appoint(UserName(K.department), first: "อีกเครื่อง", position: "-")
    kingdom.chains[K.department] = top
    var back = ChainMaker(unit: UnitCode(K.department), training: true, lamport: second.lamport, world: kingdom.world)
    back.add(
      .joined,
      .join(
        Join(
          card: kingdom.root, signature: try #require(Sodium.sign(back.chain.hash.bytes, secret: top.keys.secret)),
          heads: [top.head, second.head])))
    second.lamport = back.lamport
    let late = second.add(
      .unitSet, .unit(Unit(code: UnitCode("97"), kind: .province, name: "ปลอม", parent: UnitCode(K.department))),
      about: UnitCode("97"))
    try settle([second, back])
    #expect(try kingdom.store.trust.state().standing(back.chain).office?.term == 1)
    #expect(try kingdom.store.unit(UnitCode("97")) == nil)
    #expect(try kingdom.verdict(late) != nil)
  }

  @Test("the department comes back on an old copy of its file with the persons that it had there")
  func departmentOnCopy() throws {
    let top = try #require(kingdom.chains[K.department])
    var back = ChainMaker(
      unit: UnitCode(K.department), reason: .restored, training: true, lamport: kingdom.lamport,
      continues: (top.chain, top.keys.secret), world: kingdom.world)
    back.add(
      .joined,
      .join(
        Join(
          card: kingdom.root, signature: try #require(Sodium.sign(back.chain.hash.bytes, secret: top.keys.secret)),
          heads: [top.head])))
    back.author = top.author
    back.person = top.person
    let card = back.issue(UnitCode(K.province), term: 2, purpose: .replacement)
    try settle([back])
    #expect(try kingdom.verdict(card.id) == nil)
    #expect(try kingdom.store.trust.state().terms[UnitCode(K.province)] == 2)
  }

  @Test("what an office says holds when the unit has come back to the one before")
  func cameBack() throws {
    let (real, card, first) = try join(2, by: K.authority)
    let (hidden, _, second) = try join(2, by: K.authority, with: card)
    accept(second, by: K.authority)
    accept(first, by: K.authority)
    try move()
    try settle([real, hidden])
    accept(first, by: K.secondAuthority, before: [second])
    try settle()
    let back = Unit(code: school, kind: .school, name: K.school, parent: UnitCode(K.authority))
    let end = try #require(kingdom.chains[K.secondAuthority]).head
    let seen = try UnitTable(connection: kingdom.store.connection).heads(school)
    kingdom.add(K.province, .unitSet, .unit(back, ends: [end]), about: K.school, base: seen)
    try settle()
    #expect(try kingdom.store.unit(school)?.parent == UnitCode(K.authority))
    #expect(try kingdom.verdict(first) == nil)
    #expect(try kingdom.verdict(second) == .refused(.usedCard))
  }

  @Test("a machine that a former province let into an authority unseen shuts nobody there out of files")
  func sealedToAll() throws {
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
    let card = province.issue(unit, term: 900, purpose: .replacement)
    var hidden = ChainMaker(unit: unit, training: true, lamport: province.lamport, world: kingdom.world)
    let joined = hidden.join(with: card, lamport: province.lamport)
    hidden.add(.boxKeySet, box(keys[1]))
    province.add(.joinAccepted, .acceptedJoin(JoinAccepted(join: joined)), about: unit)
    kingdom.chains[K.province] = province
    try settle([hidden])
    #expect(Set(try kingdom.store.boxKeys(of: unit)) == Set(keys))
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
      let signature = try #require(Sodium.sign(back.chain.hash.bytes, secret: top.keys.secret))
      back.add(.joined, .join(Join(card: kingdom.root, signature: signature, heads: [top.head])))
      machines.append(back)
    }
    try settle(machines)
    let state = try kingdom.store.trust.state()
    #expect(state.standing(machines[0].chain).office?.reach == .open)
    #expect(state.standing(machines[1].chain).office?.reach != .open)
  }
}
