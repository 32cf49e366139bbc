import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Of two entries about one thing the later one holds. A counter set far ahead makes an entry the last one, but not for good: whoever
/// has seen it can replace it, whatever the own counter says.
@Suite("Counters set far ahead")
struct FarCounters_Tests {
  private typealias K = Kingdom

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let unit: String
    var about: String?
    /// What comes before, and that both are about.
    var first: @Sendable (Kingdom) -> EventID? = { _ in nil }
    let far: (kind: EventKind, content: @Sendable (Kingdom) -> EventContent)
    let right: (kind: EventKind, content: @Sendable (Kingdom) -> EventContent)

    var testDescription: String { name }
  }

  private static let round = RoundKey(year: 2567, number: 2)

  private static func confirmation(_ digest: Hash32) -> EventContent {
    .confirmation(
      Confirmation(
        round: round, dataset: .basics, unit: UnitCode(K.school), digest: digest, counts: Counts(), register: 0,
        singleHanded: true))
  }

  private static func acceptance(_ words: String) -> EventContent {
    .acceptance(
      Acceptance(
        unit: UnitCode(K.school), round: round, dataset: .basics, confirmation: Fixtures.id(1), words: words))
  }

  private static func profile(_ name: String) -> EventContent {
    .profile(
      Profile(
        user: UserName(K.school), first: name, last: "ฝึกหัด", position: "-", phone: "",
        key: [UInt8](repeating: 9, count: 32)))
  }

  private static func explanation(_ words: String) -> EventContent {
    .explanation(Explanation(check: "age", about: "7", words: words))
  }

  private static func school(_ name: String) -> EventContent {
    .otherSchool(OtherSchool(code: "1099000008", name: name, affiliation: "OPEC"))
  }

  private static func counts(_ total: Int64) -> EventContent {
    .otherCounts(OtherCounting(round: round, cells: [.init(grade: .p1, total: total)]))
  }

  private static func sample(_ kingdom: Kingdom) -> EventID {
    kingdom.add(
      K.province, .sampleDrawn,
      .sample(
        SampleDraw(
          number: 1, round: round, seed: "1", institutions: 1, perInstitution: 1,
          children: [.init(unit: UnitCode(K.school), record: RecordID(kingdom.child))])))
  }

  private static func result(_ kingdom: Kingdom, _ words: String) -> EventContent {
    .sampleResult(SampleResult(child: RecordID(kingdom.child), found: .present, words: words))
  }

  static let cases: [Case] = [
    Case(
      name: "a round", unit: K.department,
      far: (.roundSet, { _ in .round(Fixtures.round) }), right: (.roundSet, { _ in .round(TrainingSet(.school).round) })
    ),
    Case(
      name: "a profile", unit: K.school, far: (.profileMade, { _ in profile("คนก่อน") }),
      right: (.profileMade, { _ in profile("คนใหม่") })),
    Case(
      name: "a profile after handing over", unit: K.school,
      far: (.handedOver, { _ in .handover(Handover(user: UserName(K.school), note: "")) }),
      right: (.profileMade, { _ in profile("คนใหม่") })),
    Case(
      name: "handing over", unit: K.school, far: (.profileMade, { _ in profile("คนก่อน") }),
      right: (.handedOver, { _ in .handover(Handover(user: UserName(K.school), note: "")) })),
    Case(
      name: "an explanation", unit: K.school, far: (.findingExplained, { _ in explanation("ตลอดไป") }),
      right: (.findingExplained, { _ in explanation("") })),
    Case(
      name: "a confirmation", unit: K.school, far: (.confirmed, { _ in confirmation(.zero) }),
      right: (.confirmed, { _ in confirmation(Fixtures.id(4).hash) })),
    Case(
      name: "taking a confirmation back", unit: K.school, far: (.confirmed, { _ in confirmation(.zero) }),
      right: (
        .confirmationCancelled, { _ in .cancellation(Cancellation(round: round, dataset: .basics, reason: "ผิด")) }
      )),
    Case(
      name: "a confirmation after it was taken back", unit: K.school,
      far: (
        .confirmationCancelled, { _ in .cancellation(Cancellation(round: round, dataset: .basics, reason: "ผิด")) }
      ),
      right: (.confirmed, { _ in confirmation(.zero) })),
    Case(
      name: "an acceptance", unit: K.authority, about: K.school, far: (.accepted, { _ in acceptance("") }),
      right: (.acceptanceTakenBack, { _ in acceptance("ดูใหม่") })),
    Case(
      name: "an answer to a claim", unit: K.school, first: { $0.openClaim() },
      far: (.claimAnswered, { _ in .claimAnswer(ClaimAnswer(answer: .stays, words: "ตลอดไป")) }),
      right: (.claimAnswered, { _ in .claimAnswer(ClaimAnswer(answer: .stays, words: "")) })),
    Case(
      name: "the result of a visit", unit: K.province, first: sample,
      far: (.sampleFound, { result($0, "ตลอดไป") }), right: (.sampleFound, { result($0, "") })),
    Case(
      name: "another school", unit: K.authority,
      first: { $0.add(K.authority, .otherSchoolSet, school("โรงเรียนเอกชนฝึกหัด")) },
      far: (.otherSchoolSet, { _ in school("ตลอดไป") }), right: (.otherSchoolSet, { _ in school("ชื่อที่ถูกต้อง") })),
    Case(
      name: "another school's counts", unit: K.authority,
      first: { $0.add(K.authority, .otherSchoolSet, school("โรงเรียนเอกชนฝึกหัด")) },
      far: (.otherCounted, { _ in counts(1) }), right: (.otherCounted, { _ in counts(2) })),
  ]

  @Test("are overtaken by whoever has seen the entry, in whatever order the two come", arguments: cases)
  func overtaken(_ one: Case) throws {
    for rightFirst in [false, true] {
      let kingdom = try Kingdom()
      let record = one.first(kingdom)
      let counter = kingdom.lamport
      var far = try #require(kingdom.chains[one.unit])
      var right = ChainMaker(
        unit: UnitCode(one.unit), reason: .copied, training: true, lamport: counter,
        continues: (far.chain, far.keys.secret), world: kingdom.world)
      right.appoint(UserName(one.unit), first: "อีกเครื่อง", position: "-")
      // Everything before is read, so that only the two in question are left.
      try kingdom.take([right])
      far.lamport = 1 << 52
      let about = one.about.map { UnitCode($0) }, of = record.map { RecordID($0) }
      let wrong = far.add(one.far.kind, one.far.content(kingdom), about: about, record: of)
      let content = one.right.content(kingdom)
      let better = right.add(one.right.kind, content, about: about, record: of, base: [wrong])
      let header = (record: of, unit: about ?? UnitCode(one.unit))
      let rival = Rival(connection: kingdom.store.connection)
      for chain in rightFirst ? [right, far] : [far, right] {
        try kingdom.take([chain])
        // What the program names when it writes the better one itself.
        if chain.chain == far.chain, !rightFirst {
          #expect(try rival.entry(to: content, header, counter: right.lamport) == wrong)
        }
      }
      #expect(try kingdom.verdict(better) == nil)
      #expect(try rival.entry(to: content, header, counter: 0) == better)
      let tables = try kingdom.store.tableDigests().map(\.digest)
      _ = try kingdom.store.rebuild()
      #expect(try kingdom.store.tableDigests().map(\.digest) == tables)
      #expect(try rival.entry(to: content, header, counter: 0) == better)
    }
  }

  @Test("a term ends for whoever gave the own profile a counter far ahead", arguments: [false, true])
  func endOfTerm(endFirst: Bool) throws {
    let kingdom = try Kingdom()
    var school = try #require(kingdom.chains[K.school]), authority = try #require(kingdom.chains[K.authority])
    authority.lamport = kingdom.lamport
    school.lamport = 1 << 52
    let far = school.add(.profileMade, Self.profile("คนก่อน"))
    let heads = [school.head]
    let end = EventContent.termEnd(TermEnd(unit: UnitCode(K.school), term: 1, heads: heads, reason: "-"))
    authority.add(.termEnded, end, about: UnitCode(K.school), base: [far])
    let table = ProfileTable(connection: kingdom.store.connection), user = UserName(K.school)
    #expect(try table.current(user) != nil)
    for chain in endFirst ? [authority, school] : [school, authority] { try kingdom.take([chain]) }
    #expect(try table.current(user) == nil)
    #expect(try table.usersInOffice(UnitCode(K.school)).isEmpty)
    _ = try kingdom.store.rebuild()
    #expect(try table.current(user) == nil)
  }

  @Test("the later of two has its place behind a whole row of such entries that came after it")
  func row() throws {
    let kingdom = try Kingdom()
    var far = try #require(kingdom.chains[K.school])
    var right = ChainMaker(
      unit: UnitCode(K.school), reason: .copied, training: true, lamport: kingdom.lamport,
      continues: (far.chain, far.keys.secret), world: kingdom.world)
    right.appoint(UserName(K.school), first: "อีกเครื่อง", position: "-")
    try kingdom.take([right])
    far.lamport = 1 << 52
    let wrong = far.add(.findingExplained, Self.explanation("ก"))
    let second = right.add(.findingExplained, Self.explanation("ข"), base: [wrong])
    let third = far.add(.findingExplained, Self.explanation("ค"), base: [second])
    let last = right.add(.findingExplained, Self.explanation("ง"), base: [third])
    try kingdom.take([right])
    try kingdom.take([far])
    let rival = Rival(connection: kingdom.store.connection)
    #expect(
      try rival.entry(to: Self.explanation(""), (nil, UnitCode(K.school)), counter: 0) == last)
  }

  @Test(
    "a school's second machine takes back and repeats a confirmation that the first made with its counter at the end")
  func twoMachines() throws {
    let files = try TreeFiles(policy: .reconfirm, children: 4)
    let first = try files.store("3099000001")
    let authority = try files.store("05990101")
    let user = UserName("3099000001"), unit = UnitCode("3099000001"), above = UnitCode("05990101")
    try Readiness.makeReady(first, by: UserName("3099000001-2"))
    let second = try files.secondMachine()
    let greeting = try second.makeBundle(for: unit, by: user)
    _ = try first.read(bundle: greeting.bytes, name: greeting.name)
    try first.local {
      try SettingTable(connection: first.connection).set(Setting.lamport, String(Int64(1) << 53 - 200))
    }
    _ = try first.confirm(.basics, password: TrainingSet.password, by: user)
    func state(_ store: Store) throws -> DatasetState.Name? {
      let school = try #require(try store.unit(unit)), round = try #require(try store.currentRound())
      return try store.standing(of: school, round: round).state(.basics)?.name
    }
    let sent = try first.makeBundle(for: above, by: user)
    _ = try authority.read(bundle: sent.bytes, name: sent.name)
    #expect(try state(authority) == .confirmed)
    let across = try first.makeBundle(for: unit, by: user)
    _ = try second.read(bundle: across.bytes, name: across.name)
    #expect(try state(second) == .confirmed)
    try second.cancelConfirmation(.basics, reason: "ผิด", password: TrainingSet.password, by: user)
    #expect(try state(second) != .confirmed)
    let back = try second.makeBundle(for: above, by: user)
    _ = try authority.read(bundle: back.bytes, name: back.name)
    #expect(try state(authority) != .confirmed)
    _ = try second.confirm(.basics, password: TrainingSet.password, by: user)
    #expect(try state(second) == .confirmed)
    let again = try second.makeBundle(for: above, by: user)
    _ = try authority.read(bundle: again.bytes, name: again.name)
    #expect(try state(authority) == .confirmed)
    #expect(try authority.verify().isOK)
  }

  @Test("an entry names nobody as long as nobody's counter is ahead")
  func small() throws {
    let files = try TreeFiles(children: 4)
    let school = try files.store("3099000001")
    for event in try school.events(after: 0, limit: 10_000) where !(event.header.kind?.changesStudent ?? true) {
      if [.basicsEdited, .unitSet].contains(event.header.kind) { continue }
      #expect(event.header.base.isEmpty)
    }
  }
}
