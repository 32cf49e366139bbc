import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Two machines of one school at once.
@Suite("Conflicts between machines")
struct Conflicts_Tests {
  private let files: TreeFiles
  private let school: Store
  private let authority: Store
  private let second: Store
  private let user = UserName("3099000001")
  private let child: RecordID

  init() throws {
    files = try TreeFiles(policy: .reconfirm, children: 8)
    school = try files.store("3099000001")
    authority = try files.store("05990101")
    let card = try school.issueCard(for: UnitCode("3099000001"), password: TrainingSet.password, by: user)
    (second, _) = try Store.join(
      at: files.folder.file("second.db"), starter: card.starter.bytes, card: card.code,
      world: Fixtures.world(seed: 501))
    _ = try second.makeProfile(
      user, currentPassword: card.code.shown, first: "คนที่สอง", last: "ฝึกหัด", position: "ครู", phone: "0000000005",
      newPassword: TrainingSet.password)
    child = try #require(try school.roster(RosterFilter(), .first, limit: 1).first).id
    try tell(second, school)
  }

  private func tell(_ from: Store, _ to: Store) throws {
    let made = try from.makeBundle(for: UnitCode("3099000001"), by: user)
    _ = try to.read(bundle: made.bytes, name: "")
  }

  private func tellEachOther() throws {
    try tell(second, school)
    try tell(school, second)
  }

  private func value(_ store: Store, _ field: StudentField) throws -> String? {
    try store.student(child)?.student[field]
  }

  @Test("one field changed on two machines: both values are shown with their people, and either can be taken")
  func sameField() throws {
    for takesOther in [false, true] {
      let one = takesOther ? "13" : "11", two = takesOther ? "14" : "12"
      try school.editStudent(child, [FieldChange(.room, one)], by: user)
      try second.editStudent(child, [FieldChange(.room, two)], by: user)
      try tellEachOther()
      let here = try #require(try school.conflicts().first), there = try #require(try second.conflicts().first)
      #expect(here == there)
      #expect(Set([here.inForce.value, here.other.value]) == [one, two])
      #expect(Set([here.inForce.person, here.other.person]).contains("คนที่สอง ฝึกหัด"))
      #expect(try value(school, .room) == here.inForce.value)
      try school.settle(try school.conflicts(), takingOther: takesOther, by: user)
      #expect(try school.conflicts().isEmpty)
      try tellEachOther()
      #expect(try second.conflicts().isEmpty)
      let right = takesOther ? here.other.value : here.inForce.value
      #expect(try value(school, .room) == right)
      #expect(try value(second, .room) == right)
    }
  }

  @Test(
    "a removal beside an edit: the child is out until somebody takes the edit, which brings it back with the new value")
  func removalBesideEdit() throws {
    _ = try school.remove([child], reason: .left, by: user)
    try second.editStudent(child, [FieldChange(.room, "8")], by: user)
    try tellEachOther()
    #expect(try value(second, .state) == StudentState.removed.rawValue)
    let conflict = try #require(try second.conflicts().first)
    #expect(conflict.isRemoved)
    try second.settle([conflict], takingOther: true, by: user)
    try tellEachOther()
    for store in [school, second] {
      #expect(try value(store, .state) == StudentState.enrolled.rawValue)
      #expect(try value(store, .room) == "8")
      #expect(try store.conflicts().isEmpty)
    }
  }

  @Test("taking the other value is a step that can be undone, a child that came back by it goes again; keeping is none")
  func undo() throws {
    try school.editStudent(child, [FieldChange(.remark, "ก่อน")], by: user)
    try tellEachOther()
    _ = try school.remove([child], reason: .left, by: user)
    try second.editStudent(child, [FieldChange(.room, "8")], by: user)
    try tellEachOther()
    let before = try value(school, .room)
    try school.settle(try school.conflicts(), takingOther: true, by: user)
    #expect(try value(school, .room) == "8")
    try school.undo(by: user)
    #expect(try value(school, .state) == StudentState.removed.rawValue)
    #expect(try value(school, .reason) == RemovalReason.left.rawValue)
    #expect(try value(school, .room) == before)
    try school.redo(by: user)
    #expect(try value(school, .state) == StudentState.enrolled.rawValue)
    try tellEachOther()
    try school.editBasics([FieldChange(.head, "ก")], by: user)
    try second.editBasics([FieldChange(.head, "ข")], by: user)
    try tellEachOther()
    let one = try #require(try school.conflicts().first)
    try school.settle([one], takingOther: true, by: user)
    try school.undo(by: user)
    #expect(try school.basics()[.head] == one.inForce.value)
    try school.editBasics([FieldChange(.head, "ค")], by: user)
    try second.editBasics([FieldChange(.head, "ง")], by: user)
    try tellEachOther()
    try school.settle(try school.conflicts(), takingOther: false, by: user)
    #expect(!school.canUndo)
  }

  @Test("what was settled step by step is taken back step by step")
  func undoSeveral() throws {
    let fields: [StudentField] = [.room, .schoolNumber]
    try school.editStudent(child, fields.map { FieldChange($0, "7") }, by: user)
    try second.editStudent(child, fields.map { FieldChange($0, "8") }, by: user)
    try tellEachOther()
    let before = try fields.map { try value(school, $0) }
    #expect(try school.conflicts().count == fields.count)
    for _ in fields { try school.settle([try #require(try school.conflicts().first)], takingOther: true, by: user) }
    #expect(try zip(fields, before).allSatisfy { try value(school, $0) != $1 })
    for _ in fields { try school.undo(by: user) }
    #expect(try fields.map { try value(school, $0) } == before)
  }

  @Test("RM-04 one keeps the child out while another brings it back: out with its reason, or back without one")
  func keptAndBroughtBack() throws {
    _ = try school.remove([child], reason: .moved, by: user)
    try second.editStudent(child, [FieldChange(.room, "8")], by: user)
    try tellEachOther()
    let shown = try school.conflicts()
    // The other machine writes on, so that its word is the later one.
    try second.editBasics([FieldChange(.head, "ก")], by: user)
    try second.settle(try second.conflicts(), takingOther: true, by: user)
    try school.settle(shown, takingOther: false, by: user)
    try tellEachOther()
    for store in [school, second] {
      #expect(try value(store, .state) == StudentState.removed.rawValue)
      #expect(try value(store, .reason) == RemovalReason.moved.rawValue)
      #expect(try store.conflicts().map(\.field) == [StudentField.state.rawValue])
    }
    try bringBack(in: school)
  }

  /// Taking the other value on one machine brings the child back on both, with no reason left and nothing more to settle.
  private func bringBack(in store: Store) throws {
    try store.settle(try store.conflicts(), takingOther: true, by: user)
    try tellEachOther()
    for store in [school, second] {
      #expect(try value(store, .state) == StudentState.enrolled.rawValue)
      #expect(try value(store, .reason)?.isEmpty == true)
      #expect(try value(store, .left)?.isEmpty == true)
      #expect(try store.conflicts().isEmpty)
    }
  }

  @Test("RM-04 one chooses between two reasons while another brings the child back: no child that is here has a reason")
  func reasonAndBroughtBack() throws {
    _ = try school.remove([child], reason: .left, by: user)
    _ = try second.remove([child], reason: .moved, by: user)
    try tellEachOther()
    _ = try second.restore([child], by: user)
    try school.editBasics([FieldChange(.head, "ก")], by: user)
    try school.settle(try school.conflicts(), takingOther: true, by: user)
    try tellEachOther()
    for store in [school, second] {
      #expect(try value(store, .state) == StudentState.removed.rawValue)
      #expect(try value(store, .reason)?.isEmpty == false)
      #expect(try store.conflicts().map(\.field) == [StudentField.state.rawValue])
    }
    try bringBack(in: second)
  }

  @Test("different fields changed at once are no conflict")
  func differentFields() throws {
    try school.editStudent(child, [FieldChange(.room, "5")], by: user)
    try second.editStudent(child, [FieldChange(.remark, "ย้าย")], by: user)
    try tellEachOther()
    #expect(try school.conflicts().isEmpty && second.conflicts().isEmpty)
    #expect(try value(second, .room) == "5")
    #expect(try value(school, .remark) == "ย้าย")
  }

  @Test("a child taken out by two people with two reasons is listed until somebody decides")
  func twoRemovals() throws {
    _ = try school.remove([child], reason: .left, by: user)
    _ = try second.remove([child], reason: .moved, by: user)
    try tellEachOther()
    #expect(try school.conflicts().contains { $0.field == StudentField.reason.rawValue })
    try school.settle(try school.conflicts(), takingOther: false, by: user)
    try tellEachOther()
    #expect(try second.conflicts().isEmpty)
    #expect(try value(second, .state) == StudentState.removed.rawValue)
  }

  @Test("taking the other reason of two for which a child was taken out leaves it out")
  func otherRemoval() throws {
    _ = try school.remove([child], reason: .left, by: user)
    _ = try second.remove([child], reason: .moved, by: user)
    try tellEachOther()
    let reasons = try school.conflicts().filter { $0.field == StudentField.reason.rawValue }
    let other = try #require(reasons.first?.other.value)
    #expect(!reasons.contains { $0.otherBringsBack })
    try school.settle(reasons, takingOther: true, by: user)
    try tellEachOther()
    for store in [school, second] {
      #expect(try value(store, .state) == StudentState.removed.rawValue)
      #expect(try value(store, .reason) == other)
    }
  }

  @Test(
    "PU-06 one field of the basic information changed on two machines: both values are listed, and either can be taken")
  func basics() throws {
    for takesOther in [false, true] {
      try school.editBasics([FieldChange(.head, takesOther ? "ก" : "ข"), FieldChange(.rooms, "9")], by: user)
      try second.editBasics([FieldChange(.head, takesOther ? "ค" : "ง"), FieldChange(.rooms, "9")], by: user)
      try tellEachOther()
      let here = try school.conflicts()
      #expect(here.map(\.field) == [BasicsField.head.rawValue], "the same value set twice is no conflict")
      #expect(try second.conflicts() == here)
      let one = try #require(here.first)
      #expect(one.record == nil)
      #expect(Set([one.inForce.value, one.other.value]) == (takesOther ? ["ก", "ค"] : ["ข", "ง"]))
      for store in [school, second] {
        #expect(try store.basics()[.head] == one.inForce.value)
        let finding = try #require(try store.findings().first { $0.check == .basicsDispute })
        #expect(finding.blocks && finding.dataset == .basics)
      }
      try second.settle(here, takingOther: takesOther, by: user)
      try tellEachOther()
      for store in [school, second] {
        #expect(try store.basics()[.head] == (takesOther ? one.other.value : one.inForce.value))
        #expect(try store.conflicts().isEmpty)
        #expect(try !store.findings().contains { $0.check == .basicsDispute })
      }
    }
  }

  @Test("PU-06 a form of the basic information that was opened before somebody else saved overwrites nothing")
  func staleForm() throws {
    let seen = try school.basicsHeads()
    try school.editBasics([FieldChange(.head, "คนแรก")], by: user)
    try school.editBasics([FieldChange(.head, "คนหลัง"), FieldChange(.rooms, "4")], seen: seen, by: user)
    let listed = try school.conflicts()
    #expect(listed.map { Set([$0.inForce.value, $0.other.value]) } == [["คนแรก", "คนหลัง"]])
    #expect(try school.basics()[.rooms] == "4")
  }

  @Test("a later edit of another field leaves a conflict open; one of the same field settles it")
  func laterBasics() throws {
    try school.editBasics([FieldChange(.head, "ก")], by: user)
    try second.editBasics([FieldChange(.head, "ข")], by: user)
    try tellEachOther()
    try school.editBasics([FieldChange(.rooms, "4")], by: user)
    #expect(try school.conflicts().count == 1)
    try school.editBasics([FieldChange(.head, "ค")], by: user)
    #expect(try school.conflicts().isEmpty)
    try tellEachOther()
    #expect(try second.conflicts().isEmpty)
    #expect(try second.basics()[.head] == "ค")
    #expect(try second.basics()[.rooms] == "4")
  }

  @Test("CF-01 a conflict stands against confirming until it is settled")
  func standsAgainstConfirming() throws {
    try school.editStudent(child, [FieldChange(.last, "ก")], by: user)
    try second.editStudent(child, [FieldChange(.last, "ข")], by: user)
    try tellEachOther()
    #expect(try school.findings().contains { $0.check == .dispute && $0.blocks })
    try school.settle(try school.conflicts(), takingOther: true, by: user)
    #expect(try !school.findings().contains { $0.check == .dispute })
  }
}
