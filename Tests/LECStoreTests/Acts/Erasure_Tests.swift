import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Erasing for good: nothing of the child is left wherever the order was carried out, nothing brings it back, and what was confirmed
/// can still be checked.
@Suite("Erasing for good")
struct Erasure_Tests {
  let files: TreeFiles
  let school: Store
  let authority: Store
  let user = UserName("3099000001")
  let officer = UserName("05990101")
  let password = TrainingSet.password
  /// Bytes that stand nowhere else.
  static let name = "อัญมณีศรีประดับ", words = "ย้ายไปอยู่กับยายที่เกาะไกล"

  init() throws {
    files = try TreeFiles(policy: .reconfirm, children: 8)
    school = try files.store("3099000001")
    authority = try files.store("05990101")
  }

  /// A child with a name of its own who has been taken out.
  private func removed(_ store: Store? = nil) throws -> RecordID {
    let store = store ?? school
    let child = try #require(try store.roster(RosterFilter(), .first, limit: 1).first)
    try store.editStudent(
      child.id, [FieldChange(.last, Self.name), FieldChange(.remark, Self.words)], by: user)
    try store.editStudent(child.id, [FieldChange(.last, Self.name + "สอง")], by: user)
    try store.saveDraft("\(user.text)/student/\(child.id.short)", ["last": Self.name])
    try store.remove([child.id], reason: .left, by: user)
    return child.id
  }

  /// How often the bytes stand in any file of the folder.
  static func hits(in folder: String, _ words: [String] = [name, words]) throws -> [String] {
    var out: [String] = []
    let found = CommandRun.run(["/usr/bin/find", folder, "-type", "f"], folder: TemporaryFolder())
    for path in found.output.split(separator: "\n").map(String.init) {
      guard let bytes = try FileCare.read(path, limit: 64 << 20).bytes else { continue }
      for word in words where Self.holds(bytes, Array(word.utf8)) { out.append(path) }
    }
    return out
  }

  static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first, bytes.count >= part.count else { return false }
    return bytes.withUnsafeBufferPointer { all in
      (0...(all.count - part.count)).contains { at in
        all[at] == first && all[at..<at + part.count].elementsEqual(part)
      }
    }
  }

  private func send(_ from: Store, _ to: Store, by user: UserName) throws -> BundleReport {
    let unit = try #require(try to.ownUnit())
    return try to.read(bundle: try from.makeBundle(for: unit.code, by: user).bytes, name: "x.lec")
  }

  @Test("nothing of the child is left in the file, its log, its free space and the copies of earlier years")
  func gone() throws {
    let child = try removed()
    let copy = school.path.replacing(".db", with: "-2566.db")
    try school.backup(to: copy)
    let year = try Connection(path: copy, create: false)
    try SettingTable(connection: year).set(Setting.closedYear, "2566")
    year.checkpoint(truncate: true)
    year.close()
    #expect(try !Self.hits(in: files.folder.path).isEmpty)
    try school.erase([child], reason: .request, password: password, by: user)
    #expect(try Self.hits(in: files.folder.path) == [])
    #expect(try school.student(child) == nil)
    #expect(try school.verify().problems == [])
    #expect(try school.history(of: child).allSatisfy { $0.changes.isEmpty })
    let old = try Store.open(copy, world: Fixtures.world(seed: 5))
    defer { old.close() }
    #expect(try old.verify().problems == [])
    #expect(try old.student(child) == nil)
  }

  @Test("what was confirmed stays confirmed, and its digest is the same")
  func digest() throws {
    let child = try removed()
    let round = try #require(try school.currentRound()).key
    let before = try school.digest(.students, unit: UnitCode("3099000001"), round: round)
    try school.erase([child], reason: .mistake, password: password, by: user)
    #expect(try school.digest(.students, unit: UnitCode("3099000001"), round: round) == before)
    try school.rebuild()
    #expect(try school.digest(.students, unit: UnitCode("3099000001"), round: round) == before)
    let register = try school.registerCount(unit: UnitCode("3099000001"))
    #expect(register == 0)
  }

  @Test("no file from before brings the child back, read before the order or after it")
  func revival() throws {
    let child = try removed()
    let old = try school.makeBundle(for: UnitCode("05990101"), by: user)
    try school.erase([child], reason: .request, password: password, by: user)
    // Before: the authority has the child, and loses it from its lists with the order.
    _ = try authority.read(bundle: old.bytes, name: "old.lec")
    #expect(try authority.student(child) != nil)
    _ = try send(school, authority, by: user)
    #expect(try authority.student(child) == nil)
    #expect(try authority.erasuresDue() == 1)
    let entry = try #require(try authority.erasures().first)
    #expect(entry.name.contains(Self.name))
    #expect(entry.reason == .request)
    #expect(try !Self.hits(in: files.folder.path).isEmpty)
    #expect(try authority.carryOutErasures() == 1)
    #expect(try authority.erasuresDue() == 0)
    #expect(try Self.hits(in: files.folder.path) == [])
    // After: the same old file once more, and the school's own.
    _ = try authority.read(bundle: old.bytes, name: "old.lec")
    #expect(try authority.student(child) == nil)
    #expect(try Self.hits(in: files.folder.path) == [])
    #expect(try authority.verify().problems == [])
    #expect(try authority.carryOutErasures() == 0)
  }

  @Test("the salts that were erased cannot be made again, and the rest of the file goes on as before")
  func salts() throws {
    let child = try removed()
    let chain = try #require(try school.ownChain())
    let before = try #require(try DeviceKeys(connection: school.connection).salts(chain))
    try school.erase([child], reason: .request, password: password, by: user)
    #expect(try DeviceKeys(connection: school.connection).salts(chain) != before)
    let report = try send(school, authority, by: user)
    #expect(report.refused + report.held + report.waiting == 0)
    let next = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    try school.set([FieldChange(.room, "4")], of: [next.id], by: user)
    #expect(try send(school, authority, by: user).new > 0)
  }

  @Test("the order, the removal and the entry may come in any order, piece by piece")
  func pieces() throws {
    let child = try removed()
    try school.erase([child], reason: .request, password: password, by: user)
    let run = try #require(
      try school.runs(for: UnitCode("05990101")).first { $0.events.contains { $0.id == child.event } })
    let about = run.events.filter { $0.header.record == child || $0.id == child.event || $0.header.kind == .erased }
    #expect(about.count >= 5)
    for turn in 0..<about.count {
      let other = try TreeFiles(policy: .reconfirm, children: 8).store("05990101")
      let order = Array(about[turn...] + about[..<turn]) + about.reversed()
      for event in order {
        try other.local {
          let projector = try Projector(other.connection, trust: other.trust)
          let kept = try projector.withoutErased(event)
          if case .new(let n) = try other.log.store(kept) { try projector.judge(kept.stored(at: n)) }
          try projector.finish()
        }
      }
      #expect(try other.student(child) == nil, "\(turn)")
    }
  }

  @Test("who stands on the list is not erased, nor for its age who was taken out this year")
  func refused() throws {
    let here = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    let before = try school.eventCount()
    #expect(throws: Refusal.self) {
      try school.erase([here.id], reason: .mistake, password: password, by: user)
    }
    #expect(try school.eventCount() == before)
    let child = try removed()
    do {
      try school.erase([child], reason: .retention, password: password, by: user)
      Issue.record("erased in the year of its removal")
    } catch let refusal as Refusal { #expect(refusal.code == .keptThisYear) }
    do {
      try authority.erase([child], reason: .request, password: password, by: officer)
      Issue.record("erased who stands on its list still")
    } catch let refusal as Refusal { #expect(refusal.code == .stillListed) }
    do {
      try school.erase([child], reason: .request, password: "x", by: user)
      Issue.record("erased without the password")
    } catch {}
    #expect(try school.student(child) != nil)
  }

  @Test("an office above orders it for its institution, which is told and carries it out")
  func fromAbove() throws {
    let child = try removed()
    _ = try send(school, authority, by: user)
    try authority.erase([child], reason: .request, password: password, by: officer)
    #expect(try school.erasuresDue() == 0)
    _ = try send(authority, school, by: officer)
    #expect(try school.erasuresDue() == 1)
    #expect(try school.student(child) == nil)
    _ = try school.carryOutErasures()
    #expect(try Self.hits(in: files.folder.path) == [])
  }

  @Test("an order that names a removal nobody had the right to does nothing, with its body or without")
  func forged() throws {
    for isBare in [false, true] {
      let kingdom = try Kingdom()
      let removal = kingdom.add(
        Kingdom.far, .studentRemoved, .changes([FieldChange(.state, "removed")]), about: Kingdom.school,
        record: kingdom.child)
      if isBare, let far = kingdom.chains.removeValue(forKey: Kingdom.far), var event = far.events.last {
        event.body = nil
        event.salt = []
        try kingdom.store.local { _ = try kingdom.store.log.store(event) }
      }
      kingdom.add(
        Kingdom.authority, .erased,
        .erasure(
          Erasure(reason: .request, children: [.init(record: RecordID(kingdom.child), removal: removal, leaf: nil)])),
        about: Kingdom.school)
      try kingdom.take()
      #expect(try kingdom.store.student(RecordID(kingdom.child)) != nil, "\(isBare)")
    }
  }

  @Test("who has finished school can be erased too, years later")
  func graduated() throws {
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    try school.set(
      [FieldChange(.state, StudentState.graduated.rawValue), FieldChange(.left, "2020-03-31")], of: [child.id],
      by: user)
    try school.erase([child.id], reason: .retention, password: password, by: user)
    #expect(try school.student(child.id) == nil)
    #expect(try school.verify().problems == [])
  }
}
