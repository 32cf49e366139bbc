import Glibc
import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Files that hold only what is new, made against receipts, and what happens when one of them is lost.
@Suite("Deltas against receipts")
struct Delta_Tests {
  private let files: TreeFiles
  private let school: Store
  private let authority: Store
  private let user = UserName("3099000001")
  private let officer = UserName("05990101")

  init() throws {
    files = try TreeFiles(children: 20)
    school = try files.store("3099000001")
    authority = try files.store("05990101")
  }

  private func toAuthority(delta: Bool) throws -> MadeBundle {
    try school.makeBundle(for: UnitCode("05990101"), delta: delta, by: user)
  }

  private func receipt() throws {
    let back = try authority.makeBundle(for: UnitCode("3099000001"), by: officer)
    _ = try school.read(bundle: back.bytes, name: back.name)
  }

  private func edit(_ words: String) throws {
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    _ = try school.set([FieldChange(.remark, words)], of: [child.id], by: user)
  }

  private func remark(_ store: Store) throws -> String? {
    let child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first)
    return try store.student(child.id)?.student[.remark]
  }

  @Test("without a receipt the file is whole; with one it holds what is new and fits into one QR code")
  func small() throws {
    #expect(
      try files.store("05990101").makeBundle(for: UnitCode("9901"), delta: true, by: officer).header.kind == .full)
    for words in ["หนึ่ง", "สอง"] {
      try edit(words)
      _ = try authority.read(bundle: try toAuthority(delta: false).bytes, name: "")
      try receipt()
    }
    try edit("ย้าย")
    let made = try toAuthority(delta: true)
    #expect(made.header.kind == .delta)
    #expect(made.header.events == 1)
    #expect(made.bytes.count <= 700)
    let report = try authority.read(bundle: made.bytes, name: "")
    #expect(report.new == 1)
    #expect(report.missing.isEmpty)
    #expect(try remark(authority) == "ย้าย")
  }

  @Test("what was written after the file that was read is in the delta, whatever other files were made since")
  func unread() throws {
    let first = try toAuthority(delta: false)
    try edit("ทันที")
    _ = try toAuthority(delta: false)
    _ = try authority.read(bundle: first.bytes, name: "")
    try edit("แล้วอ่าน")
    _ = try authority.read(bundle: try toAuthority(delta: false).bytes, name: "")
    let last = try toAuthority(delta: false)
    try edit("หลังจากนั้น")
    _ = try authority.read(bundle: last.bytes, name: "")
    let unread = try toAuthority(delta: false)
    try receipt()
    let delta = try toAuthority(delta: true)
    #expect(delta.header.kind == .delta)
    let report = try authority.read(bundle: delta.bytes, name: "")
    #expect(report.missing.isEmpty)
    #expect(try remark(authority) == "หลังจากนั้น")
    #expect(unread.header.number == delta.header.number - 1)
  }

  @Test("the sender sees which of its files was read, and when")
  func receipts() throws {
    let made = try toAuthority(delta: false)
    #expect(try school.receipt(of: UnitCode("05990101"))?.name != made.name)
    try edit("ใหม่")
    let second = try toAuthority(delta: false)
    _ = try authority.read(bundle: second.bytes, name: "")
    try receipt()
    let mark = try #require(try school.receipt(of: UnitCode("05990101")))
    #expect(mark.name == second.name)
    #expect(mark.received != nil)
    let partner = try #require(try school.partners().first)
    #expect(partner.isParent)
    #expect(partner.lastOut?.received != nil)
    #expect(partner.changes == 0)
    try edit("อีก")
    #expect(try school.partners().first?.changes == 1)
  }

  @Test("a delta that was lost is named, what came after it waits, and either the lost one or a full one heals it")
  func lost() throws {
    for healsWithFull in [false, true] {
      _ = try authority.read(bundle: try toAuthority(delta: false).bytes, name: "")
      try receipt()
      // A receipt for a delta that the authority then loses again is the only way to a gap: the machine is set back.
      try edit("หนึ่ง \(healsWithFull)")
      let one = try toAuthority(delta: true)
      let before = try authority.backupCopy(files.folder.file("old-\(healsWithFull).db"))
      _ = try authority.read(bundle: one.bytes, name: "")
      try receipt()
      try edit("สอง \(healsWithFull)")
      let other = try #require(try school.roster(RosterFilter(), .first, limit: 2).last).id
      try school.editStudent(other, [FieldChange(.room, healsWithFull ? "78" : "77")], by: UserName("3099000001"))
      let two = try toAuthority(delta: true)

      let old = try Store.open(before, world: Fixtures.world(seed: 77))
      defer { old.close() }
      let report = try old.read(bundle: two.bytes, name: "")
      #expect(report.new == 0)
      #expect(report.waiting == Int(two.header.events))
      let piece = try #require(report.missing.first)
      #expect(piece.unit == UnitCode("3099000001"))
      #expect(piece.files == one.header.number...one.header.number)
      #expect(try old.partners().contains { !$0.missing.isEmpty })
      #expect(try remark(old) != "สอง \(healsWithFull)")

      let healer = healsWithFull ? try toAuthority(delta: false).bytes : one.bytes
      // What waited changes something with that file, and is told before it is taken.
      let told = try old.read(bundle: healer, name: "", isPreview: true)
      #expect(told.freed > 0)
      #expect(told.children.contains { $0.id == other && $0.changes.map(\.to) == [healsWithFull ? "78" : "77"] })
      let healed = try old.read(bundle: healer, name: "")
      #expect(healed.freed == told.freed)
      #expect(healed.missing.isEmpty)
      #expect(healed.freed + healed.new > 0)
      #expect(try remark(old) == "สอง \(healsWithFull)")
      #expect(try old.partners().allSatisfy { $0.missing.isEmpty && $0.pending == 0 })
    }
  }

  @Test(
    "an office does not owe a unit below what that unit has told it itself, and a file of what is new leaves it out")
  func noEcho() throws {
    let province = try files.store("99"), own = UnitCode("05990101"), top = UnitCode("99"), user = UserName("99")
    for _ in 0..<2 {
      _ = try province.read(bundle: try authority.makeBundle(for: top, by: officer).bytes, name: "")
      _ = try authority.read(bundle: try province.makeBundle(for: own, by: user).bytes, name: "")
    }
    _ = try province.read(bundle: try authority.makeBundle(for: top, by: officer).bytes, name: "")
    #expect(try province.partner(own)?.unsent == 0)
    try edit("จากโรงเรียน")
    _ = try authority.read(bundle: try toAuthority(delta: false).bytes, name: "")
    #expect(try authority.partner(top)?.changes == 1, "what came from below is news for the office above")
    _ = try province.read(bundle: try authority.makeBundle(for: top, by: officer).bytes, name: "")
    let there = try #require(try province.partner(own))
    #expect(there.changes == 0 && there.unsent == 0 && there.owesReceipt)
    try province.note(own, words: "ตรวจแล้ว", by: user)
    #expect(try province.partner(own)?.changes == 1)
    let delta = try province.makeBundle(for: own, delta: true, by: user)
    #expect(delta.header.kind == .delta)
    #expect(delta.header.events == 2, "the note, and the receipt before it")
    let report = try authority.read(bundle: delta.bytes, name: "")
    #expect(report.new == 2 && report.known == 0 && report.missing.isEmpty)
    #expect(try authority.notes(about: own).map(\.words) == ["ตรวจแล้ว"])
  }

  @Test("two units that only answer each other come to rest: receipts are not answered with receipts")
  func comesToRest() throws {
    try edit("หนึ่ง")
    var counts: [Int64] = []
    for _ in 0..<4 {
      _ = try authority.read(bundle: try toAuthority(delta: false).bytes, name: "")
      try receipt()
      counts.append(try school.log.count + authority.log.count)
    }
    #expect(counts[1] == counts[3])
  }

  @Test("a machine set back to an old copy learns it from a receipt, even from a file without its own entries")
  func setBack() throws {
    _ = try authority.read(bundle: try toAuthority(delta: false).bytes, name: "")
    try receipt()
    _ = try authority.read(bundle: try toAuthority(delta: false).bytes, name: "")
    try receipt()
    let copy = try school.backupCopy(files.folder.file("old-school.db"))
    try edit("หลังสำเนา")
    _ = try authority.read(bundle: try toAuthority(delta: true).bytes, name: "")
    let answer = try authority.makeBundle(for: UnitCode("3099000001"), delta: true, by: officer)
    #expect(answer.header.kind == .delta)
    let old = try Store.open(copy, world: Fixtures.world(seed: 78))
    defer { old.close() }
    #expect(try school.startedAnew() == nil)
    #expect(try old.startedAnew() != nil, "the first screen says that this is a copy")
    let report = try old.read(bundle: answer.bytes, name: "")
    #expect(report.isSetBack)
    #expect(try old.startedAnew() == .restored, "what it lacks does not come with a part of what the office has")
    let whole = try authority.makeBundle(for: UnitCode("3099000001"), by: officer)
    _ = try old.read(bundle: whole.bytes, name: "")
    #expect(try old.startedAnew() == nil)
    #expect(try remark(old) == "หลังสำเนา")
  }

  @Test("whoever was set back and says so is sent everything again, and then what is new once more")
  func tellsAgain() throws {
    for _ in 0..<2 {
      _ = try authority.read(bundle: try toAuthority(delta: false).bytes, name: "")
      try receipt()
    }
    let copy = try school.backupCopy(files.folder.file("old-school.db"))
    let own = UnitCode("3099000001")
    try authority.note(own, words: "ตรวจแล้ว", by: officer)
    try receipt()
    _ = try authority.read(bundle: try toAuthority(delta: true).bytes, name: "")
    #expect(try authority.makeBundle(for: own, delta: true, by: officer).header.kind == .delta)

    let old = try Store.open(copy, world: Fixtures.world(seed: 78))
    defer { old.close() }
    #expect(try old.notes(about: own).isEmpty)
    _ = try authority.read(bundle: try old.makeBundle(for: UnitCode("05990101"), by: user).bytes, name: "")
    let again = try authority.makeBundle(for: own, delta: true, by: officer)
    #expect(again.header.kind == .full)
    _ = try old.read(bundle: again.bytes, name: "")
    #expect(try old.notes(about: own).map(\.words) == ["ตรวจแล้ว"])
    #expect(try old.pending().isEmpty)
    // A rebuild must not take the new receipt for one of before.
    _ = try authority.read(bundle: try old.makeBundle(for: UnitCode("05990101"), by: user).bytes, name: "")
    try authority.rebuild()
    #expect(try authority.makeBundle(for: own, delta: true, by: officer).header.kind == .delta)
  }

  @Test("a disk set back as a whole, mark and all: whoever writes next after that was learnt writes in a new chain")
  func wholeDiskSetBack() throws {
    _ = try authority.read(bundle: try toAuthority(delta: false).bytes, name: "")
    let path = school.path
    school.close()
    let disk = try [path, path + "-mark"].map { try #require(try FileCare.read($0, limit: 1 << 26).bytes) }
    let before = try Store.open(path, world: Fixtures.world())
    let child = try #require(try before.roster(RosterFilter(), .first, limit: 1).first)
    try before.editStudent(child.id, [FieldChange(.remark, "หลังสำเนา")], by: user)
    let told = try before.makeBundle(for: UnitCode("05990101"), by: user)
    _ = try authority.read(bundle: told.bytes, name: "")
    before.close()
    for (name, bytes) in zip([path, path + "-mark"], disk) { try overwrite(name, bytes) }
    let answer = try authority.makeBundle(for: UnitCode("3099000001"), by: officer)

    let after = try Store.open(path, world: Fixtures.world(seed: 5))
    let old = try #require(try after.ownChain())
    #expect(try after.read(bundle: answer.bytes, name: "").isSetBack)
    after.close()
    let next = try Store.open(path, world: Fixtures.world(seed: 6))
    defer { next.close() }
    #expect(try next.ownChain() != old)
    try next.editStudent(child.id, [FieldChange(.remark, "ทำงานต่อ")], by: user)
    #expect(try next.verify().problems.isEmpty)
    _ = try authority.read(bundle: try next.makeBundle(for: UnitCode("05990101"), by: user).bytes, name: "")
    #expect(try authority.verify().problems.isEmpty)
    #expect(try authority.pending().isEmpty)
    #expect(try authority.student(child.id)?.student[.remark] == "ทำงานต่อ")
  }

  /// Writes into the file that is there, as a disk's snapshot comes back: the file itself stays the same one.
  private func overwrite(_ path: String, _ bytes: [UInt8]) throws {
    let fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    defer { close(fd) }
    try #require(write(fd, bytes, bytes.count) == bytes.count)
  }

  @Test("after a new chain began a file is whole again, for nobody there knows that chain")
  func newChain() throws {
    _ = try authority.read(bundle: try toAuthority(delta: false).bytes, name: "")
    try receipt()
    #expect(try toAuthority(delta: true).header.kind == .delta)
    try school.transaction(author: UserName(""), unit: UnitCode("3099000001")) {
      try $0.beginChain(.restored, training: true)
    }
    try edit("หลังเริ่มใหม่")
    let file = try toAuthority(delta: true)
    #expect(file.header.kind == .full)
    _ = try authority.read(bundle: file.bytes, name: "")
    #expect(try remark(authority) == "หลังเริ่มใหม่")
    try receipt()
    #expect(try toAuthority(delta: true).header.kind == .delta)
  }

  @Test("a delta to a machine that knows nothing of the sender is refused with what to ask for")
  func needsFull() throws {
    _ = try authority.read(bundle: try toAuthority(delta: false).bytes, name: "")
    try receipt()
    try edit("หนึ่ง")
    let delta = try toAuthority(delta: true)
    let fresh = try files.store("06990102")
    #expect(throws: BundleError.self) { try fresh.read(bundle: delta.bytes, name: "") }
  }
}

extension Store {
  /// A copy of the file as it is now.
  fileprivate func backupCopy(_ path: String) throws -> String {
    try backup(to: path)
    return path
  }
}
