import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Mistakes that other systems made when machines exchange data, by the numbers under which they were collected: none is made here.
@Suite("Mistakes of others")
struct KnownBugs_Tests {
  private let files: TreeFiles
  private let school: Store
  private let authority: Store
  private let user = UserName("3099000001")
  private let officer = UserName("05990101")

  init() throws {
    files = try TreeFiles(policy: .reconfirm, children: 8)
    school = try files.store("3099000001")
    authority = try files.store("05990101")
  }

  private func made() throws -> MadeBundle { try school.makeBundle(for: UnitCode("05990101"), by: user) }

  private func child() throws -> StudentRow {
    try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
  }

  private func copy(_ name: String) throws -> String {
    let path = files.folder.file(name)
    try school.backup(to: path)
    return path
  }

  @Test("B4, B5 the receipt stands with what was read or not at all")
  func receiptWithTheData() throws {
    try school.editStudent(try child().id, [FieldChange(.room, "8")], by: user)
    let bytes = try made().bytes
    let before = try authority.eventCount()
    #expect(throws: BundleError.self) { try authority.read(bundle: Array(bytes.dropLast(40)), name: "") }
    #expect(try authority.eventCount() == before)
    #expect(try !authority.hasRead(Array(bytes.dropLast(40))))
    _ = try authority.read(bundle: bytes, name: "")
    #expect(try authority.hasRead(bytes))
    let last = try #require(try authority.events(after: before, limit: 100).last)
    #expect(last.header.kind == .bundleRead)
  }

  @Test("B6, B7, B8 a clock that is ten years ahead or days behind wins nothing, loses nothing and shuts nobody out")
  func clocks() throws {
    let id = try child().id
    for (place, days) in [3650, -2].enumerated() {
      let path = try copy("clock\(place).db")
      let off = Moment.start(of: TrainingSet.clock.date.adding(days: days))
      let other = try Store.open(path, world: Fixtures.world(seed: UInt64(700 + place), now: off))
      try school.editStudent(id, [FieldChange(.room, "\(20 + place)")], by: user)
      // The other machine has read that, and writes later with its wrong clock: it knew, so it counts.
      let news = try school.makeBundle(for: UnitCode("3099000001"), by: user)
      _ = try other.read(bundle: news.bytes, name: "")
      try other.set([FieldChange(.remark, "นาฬิกา \(place)"), FieldChange(.room, "\(30 + place)")], in: id, by: user)
      let back = try other.makeBundle(for: UnitCode("3099000001"), by: user)
      let report = try school.read(bundle: back.bytes, name: "")
      #expect(report.held + report.refused == 0)
      #expect(try school.student(id)?.student[.room] == "\(30 + place)")
      #expect(try school.conflicts().isEmpty)
      other.close()
    }
    let up = try authority.read(bundle: try made().bytes, name: "")
    #expect(up.held + up.refused + up.waiting == 0)
  }

  @Test("B11, B16 a file copied to another machine goes on by itself, and both are one school")
  func copied() throws {
    var world = Fixtures.world(seed: 901)
    world.machine = [9, 9]
    let twin = try Store.open(try copy("twin.db"), world: world)
    defer { twin.close() }
    let rows = try school.roster(RosterFilter(), .first, limit: 2)
    try school.editStudent(rows[0].id, [FieldChange(.remark, "ที่เดิม")], by: user)
    try twin.set([FieldChange(.remark, "ที่ใหม่")], in: rows[1].id, by: user)
    for _ in 0..<2 {
      _ = try authority.read(bundle: try made().bytes, name: "")
      let other = try twin.makeBundle(for: UnitCode("05990101"), by: user)
      _ = try authority.read(bundle: other.bytes, name: "")
    }
    #expect(try authority.student(rows[0].id)?.student[.remark] == "ที่เดิม")
    #expect(try authority.student(rows[1].id)?.student[.remark] == "ที่ใหม่")
    #expect(try authority.pending().isEmpty)
    // Reading the other's news does not begin another chain each time.
    let before = try twin.eventCount()
    for _ in 0..<3 {
      let news = try school.makeBundle(for: UnitCode("3099000001"), by: user)
      _ = try twin.read(bundle: news.bytes, name: "")
      _ = try twin.makeBundle(for: UnitCode("3099000001"), by: user)
    }
    #expect(try twin.eventCount() - before < 6)
  }

  @Test("B13 what an older program does not know is kept, passed on and counts after the update")
  func newerKinds() throws {
    try school.behave(asBefore: [.noteWritten])
    try authority.note(UnitCode("3099000001"), words: "จากรุ่นใหม่", by: officer)
    let down = try authority.makeBundle(for: UnitCode("3099000001"), by: officer)
    let report = try school.read(bundle: down.bytes, name: "")
    #expect(report.waiting == 1)
    #expect(try school.notes(about: UnitCode("3099000001")).isEmpty)
    #expect(try school.pending().map(\.verdict) == [.waiting(.newerKind)])
    // Nobody confirms what was not read.
    do {
      _ = try school.confirm(.students, password: TrainingSet.password, by: user)
      Issue.record("confirmed what was not read")
    } catch let refusal as Refusal { #expect(refusal.code == .newerEntries) }
    try school.behave(asBefore: [])
    #expect(try school.notes(about: UnitCode("3099000001")).map(\.words) == ["จากรุ่นใหม่"])
    #expect(try school.pending().isEmpty)
  }

  @Test("B15 one child entered on two machines is there twice and named as an error, never silently gone")
  func enteredTwice() throws {
    var world = Fixtures.world(seed: 902)
    world.machine = [8, 8]
    let twin = try Store.open(try copy("twice.db"), world: world)
    defer { twin.close() }
    let child = Fixtures.changes(Fixtures.child())
    _ = try school.addStudent(child, by: user)
    _ = try twin.addStudent(child, by: user)
    let other = try twin.makeBundle(for: UnitCode("3099000001"), by: user)
    _ = try school.read(bundle: other.bytes, name: "")
    let found = try school.roster(RosterFilter(search: "1999900000013"), .first, limit: 10)
    #expect(found.count == 2)
    #expect(try school.findings().contains { $0.check == .numberDoubled })
  }

  @Test("B18 an old file that comes late takes nothing back that is newer")
  func lateFile() throws {
    try authority.editUnit(UnitCode("3099000001"), by: officer) { $0.name = "ชื่อแรก" }
    let old = try authority.makeBundle(for: UnitCode("3099000001"), by: officer)
    try authority.editUnit(UnitCode("3099000001"), by: officer) { $0.name = "ชื่อใหม่" }
    let new = try authority.makeBundle(for: UnitCode("3099000001"), by: officer)
    for file in [new, old, new, old] { _ = try school.read(bundle: file.bytes, name: "") }
    #expect(try school.ownUnit()?.name == "ชื่อใหม่")
    #expect(try school.pending().isEmpty)
  }

  @Test("B26 no key is the only way: a new machine of an office opens old files with the recovery code's key")
  func recovery() throws {
    let made = try school.makeBundle(for: UnitCode("05990101"), by: user)
    let card = try authority.issueCard(for: UnitCode("05990101"), password: TrainingSet.password, by: officer)
    let (second, _) = try Store.join(
      at: files.folder.file("office2.db"), starter: card.starter.bytes, card: card.code,
      world: Fixtures.world(seed: 903))
    defer { second.close() }
    #expect(try second.read(bundle: made.bytes, name: "").refused == 0)
  }
}

extension Store {
  fileprivate func set(_ changes: [FieldChange], in record: RecordID, by user: UserName) throws {
    try editStudent(record, changes, by: user)
  }
}
