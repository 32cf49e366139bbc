import LECModel
import TestSupport
import Testing

@testable import LECStore

@Suite("Luck that follows from a seed")
struct SeededLuckTests {
  private let folder = TemporaryFolder()

  private func seeded(_ seed: UInt64) -> World {
    World.live().seeded(seed, from: Fixtures.now, until: Fixtures.now + 3_600_000)
  }

  @Test("is the same for the same seed and another for another, however it is asked for")
  func same() {
    let one = seeded(1), again = seeded(1), other = seeded(2)
    let bytes = one.random(100)
    #expect(again.random(3) + again.random(0) + again.random(97) == bytes)
    #expect(other.random(100) != bytes)
    #expect(one.random(100) != bytes)
  }

  @Test("never makes or opens a real file: that stays as it was", arguments: [true, false])
  func real(moved: Bool) throws {
    let path = folder.file("real.db")
    let world = moved ? World.live().starting(at: Fixtures.now) : seeded(1)
    let refusal = Refusal(.trainingOnly, .op04)
    #expect(throws: refusal) { try Store.create(path, training: false, world: world) }
    #expect(throws: refusal) {
      try Store.makeRoot(at: path, code: UnitCode("00"), name: "กรม", training: false, world: world)
    }
    #expect(!FileCare.exists(path))
    try Store.create(path, training: false, world: Fixtures.world()).close()
    let before = try FileCare.read(path, limit: 1 << 24).bytes
    #expect(throws: refusal) { try Store.open(path, world: world) }
    #expect(try FileCare.read(path, limit: 1 << 24).bytes == before)
  }

  @Test("nor does a starter file of a real office make a file with it")
  func join() throws {
    let world = Fixtures.world()
    let (store, root) = try Store.makeRoot(
      at: folder.file("00.db"), code: UnitCode("00"), name: "กรม", training: false, world: world)
    let user = root.user
    _ = try store.makeProfile(
      user, currentPassword: root.firstPassword, first: "สมฝึก", last: "ส่วนกลาง", position: "นักวิชาการ",
      phone: "0000000010", newPassword: TrainingSet.password)
    try store.addUnit(TrainingPlan.province, by: user)
    let card = try store.issueCard(for: TrainingPlan.province.code, password: TrainingSet.password, by: user)
    #expect(throws: Refusal(.trainingOnly, .op04)) {
      try Store.join(at: folder.file("99.db"), starter: card.starter.bytes, card: card.code, world: seeded(1))
    }
    #expect(!FileCare.exists(folder.file("99.db")))
  }

  @Test("two files made with the machine's own luck share no key, in training either")
  func own() throws {
    func genesis(_ name: String) throws -> Hash32? {
      let store = try Store.create(folder.file(name), training: true, world: .live())
      defer { store.close() }
      return try store.ownChain()?.hash
    }
    #expect(try genesis("a.db") != genesis("b.db"))
  }

  @Test("what is sealed with it is opened like anything else")
  func sealed() throws {
    let world = seeded(3), pair = Sodium.boxPair(seed: world.random(32)), secret = Array("ความลับ".utf8)
    let box = try #require(Sodium.sealBox(secret, to: pair.publicKey, random: world.random))
    #expect(box.count == secret.count + 48)
    #expect(Sodium.openBox(box, publicKey: pair.publicKey, secret: pair.secret) == secret)
    let again = Sodium.sealBox(secret, to: pair.publicKey, random: world.random)
    #expect(again != box)
    let key = world.random(Sodium.streamKeySize)
    let long = world.random(200_000)
    let stream = try #require(Sodium.encryptStream(long, key: key, bound: [1], random: world.random))
    #expect(Sodium.decryptStream(stream, key: key, bound: [1]) == long)
    #expect(Sodium.decryptStream(stream, key: key, bound: [2]) == nil)
  }
}
