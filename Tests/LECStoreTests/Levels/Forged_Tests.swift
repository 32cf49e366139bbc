import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Events that are forged or reach too far: none changes a table, each is kept and listed with its reason.
@Suite("Forged and over-reaching events")
struct Forged_Tests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let verdict: LECModel.Verdict
    let forge: @Sendable (Kingdom) -> EventID

    init(_ name: String, _ verdict: LECModel.Verdict, _ forge: @escaping @Sendable (Kingdom) -> EventID) {
      self.name = name
      self.verdict = verdict
      self.forge = forge
    }

    var testDescription: String { name }
  }

  private typealias K = Kingdom
  private static let round = RoundKey(year: 2567, number: 2)

  static func confirmation(_ unit: String) -> EventContent {
    .confirmation(
      Confirmation(
        round: round, dataset: .students, unit: UnitCode(unit), digest: .zero, counts: Counts(), register: 0,
        singleHanded: true))
  }

  private static func release(_ unit: String) -> EventContent {
    .release(
      Release(
        unit: UnitCode(unit), round: round, dataset: .students, confirmation: Fixtures.id(1), reason: "ลอง"))
  }

  private static func card(_ unit: String) -> EventContent {
    .card(
      Card(
        unit: UnitCode(unit), term: 2, purpose: .first, user: UserName(unit),
        enrolmentKey: [UInt8](repeating: 7, count: 32)))
  }

  private static func unit(_ code: String, _ kind: UnitKind, _ parent: String) -> EventContent {
    .unit(Unit(code: UnitCode(code), kind: kind, name: "ปลอม", parent: UnitCode(parent)))
  }

  private static let name = EventContent.changes([FieldChange(.first, "ปลอม")])
  private static let newChild = EventContent.changes([FieldChange(.first, "ผี"), FieldChange(.state, "enrolled")])
  private static let refused = LECModel.Verdict.refused(.notAllowed)

  private static func otherSchool(_ kingdom: Kingdom) -> EventID {
    kingdom.add(
      K.authority, .otherSchoolSet,
      .otherSchool(OtherSchool(code: "1099000008", name: "โรงเรียนเอกชนฝึกหัด", affiliation: "OPEC")))
  }

  static let cases: [Case] = [
    Case("a school confirms for its authority", refused) {
      $0.add(K.school, .confirmed, confirmation(K.authority), about: K.authority)
    },
    Case("a school confirms for another school", refused) {
      $0.add(K.school, .confirmed, confirmation(K.centre), about: K.centre)
    },
    Case("an authority confirms for the province", refused) {
      $0.add(K.authority, .confirmed, confirmation(K.province), about: K.province)
    },
    Case("an authority confirms for a school that has a computer", refused) {
      $0.add(K.authority, .confirmed, confirmation(K.school), about: K.school)
    },
    Case("the department confirms", refused) { $0.add(K.department, .confirmed, confirmation(K.department)) },
    Case("an authority of another province releases", refused) {
      $0.add(K.farAuthority, .released, release(K.school), about: K.school)
    },
    Case("an authority releases the institution of its neighbour", refused) {
      $0.add(K.secondAuthority, .released, release(K.school), about: K.school)
    },
    Case("a province releases a school over the head of its authority", refused) {
      $0.add(K.province, .released, release(K.school), about: K.school)
    },
    Case("a province opens a round", refused) {
      $0.add(K.province, .roundSet, .round(TrainingSet(.school, policy: .open).round))
    },
    Case("a province opens a round in the department's name", refused) {
      $0.add(K.province, .roundSet, .round(TrainingSet(.school, policy: .open).round), about: K.department)
    },
    Case("an authority enters a child of a school that has a computer", refused) {
      $0.add(K.authority, .studentAdded, newChild, about: K.school)
    },
    Case("a school enters a child at another school", refused) {
      $0.add(K.school, .studentAdded, newChild, about: K.centre)
    },
    Case("a school changes a child of another school, saying it is its own", .refused(.otherRecord)) {
      $0.add(K.centre, .studentEdited, name, record: $0.child)
    },
    Case("a child is changed that nobody has entered", .waiting(.missingRecord)) {
      $0.add(K.school, .studentEdited, name, record: Fixtures.id(99))
    },
    Case("an edit that names no child", .refused(.malformed)) { $0.add(K.school, .studentEdited, name) },
    Case("an institution counts other affiliations", refused) {
      $0.add(
        K.school, .otherSchoolSet,
        .otherSchool(OtherSchool(code: "1099000009", name: "ปลอม", affiliation: "OBEC")))
    },
    Case("an authority draws a sample", refused) {
      $0.add(
        K.authority, .sampleDrawn,
        .sample(SampleDraw(number: 1, round: round, seed: "x", institutions: 1, perInstitution: 1, children: [])))
    },
    Case("a province takes the snapshot", refused) {
      $0.add(
        K.province, .snapshotTaken,
        .snapshot(Snapshot(round: round, reference: Fixtures.round.reference, parts: [], root: .zero)))
    },
    Case("a school makes itself a root", refused) {
      $0.add(
        K.school, .rootMade,
        .root(RootMade(unit: UnitCode(K.school), name: "ปลอม", spareKey: [UInt8](repeating: 1, count: 32))))
    },
    Case("an authority gives a card to another's institution", refused) {
      $0.add(K.secondAuthority, .cardIssued, card(K.school), about: K.school)
    },
    Case("a province gives a card to a school over the head of its authority", refused) {
      $0.add(K.province, .cardIssued, card(K.school), about: K.school)
    },
    Case("an authority ends the term of its neighbour", refused) {
      $0.add(
        K.authority, .termEnded,
        .termEnd(TermEnd(unit: UnitCode(K.secondAuthority), term: 1, heads: [], reason: "ลอง")),
        about: K.secondAuthority)
    },
    Case("a school ends its own authority's term", refused) {
      $0.add(
        K.school, .termEnded, .termEnd(TermEnd(unit: UnitCode(K.authority), term: 1, heads: [], reason: "ลอง")),
        about: K.authority)
    },
    Case("an authority makes a unit under another", refused) {
      $0.add(K.authority, .unitSet, unit("3099000077", .school, K.secondAuthority), about: "3099000077")
    },
    Case("an authority takes a school away from its neighbour", refused) {
      $0.add(K.secondAuthority, .unitSet, unit(K.school, .school, K.secondAuthority), about: K.school)
    },
    Case("an authority makes a school of its neighbour", refused) {
      $0.add(K.secondAuthority, .unitSet, unit(K.authority, .school, K.secondAuthority), about: K.authority)
    },
    Case("an authority makes a school of its province", refused) {
      $0.add(K.authority, .unitSet, unit(K.province, .school, K.authority), about: K.province)
    },
    Case("an authority makes a school of the department", refused) {
      $0.add(K.authority, .unitSet, unit(K.department, .school, K.authority), about: K.department)
    },
    Case("an authority makes a province", refused) {
      $0.add(K.authority, .unitSet, unit("97", .province, K.department), about: "97")
    },
    Case("an account with another unit's name", .refused(.otherAuthor)) {
      $0.add(K.school, .studentAdded, newChild, author: K.centre)
    },
    Case("a profile made for somebody else's account", .refused(.otherAuthor)) {
      $0.add(
        K.school, .profileMade,
        .profile(
          Profile(
            user: UserName(K.authority), first: "ปลอม", last: "", position: "-", phone: "",
            key: [UInt8](repeating: 3, count: 32))))
    },
    Case("a confirmation whose content names another unit", .refused(.otherUnit)) {
      $0.add(K.school, .confirmed, confirmation(K.centre))
    },
    Case("a card whose content names another unit", .refused(.otherUnit)) {
      $0.add(K.authority, .cardIssued, card(K.centre), about: K.school)
    },
    Case("a confirmation that nobody signed", .refused(.badSignature)) {
      $0.add(K.school, .confirmed, confirmation(K.school), signed: false)
    },
    Case("a confirmation signed by the authority's person", .refused(.badSignature)) { k in
      let mine = k.chains[K.school]?.person ?? []
      let other = k.chains[K.authority]?.person ?? []
      k.chains[K.school]?.person = other
      defer { k.chains[K.school]?.person = mine }
      return k.add(K.school, .confirmed, confirmation(K.school))
    },
    Case("a confirmation by a person who has handed over", .refused(.badSignature)) { k in
      k.add(K.centre, .handedOver, .handover(Handover(user: UserName(K.centre), note: "")))
      let old = k.chains[K.centre]?.person ?? []
      k.chains[K.centre]?.appoint(UserName(K.centre), first: "คนใหม่", position: "-")
      k.chains[K.centre]?.person = old
      return k.add(K.centre, .confirmed, confirmation(K.centre))
    },
    Case("a district's note apart, a school writes a note about its authority", refused) {
      $0.add(
        K.school, .noteWritten, .note(Note(unit: UnitCode(K.authority), words: "ลอง")), about: K.authority)
    },
    Case("a school hands over for its authority's officer", .refused(.otherAccount)) {
      $0.add(K.school, .handedOver, .handover(Handover(user: UserName(K.authority), note: "ลาก่อน")))
    },
    Case("a school makes an account with its authority's name", .refused(.otherAccount)) {
      $0.add(
        K.school, .accountSet,
        .account(Account(user: UserName(K.authority), unit: UnitCode(K.school), role: .institution)))
    },
    Case("a school makes an account without a name", .refused(.otherAccount)) {
      $0.add(
        K.school, .accountSet, .account(Account(user: UserName(""), unit: UnitCode(K.school), role: .institution)))
    },
    Case("a school makes itself an account of the department", .refused(.otherAccount)) {
      $0.add(
        K.school, .accountSet,
        .account(Account(user: UserName(K.school + "-a"), unit: UnitCode(K.school), role: .department)))
    },
    Case("a school gives its own machine a card with its authority's account", .refused(.otherAccount)) {
      $0.add(
        K.school, .cardIssued,
        .card(
          Card(
            unit: UnitCode(K.school), term: 1, purpose: .device, user: UserName(K.authority),
            enrolmentKey: [UInt8](repeating: 7, count: 32))))
    },
    Case("an authority lets its school confirm for seventy years", refused) {
      $0.add(
        K.authority, .exceptionGiven,
        .exemption(
          Exemption(
            unit: UnitCode(K.school), round: round, until: Moment(milliseconds: 4_000_000_000_000), reason: "ลอง")),
        about: K.school)
    },
    Case("an authority counts another's school", .refused(.otherRecord)) {
      let school = otherSchool($0)
      return $0.add(
        K.secondAuthority, .otherCounted,
        .otherCounts(OtherCounting(round: round, cells: [.init(grade: .p1, total: 999_999)])), record: school)
    },
    Case("an authority takes another's school over", .refused(.otherRecord)) {
      let school = otherSchool($0)
      return $0.add(
        K.secondAuthority, .otherSchoolSet,
        .otherSchool(OtherSchool(code: "1099000009", name: "ขโมย", affiliation: "OBEC")), record: school)
    },
    Case("a school answers a claim that does not concern it", .refused(.otherRecord)) {
      let claim = $0.openClaim()
      return $0.add(
        K.second, .claimAnswered, .claimAnswer(ClaimAnswer(answer: .takenOut, words: "ปลอม")), record: claim)
    },
    Case("an authority decides another's claim", .refused(.otherRecord)) {
      let claim = $0.openClaim()
      return $0.add(
        K.secondAuthority, .claimDecided, .claimDecision(ClaimDecision(outcome: .different, words: "ปลอม")),
        record: claim)
    },
    Case("a province enters what a visit of another's sample found", .refused(.otherRecord)) { k in
      let sample = k.add(
        K.province, .sampleDrawn,
        .sample(
          SampleDraw(
            number: 1, round: round, seed: "x", institutions: 1, perInstitution: 1,
            children: [.init(unit: UnitCode(K.school), record: RecordID(k.child))])))
      return k.add(
        K.otherProvince, .sampleFound,
        .sampleResult(SampleResult(child: RecordID(k.child), found: .absent, words: "ปลอม")), record: sample)
    },
    Case("a school answers a note that was written to another", .refused(.otherRecord)) {
      let note = $0.add(
        K.authority, .noteWritten, .note(Note(unit: UnitCode(K.centre), words: "โปรดตรวจ")), about: K.centre)
      return $0.add(
        K.school, .noteAnswered, .note(Note(unit: UnitCode(K.school), words: "ปลอม")), record: note)
    },
    Case("a school decides a claim", refused) {
      $0.add(
        K.school, .claimDecided, .claimDecision(ClaimDecision(outcome: .different, words: "")),
        record: Fixtures.id(5))
    },
  ]

  @Test("changes no table, is kept, and is listed with its reason", arguments: cases)
  func forged(_ one: Case) throws {
    let kingdom = try Kingdom()
    #expect(try kingdom.store.pending().isEmpty)
    let id = one.forge(kingdom)
    try kingdom.take(without: id)
    // Whatever honest entries come before it in the same case are in already.
    let before = try kingdom.tables()
    try kingdom.take()
    #expect(try kingdom.verdict(id) == one.verdict)
    #expect(try kingdom.tables() == before)
    #expect(try kingdom.store.latestConfirmation(.students, unit: UnitCode(K.centre), round: Self.round) == nil)
    _ = try kingdom.store.rebuild()
    #expect(try kingdom.verdict(id) == one.verdict, "the same after a rebuild")
  }

  @Test("there are more than thirty of them")
  func enough() { #expect(Self.cases.count >= 30) }

  @Test("what was written after the end of a term is held, what was written before counts, in whatever order they come")
  func afterTerm() throws {
    let kingdom = try Kingdom()
    let before = kingdom.add(K.school, .studentAdded, Self.newChild)
    let head = try #require(kingdom.chains[K.school]?.head)
    kingdom.add(
      K.authority, .termEnded, .termEnd(TermEnd(unit: UnitCode(K.school), term: 1, heads: [head], reason: "ย้าย")),
      about: K.school)
    let after = kingdom.add(K.school, .studentAdded, Self.newChild)
    let confirmed = kingdom.add(K.school, .confirmed, Self.confirmation(K.school))
    try kingdom.take()
    _ = try kingdom.store.rebuild()
    #expect(try kingdom.verdict(before) == nil)
    #expect(try kingdom.verdict(after) == .held(.afterTerm))
    #expect(try kingdom.verdict(confirmed) == .held(.afterTerm))
    // The successor adopts the child with one act; the confirmation can't be adopted.
    var successor = ChainMaker(
      unit: UnitCode(K.school), training: true, lamport: kingdom.lamport, world: kingdom.world)
    var authority = try #require(kingdom.chains[K.authority])
    authority.lamport = kingdom.lamport
    let join = successor.join(with: authority.issue(UnitCode(K.school), term: 2), lamport: authority.lamport)
    authority.lamport = successor.lamport
    authority.add(.joinAccepted, .acceptedJoin(JoinAccepted(join: join)), about: UnitCode(K.school))
    kingdom.chains[K.authority] = authority
    successor.lamport = authority.lamport
    successor.appoint(UserName(K.school), first: "คนใหม่", position: "-")
    successor.add(.adopted, .adoption(Adoption(event: after)))
    successor.add(.adopted, .adoption(Adoption(event: confirmed)))
    try kingdom.take([successor])
    _ = try kingdom.store.rebuild()
    #expect(try kingdom.verdict(after) == nil)
    #expect(try kingdom.verdict(confirmed) == .held(.afterTerm))
  }

  @Test(
    "two machines on one card are held until one is accepted; then the other is refused, in either order of arrival")
  func twoJoins() throws {
    for order in [[0, 1], [1, 0]] {
      let kingdom = try Kingdom()
      var authority = try #require(kingdom.chains[K.province])
      let code = UnitCode("06990199")
      authority.lamport = kingdom.lamport
      authority.add(
        .unitSet, .unit(Unit(code: code, kind: .authority, name: "ใหม่", parent: UnitCode(K.province))), about: code)
      let card = authority.issue(code)
      var machines: [ChainMaker] = []
      var joins: [EventID] = []
      for _ in 0..<2 {
        var machine = ChainMaker(unit: code, training: true, lamport: authority.lamport, world: kingdom.world)
        joins.append(machine.join(with: card, lamport: authority.lamport))
        machines.append(machine)
      }
      kingdom.chains[K.province] = authority
      try kingdom.take()
      for place in order { try kingdom.take([machines[place]]) }
      _ = try kingdom.store.rebuild()
      for join in joins { #expect(try kingdom.verdict(join) == .held(.twoJoins)) }
      authority.lamport = machines[0].lamport + 1
      authority.add(.joinAccepted, .acceptedJoin(JoinAccepted(join: joins[1])), about: code)
      kingdom.chains[K.province] = authority
      try kingdom.take()
      _ = try kingdom.store.rebuild()
      #expect(try kingdom.verdict(joins[1]) == nil)
      #expect(try kingdom.verdict(joins[0]) == .refused(.usedCard))
    }
  }

  @Test("a machine with a wrong enrolment signature is refused, and a chain nobody knows waits")
  func strangers() throws {
    let kingdom = try Kingdom()
    var authority = try #require(kingdom.chains[K.authority])
    authority.lamport = kingdom.lamport
    let card = authority.issue(UnitCode(K.school), term: 1)
    kingdom.chains[K.authority] = authority
    var forger = ChainMaker(unit: UnitCode(K.school), training: true, lamport: 90, world: kingdom.world)
    let join = forger.join(with: IssuedCard(id: card.id, secret: forger.keys.secret), lamport: 90)
    var stranger = ChainMaker(unit: UnitCode(K.school), training: true, lamport: 90, world: kingdom.world)
    stranger.author = UserName(K.school)
    let entry = stranger.add(.studentAdded, Self.newChild)
    let before = try kingdom.tables()
    try kingdom.take([forger, stranger])
    #expect(try kingdom.verdict(join) == .refused(.badEnrolment))
    #expect(try kingdom.verdict(entry) == .waiting(.unknownSender))
    #expect(try kingdom.tables() == before)
  }

  @Test("one number used twice: both entries are kept, and official acts after it are held")
  func fork() throws {
    let kingdom = try Kingdom()
    let copy = try #require(kingdom.chains[K.school])
    let one = kingdom.add(K.school, .studentAdded, Self.newChild)
    var twin = copy
    twin.lamport = kingdom.lamport
    let two = twin.add(.studentAdded, .changes([FieldChange(.first, "แฝด"), FieldChange(.state, "enrolled")]))
    let act = twin.add(.confirmed, Self.confirmation(K.school))
    try kingdom.take([twin])
    _ = try kingdom.store.rebuild()
    #expect(try kingdom.verdict(one) == nil)
    #expect(try kingdom.verdict(two) == nil)
    #expect(try kingdom.verdict(act) == .held(.forkedChain))
    #expect(try kingdom.store.counts(unit: UnitCode(K.school)).all.total == 3)
  }

  @Test("one number used twice, and the end of the term names one of the two ways on: the other is held")
  func forkAndEnd() throws {
    let kingdom = try Kingdom()
    let copy = try #require(kingdom.chains[K.school])
    let one = kingdom.add(K.school, .studentAdded, Self.newChild)
    let named = try #require(kingdom.chains[K.school]).head
    let late = kingdom.add(K.school, .studentAdded, Self.newChild)
    var twin = copy
    twin.lamport = kingdom.lamport
    let others = (0..<40).map { n in
      twin.add(.studentAdded, .changes([FieldChange(.first, "แฝด \(n)"), FieldChange(.state, "enrolled")]))
    }
    kingdom.add(
      K.authority, .termEnded,
      .termEnd(TermEnd(unit: UnitCode(K.school), term: 1, heads: [named], reason: "เปลี่ยนเครื่อง")), about: K.school)
    try kingdom.take([twin])
    _ = try kingdom.store.rebuild()
    #expect(try kingdom.verdict(one) == nil)
    #expect(try kingdom.verdict(late) == .held(.afterTerm))
    for other in others { #expect(try kingdom.verdict(other) == .held(.afterTerm)) }
    #expect(try kingdom.store.counts(unit: UnitCode(K.school)).all.total == 2)
  }
}
