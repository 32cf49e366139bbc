import LECModel
import TestSupport
import Testing

@testable import LECStore

/// A set is set back as often as a trainer wants, and goes on working; a real file is never touched.
@Suite("Marks of a training set")
struct TrainingMarks_Tests {
  private let school = UnitCode("3099000001"), authority = UnitCode("05990101")
  private let clerk = UserName("3099000001")
  private let folder: TemporaryFolder

  init() throws {
    let tree = try TreeFiles(children: 8)
    folder = TemporaryFolder()
    for name in FileCare.names(in: tree.folder.path) where name.hasSuffix(".db") {
      try Store.open(tree.folder.file(name), world: Fixtures.world()).backup(to: folder.file(name))
    }
  }

  private func open(_ unit: UnitCode) throws -> Store {
    // Real luck: a chain that begins after a reset must not be the one that began after the reset before.
    var world = World.live().starting(at: TrainingSet.clock)
    world.passwordCost = .quick
    return try Store.open(folder.file(unit.text + ".db"), world: world)
  }

  private func with<T>(_ unit: UnitCode, _ body: (Store) throws -> T) throws -> T {
    let store = try open(unit)
    defer { store.close() }
    return try body(store)
  }

  private func marks() throws -> TrainingMarks { TrainingMarks(try TrainingFolder(at: folder.path)) }

  private func edit(_ words: String) throws {
    try with(school) { store in
      let child = try #require(try store.roster(RosterFilter(), .first, limit: 1).first)
      try store.editStudent(child.id, [FieldChange(.remark, words)], by: clerk)
    }
  }

  private func remark(_ unit: UnitCode) throws -> String {
    try with(unit) { store in
      if unit != school { store.focus = school }
      return try store.roster(RosterFilter(), .first, limit: 1).first?.student[.remark] ?? "?"
    }
  }

  @discardableResult
  private func send() throws -> BundleReport {
    let made = try with(school) { try $0.makeBundle(for: authority, by: clerk) }
    try FileCare.write(made.bytes, to: folder.file(made.name))
    return try with(authority) { try $0.read(bundle: made.bytes, name: made.name) }
  }

  @Test("after a reset everything is as it was, and editing, sending and reading work, time and again")
  func reset() throws {
    let marks = try marks()
    try marks.mark("lesson", clock: TrainingSet.clock)
    let before = try [school, authority].map { try with($0) { try $0.stateDigest() } }
    for round in 1...3 {
      try edit("ครั้งที่ \(round)")
      #expect(try send().new > 0)
      #expect(try remark(authority) == "ครั้งที่ \(round)")
      let clock = try marks.reset(to: "lesson", from: TrainingSet.clock + 3_600_000)
      #expect(clock == TrainingSet.clock)
      let now = try [school, authority].map { try with($0) { try $0.stateDigest() } }
      #expect(now == before)
      #expect(FileCare.names(in: folder.path).filter { $0.hasSuffix(".lec") } == [])
    }
    try edit("หลังกลับ")
    let report = try send()
    #expect(report.new > 0 && report.refused + report.held + report.waiting == 0 && report.missing.isEmpty)
    #expect(!report.isSetBack)
    #expect(try remark(authority) == "หลังกลับ")
    // And down again: the office answers, and the school reads what it sends.
    let down = try with(authority) { try $0.makeBundle(for: school, by: UserName("05990101")) }
    let read = try with(school) { try $0.read(bundle: down.bytes, name: down.name) }
    #expect(read.refused + read.held + read.waiting == 0 && !read.isSetBack)
    for unit in [school, authority] {
      let problems = try with(unit) { try $0.verify().problems }
      #expect(problems.isEmpty)
    }
  }

  @Test("what a reset took away is kept as a mark, and can be had back")
  func undone() throws {
    let marks = try marks()
    try marks.setFirst(clock: TrainingSet.clock)
    try edit("งานที่ทำไว้")
    try send()
    _ = try marks.reset(to: TrainingMarks.asMade, from: TrainingSet.clock + 60_000)
    #expect(try remark(authority) == "")
    let clock = try marks.reset(to: TrainingMarks.beforeReset, from: TrainingSet.clock)
    #expect(clock == TrainingSet.clock + 60_000)
    #expect(try remark(authority) == "งานที่ทำไว้")
    #expect(FileCare.names(in: folder.path).filter { $0.hasSuffix(".lec") }.count == 1)
    _ = try marks.reset(to: TrainingMarks.beforeReset, from: clock)
    #expect(try remark(authority) == "")
  }

  @Test("a file from the time that is gone, from a stick that nobody reset, does no harm")
  func stale() throws {
    let marks = try marks()
    try marks.setFirst(clock: TrainingSet.clock)
    try edit("อดีต")
    let stale = try with(school) { try $0.makeBundle(for: authority, by: clerk) }
    _ = try marks.reset(to: TrainingMarks.asMade, from: TrainingSet.clock)
    try edit("ปัจจุบัน")
    #expect(try send().new > 0)
    let report = try with(authority) { try $0.read(bundle: stale.bytes, name: stale.name) }
    #expect(report.refused == 0)
    #expect(try send().refused == 0)
    for unit in [school, authority] {
      let problems = try with(unit) { try $0.verify().problems }
      #expect(problems.isEmpty)
    }
  }

  @Test("a real file and the file of another set in the same folder are never touched")
  func others() throws {
    let (real, _) = try Store.makeRoot(
      at: folder.file("real.db"), code: UnitCode("00"), name: "กรม", training: false, world: Fixtures.world(seed: 9))
    real.close()
    try TrainingSet(.centre, children: 3).make(at: folder.file("other.db"), world: Fixtures.world(seed: 8)).close()
    func bytes(_ name: String) throws -> [UInt8]? { try FileCare.read(folder.file(name), limit: 1 << 26).bytes }
    let before = try ["real.db", "other.db"].map(bytes)
    let set = try TrainingFolder(of: try open(school))
    #expect(set.files.count == 10)
    let marks = TrainingMarks(set)
    try marks.setFirst(clock: TrainingSet.clock)
    _ = try marks.reset(to: TrainingMarks.asMade, from: TrainingSet.clock)
    let now = try ["real.db", "other.db"].map(bytes)
    #expect(now == before)
    #expect(!FileCare.names(in: folder.file("trainer/marks/as-made")).contains("real.db"))
    // From the real file there is no set at all.
    let again = try Store.open(folder.file("real.db"), world: Fixtures.world())
    defer { again.close() }
    #expect(throws: Refusal(.trainingOnly, .op04)) { try TrainingFolder(of: again) }
    #expect(throws: Refusal(.trainingOnly, .op04)) { try again.enterTraining(UserName("00")) }
    #expect(throws: Refusal(.trainingOnly, .op04)) { try again.moveTrainingClock(to: TrainingSet.clock) }
    let made = try with(school) { try $0.makeBundle(for: authority, by: clerk) }
    #expect(made.name.hasPrefix("training-"))
    #expect(throws: BundleError.trainingMix) { try again.read(bundle: made.bytes, name: made.name) }
  }

  @Test("a real file whose setting somebody has changed is still no training file")
  func forged() throws {
    let alone = TemporaryFolder()
    let (real, _) = try Store.makeRoot(
      at: alone.file("real.db"), code: UnitCode("00"), name: "กรม", training: false, world: Fixtures.world(seed: 9))
    defer { real.close() }
    try real.set(Setting.training, to: "1")
    #expect(real.isTraining && !real.isForTraining)
    #expect(throws: Refusal(.trainingOnly, .op04)) { try real.enterTraining(UserName("00")) }
    #expect(throws: Refusal(.trainingOnly, .op04)) { try TrainingFolder(of: real) }
  }

  @Test("marks are not written over, and their names are plain")
  func names() throws {
    let marks = try marks()
    try marks.mark("ก่อนยืนยัน", clock: TrainingSet.clock)
    #expect(throws: StoreError.self) { try marks.mark("ก่อนยืนยัน", clock: TrainingSet.clock) }
    for name in ["", ".x", "a/b", "../x"] {
      #expect(throws: Refusal.self) { try marks.mark(name, clock: TrainingSet.clock) }
    }
    #expect(throws: StoreError.self) { try marks.reset(to: "ไม่มี", from: TrainingSet.clock) }
    #expect(marks.all.map(\.name) == ["ก่อนยืนยัน"])
  }

  @Test("a reset that was cut short is ended when a file of the set is opened next")
  func cutShort() throws {
    let marks = try marks()
    try marks.setFirst(clock: TrainingSet.clock)
    try edit("ระหว่างทาง")
    try send()
    // As a power cut leaves it: one file is back, the others are not.
    try FileCare.write(Array(TrainingMarks.asMade.utf8), to: folder.file("trainer/resetting"))
    #expect(marks.isUnfinished)
    try marks.finishReset()
    #expect(!marks.isUnfinished)
    #expect(try remark(school) == "")
    #expect(try remark(authority) == "")
  }

  @Test("the clock goes back as well as on, stays where it was put, and moves on with what is written")
  func clock() throws {
    let earlier = try #require(Moment(iso: "2024-10-14T09:00"))
    try with(school) { try $0.moveTrainingClock(to: earlier) }
    let kept = try with(school) { try $0.trainingClock() }
    #expect(kept == earlier)
    try edit("x")
    let moved = try with(school) { try $0.trainingClock() }
    #expect(moved >= TrainingSet.clock + 60_000)
  }
}
