import LECModel
import TestSupport
import Testing

@testable import LECStore

/// What one office takes the next one takes as well: nobody below can write what stops the files of those above.
@Suite("What is taken can be passed on")
struct PassedOn_Tests {
  private let files: TreeFiles
  private let school: Store, authority: Store, province: Store
  private let code = UnitCode("3099000001"), above = UnitCode("05990101"), top = UnitCode("99")
  private var user: UserName { UserName(code.text) }
  private var officer: UserName { UserName(above.text) }
  private var forger: Forger { Forger(store: school, user: user) }

  init() throws {
    files = try TreeFiles(policy: .reconfirm, children: 4)
    school = try files.store("3099000001")
    authority = try files.store("05990101")
    province = try files.store("99")
  }

  private func passOn() throws -> BundleReport {
    let made = try authority.makeBundle(for: top, by: officer)
    return try province.read(bundle: made.bytes, name: made.name)
  }

  private func expectRefused(_ runs: [ChainRun], _ reason: BundleError) throws {
    let bytes = try forger.file(of: runs, for: authority)
    let before = try authority.eventCount()
    #expect(throws: reason) { try authority.read(bundle: bytes, name: "") }
    #expect(try authority.eventCount() == before)
    _ = try passOn()
    #expect(try authority.verify().isOK)
  }

  @Test(
    "a time that no clock shows is no content: between it and another there may be more than a number holds",
    arguments: [Int64.min, -(1 << 53), 1 << 53, .max])
  func time(_ time: Int64) throws {
    try expectRefused(school.runs(for: above) + [forger.entry(time: time)], .badContent)
  }

  @Test("the largest and the smallest time that are taken are passed on", arguments: [-(1 << 53) + 1, (1 << 53) - 1])
  func edge(_ time: Int64) throws {
    let bytes = try forger.file(of: school.runs(for: above) + [forger.entry(time: time)], for: authority)
    #expect(try authority.read(bundle: bytes, name: "").events > 0)
    #expect(try passOn().new > 0)
  }

  private var malformed: [PendingEntry] {
    get throws { try authority.pending().filter { $0.verdict == .refused(.malformed) } }
  }

  @Test(
    "an entry whose counter falls never counts, wherever the one before comes from, and all files go on",
    arguments: 0..<3)
  func counter(_ order: Int = 0) throws {
    let whole = try school.runs(for: above), fallen = try forger.entry(counter: 1)
    let files = [[whole + [fallen]], [[fallen] + whole], [whole, [fallen]]][order]
    for file in files { _ = try authority.read(bundle: forger.file(of: file, for: authority), name: "") }
    #expect(try malformed.map(\.id) == [#require(fallen.events.first).id])
    #expect(try passOn().new > 0)
    #expect(try province.pending().contains { $0.verdict == .refused(.malformed) })
    for store in [authority, province] { #expect(try store.verify().isOK) }
    _ = try authority.rebuild()
    #expect(try malformed.count == 1)
  }

  @Test("whoever gets the later piece from somebody else than the earlier one still takes every file of both")
  func outrun() throws {
    let first = try forger.entry(), above = first.events.last?.header.lamport ?? 0
    let second = try forger.entry(behind: first.events.last, counter: above)
    let early = try province.read(
      bundle: forger.file(of: school.runs(for: UnitCode("99")) + [second], for: province), name: "")
    #expect(early.waiting == 1)
    _ = try authority.read(bundle: forger.file(of: school.runs(for: self.above) + [first], for: authority), name: "")
    _ = try passOn()
    #expect(Set(try province.pending().map(\.verdict.name)) == ["waiting", "refused"])
    #expect(try passOn().new >= 0)
    #expect(try province.verify().isOK)
  }

  @Test(
    "a piece of another branch waits for what it goes on from, which is named; the branch that is here goes on counting"
  )
  func branch() throws {
    let mine = try forger.entry(), other = try forger.entry(time: 1),
      behind = try forger.entry(behind: other.events.last)
    let last = try #require(behind.events.first).id
    _ = try authority.read(bundle: forger.file(of: school.runs(for: above) + [mine], for: authority), name: "")
    #expect(try authority.partner(code)?.forked == 0)
    let late = try authority.read(bundle: forger.file(of: [behind], for: authority), name: "")
    #expect(late.waiting == 1 && late.missing.count == 1)
    #expect(try authority.pending().contains { $0.id == last && $0.verdict == .waiting(.gap) })
    #expect(try authority.partner(code)?.forked == 1)
    #expect(try authority.partner(code)?.missing.count == 1)
    #expect(try authority.verify().isOK)

    let freed = try authority.read(bundle: forger.file(of: [other], for: authority), name: "")
    #expect(freed.missing.isEmpty)
    // What these entries say only a newer program can read.
    #expect(try authority.pending().contains { $0.id == last && $0.verdict == .waiting(.newerKind) })
    #expect(try authority.verify().isOK)
    let tables = try authority.projectionDigest()
    _ = try authority.rebuild()
    #expect(try authority.projectionDigest() == tables)
    // An end of the term would name both branches, that which was read first before the longer one.
    #expect(try authority.heads(of: code, except: nil).map(\.id) == [#require(mine.events.first).id, last])
    #expect(try passOn().new > 0)
    #expect(try province.verify().isOK)
  }

  /// The authority's act about the school, as the school hands it to the province: changed where no hash tells it.
  private func handedOn(_ change: (inout RawEvent) -> Void) throws -> EventID {
    let until = try #require(Moment(iso: "2024-11-12T00:00"))
    try authority.exempt(code, until: until, reason: "ไฟดับ", password: TrainingSet.password, by: officer)
    let down = try authority.makeBundle(for: code, by: officer)
    _ = try school.read(bundle: down.bytes, name: "")
    let chain = try #require(try authority.ownChain())
    var runs = try school.runs(of: chain, isOwn: false)
    let run = try #require(runs.firstIndex { $0.events.contains { $0.header.kind == .exceptionGiven } })
    let place = try #require(runs[run].events.lastIndex { $0.header.kind == .exceptionGiven })
    change(&runs[run].events[place])
    _ = try province.read(bundle: try forger.file(of: school.runs(for: above) + runs, for: province), name: "")
    return runs[run].events[place].id
  }

  private func expectCounts(_ act: EventID) throws {
    #expect(try province.pending().contains { $0.id == act })
    _ = try passOn()
    #expect(try province.pending().allSatisfy { $0.id != act })
    let tables = try province.projectionDigest()
    _ = try province.rebuild()
    #expect(try province.projectionDigest() == tables)
    let up = try province.makeBundle(for: UnitCode("00"), by: UserName("99"))
    let department = try files.store("00")
    _ = try department.read(bundle: up.bytes, name: "")
    #expect(try department.pending().allSatisfy { $0.id != act })
  }

  @Test("a person's signature that was left out on the way, or made another, comes back with the next honest file")
  func signature() throws {
    try expectCounts(try handedOn { $0.signature = [] })
    try expectCounts(try handedOn { $0.signature = [UInt8](repeating: 0, count: 64) })
  }

  @Test("an act that came without its body counts when it comes whole")
  func bare() throws {
    let act = try handedOn {
      $0.body = nil
      $0.salt = []
      $0.signature = []
    }
    _ = try passOn()
    #expect(try province.pending().allSatisfy { $0.id != act })
    let n = try #require(try province.log.number(of: act))
    #expect(try province.log.event(n)?.signature.count == 64)
  }

  @Test(
    "whoever writes more than a file holds of what no program reads stops nobody, in office or dismissed",
    arguments: [false, true])
  func tooMuch(isDismissed: Bool) throws {
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    let bulk = try forger.bulk(5)
    _ = try authority.read(bundle: forger.file(of: school.runs(for: above) + bulk, for: authority), name: "")
    if isDismissed {
      // The end names what came before it, the swell too.
      try authority.endTerm(of: code, reason: "ย้าย", password: TrainingSet.password, by: officer)
    }
    authority.largestPlain = 800_000
    let made = try authority.makeBundle(for: top, by: officer)
    #expect(made.leftOut.isEmpty)
    #expect(try province.read(bundle: made.bytes, name: "").missing.isEmpty)
    #expect(try province.student(child.id) != nil)
    #expect(try province.verify().isOK)
    // The text comes as soon as a file holds it.
    authority.largestPlain = Container.largestPlain
    _ = try passOn()
    let last = try #require(bulk.last?.events.last).id
    #expect(try province.runs(for: UnitCode("00")).flatMap(\.events).first { $0.id == last }?.body != nil)
  }

  @Test("nor does a machine that waits to be let in; what such a file lacks comes with the next delta that holds it")
  func tooMuchWaiting() throws {
    let card = try authority.issueCard(for: code, password: TrainingSet.password, by: officer)
    let (waiting, joined) = try Store.join(
      at: files.folder.file("waiting.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 86)
    )
    _ = try waiting.makeProfile(
      joined.user, currentPassword: card.code.shown, first: "คนใหม่", last: "ฝึกหัด", position: "ครู", phone: "0000000001",
      newPassword: TrainingSet.password)
    // The province has told what it has, so that a delta holds only what is new.
    _ = try passOn()
    let told = try province.makeBundle(for: above, by: UserName(top.text))
    _ = try authority.read(bundle: told.bytes, name: told.name)
    let other = Forger(store: waiting, user: user), bulk = try other.bulk(5)
    _ = try authority.read(bundle: other.file(of: waiting.runs(for: above) + bulk, for: authority), name: "")
    authority.largestPlain = 800_000
    for isDelta in [true, false] {
      let made = try authority.makeBundle(for: top, delta: isDelta, by: officer)
      #expect(made.leftOut.isEmpty)
      #expect(try province.read(bundle: made.bytes, name: made.name).missing.isEmpty)
    }
    let back = try province.makeBundle(for: above, by: UserName(top.text))
    _ = try authority.read(bundle: back.bytes, name: back.name)
    authority.largestPlain = Container.largestPlain
    let whole = try authority.makeBundle(for: top, delta: true, by: officer)
    _ = try province.read(bundle: whole.bytes, name: whole.name)
    let last = try #require(bulk.last?.events.last).id
    #expect(try province.runs(for: UnitCode("00")).flatMap(\.events).first { $0.id == last }?.body != nil)
    #expect(try province.verify().isOK)
  }

  @Test("whoever was dismissed and writes more than a file holds does not silence his unit")
  func tooMuchBehindTheEnd() throws {
    try authority.endTerm(of: code, reason: "ย้าย", password: TrainingSet.password, by: officer)
    let bulk = try forger.bulk(5)
    _ = try authority.read(bundle: forger.file(of: school.runs(for: above) + bulk, for: authority), name: "")
    let held = Set(try authority.pending().filter { $0.verdict == .held(.afterTerm) }.map(\.id))
    #expect(held.isSuperset(of: bulk.flatMap(\.events).map(\.id)))
    #expect(try authority.makeBundle(for: top, by: officer).header.events > 0)
    authority.largestPlain = 800_000
    let made = try authority.makeBundle(for: top, by: officer)
    #expect(made.leftOut.isEmpty)
    #expect(try province.read(bundle: made.bytes, name: "").waiting == 0)
    let taken = try province.events(after: 0, limit: 100_000)
    #expect(taken.contains { $0.header.unit == code && $0.header.kind == .studentAdded })
    #expect(try province.unit(code) != nil)
    #expect(try province.verify().isOK)
  }

  @Test("nor on a branch of his chain that is longer than what counts: whoever has not heard of him reads the file too")
  func tooMuchOnABranch() throws {
    try authority.endTerm(of: code, reason: "ย้าย", password: TrainingSet.password, by: officer)
    let runs = try school.runs(for: above), own = try #require(try school.ownChain())
    let trunk = try #require(runs.first { $0.chain == own }).events
    var branch: [ChainRun] = []
    for _ in 0..<trunk.count + 5 {
      let isLarge = branch.count < 5
      branch.append(
        try forger.entry(
          behind: branch.last?.events.last ?? trunk[2], counter: 1000 + Int64(branch.count),
          body: isLarge ? Sodium.random(200_000) : [0xA0]))
    }
    _ = try authority.read(bundle: forger.file(of: runs + branch, for: authority), name: "")
    authority.largestPlain = 800_000
    let made = try authority.makeBundle(for: top, by: officer)
    #expect(made.leftOut.isEmpty)
    #expect(try province.read(bundle: made.bytes, name: "").waiting == 0)
    #expect(try province.verify().isOK)
    let card = try authority.issueCard(for: above, password: TrainingSet.password, by: officer)
    let (second, _) = try Store.join(
      at: files.folder.file("second.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 81))
    #expect(try second.counts(unit: code) == authority.counts(unit: code))
    #expect(try second.counts(unit: code).all.total > 0)
    #expect(try second.verify().isOK)
  }

  @Test("nor on a second machine that the end does not name")
  func tooMuchUnnamed() throws {
    let card = try school.issueCard(for: code, password: TrainingSet.password, by: user)
    _ = try authority.read(bundle: school.makeBundle(for: above, by: user).bytes, name: "")
    try authority.endTerm(of: code, reason: "ย้าย", password: TrainingSet.password, by: officer)
    let (second, _) = try Store.join(
      at: files.folder.file("second.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 85))
    let other = Forger(store: second, user: user)
    _ = try authority.read(bundle: other.file(of: second.runs(for: above) + other.bulk(5), for: authority), name: "")
    let chain = try #require(try second.ownChain())
    #expect(try authority.trust.state().standing(chain).office?.reach == .nothing)
    authority.largestPlain = 800_000
    #expect(try authority.makeBundle(for: top, by: officer).leftOut.isEmpty)
    let kept = try authority.runs(for: top).filter { try !authority.isBehindEnd($0) }
    #expect(kept.allSatisfy { $0.chain != chain })
  }

  @Test("what a successor adopted of it goes along all the same, and the rest behind it is left away")
  func adoptedBehindTheEnd() throws {
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    try authority.endTerm(of: code, reason: "ย้าย", password: TrainingSet.password, by: officer)
    _ = try school.editStudent(child.id, [FieldChange(.remark, "หลังสิ้นวาระ")], by: user)
    let late = try school.makeBundle(for: above, by: user)
    _ = try authority.read(bundle: late.bytes, name: "")
    let card = try authority.issueCard(for: code, password: TrainingSet.password, by: officer)
    let (next, joined) = try Store.join(
      at: files.folder.file("next.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 82))
    _ = try next.makeProfile(
      joined.user, currentPassword: card.code.shown, first: "คนใหม่", last: "ฝึกหัด", position: "ครู", phone: "0000000008",
      newPassword: TrainingSet.password)
    _ = try authority.read(bundle: next.makeBundle(for: above, by: joined.user).bytes, name: "")
    for join in try authority.openJoins() {
      try authority.acceptJoin(join.join, password: TrainingSet.password, by: officer)
    }
    _ = try next.read(bundle: authority.makeBundle(for: code, by: officer).bytes, name: "")
    try next.adopt(try next.adoptable(about: code), by: joined.user)
    _ = try authority.read(bundle: next.makeBundle(for: above, by: joined.user).bytes, name: "")
    _ = try authority.read(
      bundle: forger.file(of: school.runs(for: above) + forger.bulk(5), for: authority), name: "")
    authority.largestPlain = 800_000
    let made = try authority.makeBundle(for: top, by: officer)
    #expect(made.leftOut.isEmpty)
    _ = try province.read(bundle: made.bytes, name: "")
    #expect(try authority.student(child.id)?.student[.remark] == "หลังสิ้นวาระ")
    #expect(try province.student(child.id)?.student[.remark] == "หลังสิ้นวาระ")
    #expect(try province.verify().isOK)
  }

  @Test(
    "where a chain's end lies inside what came in one piece, whoever has it from here has what counts as a piece of its own"
  )
  func pieceOfItsOwn() throws {
    let own = try #require(try school.ownChain())
    try authority.endTerm(of: code, reason: "ย้าย", password: TrainingSet.password, by: officer)
    _ = try authority.read(bundle: forger.file(of: school.runs(for: above) + forger.bulk(5), for: authority), name: "")
    _ = try passOn()
    let pieces = try province.runs(for: UnitCode("00")).filter { $0.chain == own }
    #expect(pieces.count > 1)
    #expect(try pieces.map { try province.isBehindEnd($0) } == [false] + pieces.dropFirst().map { _ in true })
  }

  @Test("nor does whoever writes under more names than a file holds")
  func tooManyNames() throws {
    _ = try authority.read(
      bundle: forger.file(of: school.runs(for: above) + [forger.entry(about: UnitCode("12345678"))], for: authority),
      name: "")
    let all = try #require(try authority.draft(.full, for: top, after: nil)).words
    authority.mostNames = all - 1
    #expect(try authority.makeBundle(for: top, by: officer).leftOut == [code])
    authority.mostNames = all
    #expect(try authority.makeBundle(for: top, by: officer).leftOut.isEmpty)
  }

  @Test("what the province writes about an authority, its schools do not read")
  func wordsAbove() throws {
    try province.note(above, words: "เด็กของศูนย์อื่นซ้ำกัน", by: UserName("99"))
    let down = try province.makeBundle(for: above, by: UserName("99"))
    _ = try authority.read(bundle: down.bytes, name: "")
    #expect(try authority.notes(about: above).map(\.words) == ["เด็กของศูนย์อื่นซ้ำกัน"])
    let further = try authority.makeBundle(for: code, by: officer)
    _ = try school.read(bundle: further.bytes, name: "")
    let notes = try school.events(after: 0, limit: 100_000).filter { $0.header.kind == .noteWritten }
    #expect(!notes.isEmpty && notes.allSatisfy { $0.body == nil && $0.salt.isEmpty })
    #expect(try school.verify().isOK)
  }

  @Test("CF-01 what a school writes about its authority in a kind nobody knows keeps the authority from nothing")
  func unknownAbove() throws {
    let entries = try [above, top].map { try forger.entry(about: $0) }
    for entry in entries {
      _ = try authority.read(
        bundle: forger.file(of: school.runs(for: above) + [entry], for: authority), name: "")
    }
    #expect(try authority.pending().contains { $0.unit == above })
    let refusal = #expect(throws: Refusal.self) {
      try authority.confirm(.students, password: TrainingSet.password, by: officer)
    }
    // The institutions have not confirmed, as before.
    #expect(refusal?.code != .newerEntries)
  }

  @Test("AU-13 an authority that adds its neighbour's code as a school of its own takes nothing from it")
  func neighbour() throws {
    let second = try files.store("06990102")
    let before = try province.board(of: try #require(try province.ownUnit())).map(\.counts.all.total)
    var wrong = TrainingSet(.school).unit
    wrong.code = above
    wrong.parent = UnitCode("06990102")
    try second.addUnit(wrong, by: UserName("06990102"))
    let made = try second.makeBundle(for: top, by: UserName("06990102"))
    #expect(try province.read(bundle: made.bytes, name: made.name).refused == 1)
    #expect(try province.unit(above)?.kind == .authority)
    #expect(try province.board(of: try #require(try province.ownUnit())).map(\.counts.all.total) == before)
    #expect(try passOn().refused == 0)
  }

  @Test(
    "AU-13 of two authorities that give out one code the earlier has it, whichever counts further",
    arguments: [true, false])
  func twice(laterCountsLess: Bool) throws {
    let second = try files.store("06990102")
    let (earlier, later) = laterCountsLess ? (authority, second) : (second, authority)
    // The authority that has written more stands at the higher counter.
    let busy = try #require(try authority.ownUnit()?.code.text)
    for words in 0..<30 { try authority.note(code, words: "\(words)", by: UserName(busy)) }
    try later.moveTrainingClock(to: TrainingSet.clock + 3_600_000)
    let names = try [earlier, later].map { store in
      let own = try #require(try store.ownUnit()?.code)
      var unit = TrainingSet(.centre).unit
      unit.code = UnitCode("3099000088")
      unit.name = own.text
      unit.parent = own
      try store.addUnit(unit, by: UserName(own.text))
      return own.text
    }
    for store in [later, earlier] {
      let own = try #require(try store.ownUnit()?.code)
      let made = try store.makeBundle(for: top, by: UserName(own.text))
      _ = try province.read(bundle: made.bytes, name: made.name)
    }
    #expect(try province.unit(UnitCode("3099000088"))?.name == names[0])
    #expect(try province.pending().count { $0.unit == UnitCode("3099000088") } == 1)
  }
}
