import LECModel
import LECStore
import TestSupport
import Testing

@Suite("Confirming in the file")
struct ConfirmTests {
  @Test("CF-01 refuses while a child is unchecked, and says how many problems stand")
  func refusesUnchecked() throws {
    let file = try TrainingFile()
    let refusal = try #require(throws: Refusal.self) {
      try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
    }
    #expect(refusal.code == .hasErrors)
    #expect(refusal.rule == .cf01)
    #expect(refusal.count > 20)
  }

  @Test("CF-01 lets a checked roster be confirmed, and the confirmation holds over a restart")
  func confirms() throws {
    let file = try TrainingFile()
    try file.makeReady()
    let made = try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
    #expect(made.confirmation.counts.all.total == (try file.children().count))
    #expect(made.confirmation.singleHanded)
    file.store.close()
    let again = try Store.open(file.path, world: file.world)
    #expect(try again.states().map(\.name) == [.confirmed, .ready])
    #expect(try again.verify().problems == [])
  }

  @Test("a wrong password confirms nothing")
  func wrongPassword() throws {
    let file = try TrainingFile()
    try file.makeReady()
    #expect(throws: LoginError.self) { try file.store.confirm(.students, password: "ผิดแน่นอน", by: file.user) }
    #expect(try file.store.states().first?.name == .ready)
  }

  @Test("ED-04 locks confirmed children under the policy release, and names whom to ring")
  func locked() throws {
    let file = try TrainingFile(policy: .release)
    try file.makeReady()
    try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
    let child = try #require(try file.children().first)
    let refusal = try #require(throws: Refusal.self) {
      try file.store.editStudent(child.id, [FieldChange(.room, "9")], by: file.user)
    }
    #expect(refusal.code == .confirmedLocked)
    #expect(refusal.lifter?.phone == "0000000001")
    #expect(try file.store.student(child.id)?.student == child.student)
  }

  @Test("ED-01 an edit under reconfirm voids the confirmation, undo makes it hold again")
  func voids() throws {
    let file = try TrainingFile(policy: .reconfirm)
    try file.makeReady()
    try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
    let child = try #require(try file.children().first)
    try file.store.editStudent(child.id, [FieldChange(.room, "9")], by: file.user)
    #expect(try file.store.states().first?.name == .void)
    let confirmed = try #require(try file.store.states().first?.confirmed)
    let difference = try #require(try file.store.differences(since: confirmed.event).first)
    #expect(difference.changes == [LogEntry.Change(field: StudentField.room.rawValue, from: "1", to: "9")])
    try file.store.undo(by: file.user)
    #expect(try file.store.states().first?.name == .confirmed)
    #expect(try file.store.differences(since: confirmed.event).isEmpty)
  }

  @Test("CF-03 the institution takes its confirmation back and may edit again")
  func cancel() throws {
    let file = try TrainingFile(policy: .release)
    try file.makeReady()
    try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
    try file.store.cancelConfirmation(.students, reason: "ยอดไม่ตรง", password: TrainingSet.password, by: file.user)
    #expect(try file.store.states().first?.name == .ready)
    let child = try #require(try file.children().first)
    try file.store.editStudent(child.id, [FieldChange(.room, "9")], by: file.user)
  }

  @Test("CF-12 nothing is confirmed under the policy open, and edits are free (ED-07)")
  func open() throws {
    let file = try TrainingFile(policy: .open)
    try file.makeReady()
    let refusal = try #require(throws: Refusal.self) {
      try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
    }
    #expect(refusal.code == .noConfirmationNeeded)
  }

  @Test("OP-04 past the deadline confirming is refused with the date; editing goes on")
  func deadline() throws {
    let file = try TrainingFile()
    try file.makeReady()
    let child = try #require(try file.children().first)
    file.store.close()
    var late = file.world
    let after = try #require(Moment(iso: "2024-11-12T00:01"))
    late.now = { after }
    let store = try Store.open(file.path, world: late)
    let refusal = try #require(throws: Refusal.self) {
      try store.confirm(.students, password: TrainingSet.password, by: file.user)
    }
    #expect(refusal.code == .deadlinePassed)
    #expect(refusal.date == Moment(iso: "2024-11-11T24:00"))
    try store.editStudent(child.id, [FieldChange(.room, "9")], by: file.user)
  }

  @Test("who entered the data does not confirm it alone where there is a second person")
  func fourEyes() throws {
    let file = try TrainingFile(.school)
    try file.makeReady()
    let refusal = try #require(throws: Refusal.self) {
      try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
    }
    #expect(refusal.code == .enteredByYou)
    let second = UserName(file.user.text + "-2")
    let made = try file.store.confirm(.students, password: TrainingSet.password, by: second)
    #expect(!made.confirmation.singleHanded)
  }

  @Test("where both people entered data, the one who entered last leaves the confirming to the other: nobody is stuck")
  func bothEntered() throws {
    let file = try TrainingFile(.school)
    try file.makeReady()
    let second = UserName(file.user.text + "-2")
    let child = try #require(try file.children().first)
    try file.store.editStudent(child.id, [FieldChange(.room, "9")], by: second)
    let refusal = try #require(throws: Refusal.self) {
      try file.store.confirm(.students, password: TrainingSet.password, by: second)
    }
    #expect(refusal.code == .enteredByYou)
    try file.store.confirm(.students, password: TrainingSet.password, by: file.user)
    #expect(try file.store.states().first?.name == .confirmed)
  }
}
