import LECModel
import LECStore
import TestSupport
import Testing

@Suite("Children in the file")
struct StudentActsTests {
  @Test("a child that is added stands in the list in dictionary order, and undo takes it out again")
  func addAndUndo() throws {
    let file = try TrainingFile()
    let before = try file.children().count
    let added = try file.store.addStudent(Fixtures.changes(Fixtures.child { $0[.mark] = "" }), by: file.user)
    let names = try file.children().map { SortKey.bytes(first: $0.student[.first], last: $0.student[.last]) }
    #expect(names.count == before + 1)
    #expect(names == names.sorted { $0.lexicographicallyPrecedes($1) })
    try file.store.undo(by: file.user)
    #expect(try file.children().count == before)
    #expect(try file.store.registerCount(unit: file.set.unit.code) == 0)
    try file.store.redo(by: file.user)
    #expect(try file.store.student(try #require(added.records.first))?.student.state == .enrolled)
  }

  @Test(
    "RM-04 a removed child leaves the roster and stands in the register with the reason; restoring asks for a new look")
  func removeAndRestore() throws {
    let file = try TrainingFile()
    let child = try #require(try file.children().first)
    try file.store.mark([child.id], .present, by: file.user)
    try file.store.remove([child.id], reason: .cannotReach, remark: "โทรไม่ติด", by: file.user)
    #expect(try !file.children().contains { $0.id == child.id })
    let register = try file.store.roster(RosterFilter(states: .removed), .first, limit: 10)
    #expect(register.map(\.id) == [child.id])
    #expect(register.first?.student.reason == .cannotReach)
    try file.store.restore([child.id], by: file.user)
    let back = try #require(try file.store.student(child.id))
    #expect(back.student.mark(in: file.set.round.key) == .unchecked)
    #expect(back.student[.reason].isEmpty)
  }

  @Test("RM-06 a child is not brought back beside another who has the same number")
  func restoreDouble() throws {
    let file = try TrainingFile()
    let child = try #require(try file.children().first { !$0.student[.number].isEmpty })
    try file.store.remove([child.id], reason: .moved, by: file.user)
    let twin = Fixtures.child {
      $0[.number] = child.student[.number]
      $0[.mark] = ""
    }
    try file.store.addStudent(Fixtures.changes(twin), by: file.user)
    let refusal = try #require(throws: Refusal.self) { try file.store.restore([child.id], by: file.user) }
    #expect(refusal.code == .numberTaken)
    #expect(try file.store.student(child.id)?.student.state == .removed)
  }

  @Test("a bulk act is one step: one undo turns all of it back")
  func bulk() throws {
    let file = try TrainingFile()
    let ids = try file.children().prefix(10).map(\.id)
    try file.store.mark(ids, .present, by: file.user)
    let present = RosterFilter(mark: .present)
    #expect(try file.store.rosterCount(present) == 10)
    try file.store.undo(by: file.user)
    #expect(try file.store.rosterCount(present) == 0)
    #expect(try file.store.rosterCount(RosterFilter(mark: .unchecked)) == 27)
  }

  @Test("undo is refused where somebody else has changed the same field since")
  func undoRefused() throws {
    let file = try TrainingFile()
    let child = try #require(try file.children().first)
    try file.store.editStudent(child.id, [FieldChange(.room, "8")], by: file.user)
    let other = try Store.open(file.path, world: file.world)
    try other.editStudent(child.id, [FieldChange(.room, "9")], by: file.user)
    #expect(throws: Refusal.self) { try file.store.undo(by: file.user) }
    #expect(try file.store.student(child.id)?.student[.room] == "9")
  }

  @Test("two who edit one field from the same screen: both values are kept, and it is listed as a problem")
  func dispute() throws {
    let file = try TrainingFile()
    let child = try #require(try file.children().first)
    try file.store.editStudent(child.id, [FieldChange(.room, "8")], seen: child.heads, by: file.user)
    try file.store.editStudent(child.id, [FieldChange(.room, "9")], seen: child.heads, by: file.user)
    let found = try file.store.findings(of: child.id).filter { $0.check == .dispute }
    #expect(found.map(\.about) == ["8"])
    let now = try #require(try file.store.student(child.id))
    try file.store.editStudent(child.id, [FieldChange(.room, "8")], seen: now.heads, by: file.user)
    #expect(try file.store.findings(of: child.id).filter { $0.check == .dispute }.isEmpty)
  }

  @Test("an explanation holds until the value it explains changes")
  func explanation() throws {
    let file = try TrainingFile()
    let finding = try #require(try file.store.findings().first { $0.check == .titleSex })
    let record = try #require(finding.record)
    try file.store.explain(finding, words: "ตามสูติบัตร", by: file.user)
    #expect(try file.store.findings(of: record).first { $0.check == .titleSex }?.explained == "ตามสูติบัตร")
    let child = try #require(try file.store.student(record))
    let other = child.student[.sex] == "M" ? "F" : "M"
    try file.store.editStudent(record, [FieldChange(.sex, other)], by: file.user)
    #expect(try file.store.findings(of: record).first { $0.check == .titleSex } == nil)
    try file.store.editStudent(record, [FieldChange(.sex, ""), FieldChange(.title, "mr")], by: file.user)
    #expect(try file.store.findings(of: record).first { $0.check == .titleAge }?.explained == nil)
  }

  @Test("every field's history tells who, when, and from what to what")
  func history() throws {
    let file = try TrainingFile()
    let child = try #require(try file.children().first)
    try file.store.editStudent(child.id, [FieldChange(.room, "7")], by: file.user)
    let last = try #require(try file.store.history(of: child.id).last)
    #expect(last.changes == [LogEntry.Change(field: StudentField.room.rawValue, from: child.student[.room], to: "7")])
    #expect(last.person == "ชูใจ เลิศฝึก")
    #expect(last.device.hasPrefix("test "))
  }
}
