import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Files between offices of one tree: what each may bring, and what must not get in.
@Suite("Files between offices")
struct Exchange_Tests {
  let files: TreeFiles
  let school: Store
  let authority: Store
  let user = UserName("3099000001")
  let officer = UserName("05990101")

  init() throws {
    files = try TreeFiles(policy: .reconfirm, children: 8)
    school = try files.store("3099000001")
    authority = try files.store("05990101")
  }

  private func made() throws -> MadeBundle { try school.makeBundle(for: UnitCode("05990101"), by: user) }

  private func edit(_ store: Store, _ user: UserName, _ words: String) throws {
    let child = try #require(try store.roster(RosterFilter(), .first, limit: 1).first)
    _ = try store.set([FieldChange(.room, words)], of: [child.id], by: user)
  }

  @Test("a file of another department's tree is refused")
  func otherRoot() throws {
    let other = try TreeFiles(children: 4, world: Fixtures.world(seed: 900))
    let foreign = try other.store("3099000001").makeBundle(for: UnitCode("05990101"), by: user)
    #expect(throws: BundleError.otherRoot) { try authority.read(bundle: foreign.bytes, name: "") }
  }

  @Test("a real file is refused by a training file")
  func trainingMix() throws {
    let folder = TemporaryFolder()
    var world = Fixtures.world(seed: 31)
    world.passwordCost = .quick
    let (real, root) = try Store.makeRoot(
      at: folder.file("00.db"), code: UnitCode("00"), name: "กรมจริง", training: false, world: world)
    defer { real.close() }
    _ = try real.makeProfile(
      root.user, currentPassword: root.firstPassword, first: "คน", last: "ทดสอบ", position: "-", phone: "0000000001",
      newPassword: TrainingSet.password)
    try real.addUnit(
      Unit(code: UnitCode("99"), kind: .province, name: "จังหวัด", parent: UnitCode("00"), province: "จังหวัด"),
      by: root.user)
    let card = try real.issueCard(for: UnitCode("99"), password: TrainingSet.password, by: root.user)
    #expect(throws: BundleError.trainingMix) { try authority.read(bundle: card.starter.bytes, name: "") }
  }

  /// A file with the school's own keys whose content or header was changed before it was signed.
  private func forged(
    runs change: (inout [ChainRun]) -> Void = { _ in }, header alter: (inout BundleHeader) -> Void = { _ in },
    signing other: [UInt8]? = nil
  ) throws -> [UInt8] {
    let honest = try made()
    let chain = try #require(try school.ownChain())
    let secret = try #require(try DeviceKeys(connection: school.connection).signing(chain))
    var runs = try school.runs(for: UnitCode("05990101"))
    change(&runs)
    var header = honest.header
    alter(&header)
    let plain = BundleContent.write(runs)
    let box = try #require(try authority.trust.state().boxKey(of: UnitCode("05990101"))).publicKey
    return try Container.write(
      header, plain: plain, recipients: [box], signing: other ?? secret, random: { Sodium.random($0) })
  }

  @Test("a chain whose last event its machine has not signed is refused")
  func unsignedHead() throws {
    try edit(school, user, "7")
    let bytes = try forged(runs: { runs in
      let place = runs.count - 1
      runs[place].signature[5] ^= 1
    })
    let before = try authority.eventCount()
    #expect(throws: BundleError.badChain) { try authority.read(bundle: bytes, name: "") }
    #expect(try authority.eventCount() == before)
  }

  @Test("a file from a machine that nobody vouches for stays closed")
  func stranger() throws {
    let pair = Sodium.signingPair(seed: Sodium.random(32))
    let bytes = try forged(
      header: { header in
        header.chain = ChainID(Sodium.hash([1]))
        header.signingKey = pair.publicKey
        header.introduction = []
      }, signing: pair.secret)
    #expect(throws: BundleError.unknownSender) { try authority.read(bundle: bytes, name: "") }
  }

  @Test("a file signed with another key than the sender's is refused, whatever its header says")
  func otherKey() throws {
    let pair = Sodium.signingPair(seed: Sodium.random(32))
    let bytes = try forged(header: { $0.signingKey = pair.publicKey }, signing: pair.secret)
    #expect(throws: BundleError.badSignature) { try authority.read(bundle: bytes, name: "") }
    var honest = try made().bytes
    honest[honest.count - 1] ^= 1
    #expect(throws: BundleError.badSignature) { try authority.read(bundle: honest, name: "") }
  }

  @Test("a file in another unit's name is refused, and nothing of it stays")
  func otherName() throws {
    try edit(school, user, "7")
    let bytes = try forged(header: { $0.from = UnitCode("99") }, signing: nil)
    let before = try authority.eventCount(), last = try authority.lastFile(from: UnitCode("99"))
    #expect(throws: BundleError.otherSender) { try authority.read(bundle: bytes, name: "") }
    #expect(try authority.eventCount() == before)
    #expect(try authority.lastFile(from: UnitCode("99")) == last)
  }

  @Test("a file that is for somebody else says so, known sender or not")
  func notForYou() throws {
    let neighbour = try files.store("06990102")
    let bytes = try made().bytes
    #expect(throws: BundleError.notForYou) { try neighbour.read(bundle: bytes, name: "") }
    var damaged = bytes
    damaged[40] ^= 1
    #expect(throws: BundleError.self) { try neighbour.read(bundle: damaged, name: "") }
  }

  @Test("a file that needs a feature this program lacks is for a newer one")
  func needs() throws {
    let bytes = try forged(header: { $0.needs = ["colour"] })
    #expect(throws: BundleError.newerFormat) { try authority.read(bundle: bytes, name: "") }
  }

  @Test("a preview tells everything and keeps nothing")
  func preview() throws {
    try edit(school, user, "7")
    let bytes = try made().bytes
    let before = try authority.eventCount(), tables = try authority.projectionDigest()
    let told = try authority.read(bundle: bytes, name: "", isPreview: true)
    #expect(try authority.eventCount() == before)
    #expect(try authority.projectionDigest() == tables)
    let done = try authority.read(bundle: bytes, name: "")
    #expect(told.new == done.new && done.new > 0)
  }

  @Test("a school gets nothing about the children of another")
  func noLeak() throws {
    try authority.note(UnitCode("3099000002"), words: "เรื่องของศูนย์อื่น", by: officer)
    try authority.note(UnitCode("3099000001"), words: "เรื่องของโรงเรียน", by: officer)
    let down = try authority.makeBundle(for: UnitCode("3099000001"), by: officer)
    _ = try school.read(bundle: down.bytes, name: "")
    let all = try school.events(after: 0, limit: 100_000)
    let others: Set<UnitCode> = [UnitCode("3099000002"), UnitCode("3099000003")]
    let foreign = all.filter { others.contains($0.header.unit) }
    #expect(foreign.contains { $0.header.kind == .noteWritten })
    #expect(foreign.allSatisfy { $0.body == nil && $0.salt.isEmpty })
    #expect(try school.notes(about: UnitCode("3099000001")).map(\.words) == ["เรื่องของโรงเรียน"])
  }

  @Test("files to a unit are numbered one after the other")
  func numbers() throws {
    let first = try made().header.number
    #expect(try made().header.number == first + 1)
    #expect(try made().header.number == first + 2)
  }

  @Test("what is written after a file was read counts on from it")
  func counter() throws {
    for i in 0..<30 { try edit(school, user, "\(i)") }
    _ = try authority.read(bundle: try made().bytes, name: "")
    let read = try authority.events(after: 0, limit: 100_000).map(\.header.lamport).max() ?? 0
    try authority.note(UnitCode("3099000001"), words: "เห็นแล้ว", by: officer)
    let written = try #require(try authority.events(after: 0, limit: 100_000).last)
    #expect(written.header.lamport >= read)
    #expect(written.header.lamport > (try school.events(after: 0, limit: 100_000).map(\.header.lamport).max() ?? 0))
  }

  @Test("a child's row is hashed with its own salt, so that nobody can guess it")
  func salted() throws {
    let row = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    let bytes = try #require(RowDigest.student(row.id, row.student))
    let leaf = try school.connection.one("SELECT leaf FROM student WHERE n = ?1", [.integer(row.n)]) { $0.blob(0) }
    #expect(leaf != Sodium.hash(bytes).bytes)
  }

  private func state() throws -> DatasetState.Name? {
    let own = try #require(try authority.ownUnit())
    return try authority.standing(of: own, round: try #require(try authority.currentRound())).state(.students)?.name
  }

  @Test(
    "CF-06 an authority's confirmation is void when an institution confirms anew, and an institution's when a child changes"
  )
  func void() throws {
    try files.confirmAll()
    #expect(try state() == .confirmed)
    try edit(school, user, "9")
    let own = try #require(try school.ownUnit()), round = try #require(try school.currentRound())
    #expect(try school.standing(of: own, round: round).state(.students)?.name == .void)
    _ = try school.confirm(.students, password: TrainingSet.password, by: UserName("3099000001-2"))
    _ = try authority.read(bundle: try made().bytes, name: "")
    #expect(try state() == .void)
  }
}
