import LECModel
import LECStore
import TestSupport
import Testing

@Suite("Log-in and profile")
struct LoginTests {
  @Test("AU-06 AU-07 the first log-in asks for a profile and a new password before anything else")
  func firstLogin() throws {
    let file = try TrainingFile(.newCentre)
    let session = try file.store.logIn(file.user, password: TrainingSet.firstPassword)
    #expect(session.profile == nil)
    #expect(session.mustChangePassword)
    let refusal = try #require(throws: Refusal.self) {
      try file.store.addStudent(Fixtures.changes(Fixtures.child()), by: file.user)
    }
    #expect(refusal.rule == .au06)
    let made = try makeProfile(file, password: "แมวดำนอนหลับบนโต๊ะ")
    #expect(made.profile?.fullName == "ก้าน ใบตอง")
    #expect(!made.mustChangePassword)
    #expect(throws: LoginError.self) { try file.store.logIn(file.user, password: TrainingSet.firstPassword) }
  }

  @Test("AU-08 a profile is made once only")
  func once() throws {
    let file = try TrainingFile(.newCentre)
    try makeProfile(file, password: "แมวดำนอนหลับบนโต๊ะ")
    let refusal = try #require(throws: Refusal.self) {
      try file.store.makeProfile(
        file.user, currentPassword: "แมวดำนอนหลับบนโต๊ะ", first: "ก", last: "ข", position: "ครู", phone: "0000000009",
        newPassword: "แมวขาวนอนหลับบนโต๊ะ")
    }
    #expect(refusal.rule == .au08)
  }

  @Test("AU-09 a hand-over ends the profile; old entries keep the old name")
  func handOver() throws {
    let file = try TrainingFile()
    let child = try #require(try file.children().first)
    try file.store.editStudent(child.id, [FieldChange(.room, "7")], by: file.user)
    let first = try file.store.handOver(file.user, password: TrainingSet.password, note: "ย้าย")
    #expect(throws: LoginError.self) { try file.store.logIn(file.user, password: TrainingSet.password) }
    #expect(try file.store.logIn(file.user, password: first).profile == nil)
    try file.store.makeProfile(
      file.user, currentPassword: first, first: "ก้าน", last: "ใบตอง", position: "ครู", phone: "0000000009",
      newPassword: "แมวดำนอนหลับบนโต๊ะ")
    try file.store.editStudent(child.id, [FieldChange(.room, "8")], by: file.user)
    let people = try file.store.history(of: child.id).map(\.person)
    #expect(people.suffix(2) == ["ชูใจ เลิศฝึก", "ก้าน ใบตอง"])
  }

  @Test("three tries are free, then each wait is twice as long, also after a restart; the right password ends it")
  func delays() throws {
    let clock = MovableClock()
    var world = Fixtures.world()
    world.wall = { clock.now }
    let file = try TrainingFile(world: world)
    func fail(_ store: Store) -> LoginError? {
      #expect(throws: LoginError.self) { try store.logIn(file.user, password: "ผิด") }
    }
    #expect(fail(file.store) == .wrong(failures: 1, wait: 0))
    #expect(fail(file.store) == .wrong(failures: 2, wait: 0))
    #expect(fail(file.store) == .wrong(failures: 3, wait: 2))
    #expect(fail(file.store) == .mustWait(seconds: 2))
    file.store.close()
    let again = try Store.open(file.path, world: world)
    #expect(fail(again) == .mustWait(seconds: 2))
    clock.move(2000)
    #expect(fail(again) == .wrong(failures: 4, wait: 4))
    clock.move(-86_400_000)
    #expect(fail(again) == .mustWait(seconds: 4))
    clock.move(86_400_000 + 4000)
    #expect(try again.logIn(file.user, password: TrainingSet.password).profile != nil)
    #expect(fail(again) == .wrong(failures: 1, wait: 0))
  }

  @Test("an unknown name is answered like a wrong password")
  func unknownName() throws {
    let file = try TrainingFile()
    let error = #expect(throws: LoginError.self) { try file.store.logIn(UserName("3099009999"), password: "x") }
    #expect(error == .wrong(failures: 1, wait: 0))
  }

  @Test("waits double from 2 to 300 seconds, and only a hundred failures lock")
  func table() {
    #expect(
      (1...13).map { LoginDelay.seconds(afterFailures: $0) } == [0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
    #expect(LoginDelay.seconds(afterFailures: 99) == 300)
    #expect(LoginDelay.seconds(afterFailures: 100) == nil)
  }

  @discardableResult
  private func makeProfile(_ file: TrainingFile, password: String) throws -> Session {
    try file.store.makeProfile(
      file.user, currentPassword: TrainingSet.firstPassword, first: "ก้าน", last: "ใบตอง", position: "ครู",
      phone: "0000000009", newPassword: password)
  }
}
