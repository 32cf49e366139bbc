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

  @Test("no end of a term and no card takes all numbers away from those who issue cards afterwards")
  func leaps() throws {
    kingdom.endTerm(1 << 31, by: K.authority)
    let far = Card(
      unit: school, term: 1 << 31, purpose: .replacement, user: UserName(K.school),
      enrolmentKey: [UInt8](repeating: 7, count: 32))
    kingdom.add(K.authority, .cardIssued, .card(far), about: K.school)
    kingdom.endTerm(900, by: K.authority)
    try kingdom.moveSchool()
    try kingdom.settle()
    // The next office goes on from the highest number that counts, and its machine writes.
    let term = try #require(try kingdom.store.trust.state().terms[school])
    #expect(term == 900)
    var (machine, _, join) = try kingdom.letIn(term + 1, by: K.secondAuthority)
    kingdom.accept(join, by: K.secondAuthority)
    let added = machine.add(.studentAdded, Kingdom.child("เด็กใหม่"))
    try kingdom.settle([machine])
    #expect(try kingdom.verdict(added) == nil)
  }

  @Test("an end of a term that leaps takes nobody's profile")
  func profiles() throws {
    kingdom.endTerm(1 << 31, by: K.authority)
    try kingdom.settle()
    #expect(try ProfileTable(connection: kingdom.store.connection).usersInOffice(school).count == 1)
    kingdom.endTerm(1, by: K.authority)
    try kingdom.settle()
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
    try kingdom.moveSchool(naming: [end])
    try kingdom.settle([old])
    var (machine, _, join) = try kingdom.letIn(2901, by: K.secondAuthority)
    kingdom.accept(join, by: K.secondAuthority)
    let added = machine.add(.studentAdded, Kingdom.child("เด็กใหม่"))
    try kingdom.settle([old, machine])
    #expect(try kingdom.verdict(added) == nil)
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
    try kingdom.settle([office])
    for act in acts.dropLast() { #expect(try kingdom.verdict(act) == .refused(.notAllowed)) }
    #expect(try kingdom.verdict(acts[2]) == nil)
    #expect(try kingdom.store.unit(school)?.isOpen == true)
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
    try kingdom.settle([life])
    #expect(try kingdom.verdict(old) == .refused(.badSignature))
    for one in [early, now] { #expect(try kingdom.verdict(one) == nil) }
  }

  @Test("nobody adopts for his successor: what was not read when the term ended stays held")
  func adopted() throws {
    let seen = kingdom.add(K.school, .studentAdded, Kingdom.child("เห็นแล้ว"))
    var hidden = try #require(kingdom.chains[K.school])
    hidden.lamport = kingdom.lamport
    let unseen = hidden.add(.studentAdded, Kingdom.child("ซ่อนไว้"))
    var officer = try #require(kingdom.chains[K.school])
    officer.lamport = hidden.lamport
    officer.add(.adopted, .adoption(Adoption(event: unseen)))
    kingdom.chains[K.school] = officer
    kingdom.endTerm(1, by: K.authority, heads: [officer.head])
    try kingdom.settle([hidden])
    #expect(try kingdom.verdict(seen) == nil)
    #expect(try kingdom.verdict(unseen) == .held(.afterTerm))
    var (next, _, join) = try kingdom.letIn(2, by: K.authority)
    kingdom.accept(join, by: K.authority)
    next.add(.adopted, .adoption(Adoption(event: unseen)))
    try kingdom.settle([next])
    #expect(try kingdom.verdict(unseen) == nil)
  }

  @Test(
    "CF-01 whoever's term has ended keeps nobody from confirming with an entry of a kind that only a newer program knows"
  )
  func unknownKind() throws {
    kingdom.endTerm(1, by: K.authority, heads: [try #require(kingdom.chains[K.school]).head])
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
    try kingdom.settle()
    #expect(try kingdom.store.unit(school)?.kind == .school)
    #expect(try kingdom.store.counts(unit: school).all.total == 1)
  }
}
