import Glibc
import LECModel
import LECStore
import TestSupport
import Testing

/// A new machine that is killed while it makes its file from a starter file.
@Suite("Soak: joining, killed")
struct JoinCrash_Soak {
  private static func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }

  private static let rounds = max(2, (number("LECTERM_BUNDLE_SOAK") ?? 20) / 10)
  private static let seed = number("LECTERM_BUNDLE_SEED") ?? .random(in: 1...999_999)

  private let folder = TemporaryFolder()
  private var program: Program { Program(folder: folder) }
  private var starter: String { folder.file("starter.lec") }
  private var home: String { folder.file("new") }

  /// Makes a starter file and gives back its card.
  private func card() throws -> String {
    let tree = TrainingTree(folder: folder.path, round: TrainingSet(.school).round, world: Fixtures.world())
    try tree.make([])
    defer { tree.close() }
    let office = TrainingTree.authorities[0]
    let store = try tree.store(office.code)
    var unit = TrainingSet(.school).unit
    unit.parent = office.code
    try store.addUnit(unit, by: UserName(office.code.text))
    let card = try store.issueCard(
      for: unit.code, password: TrainingSet.password, by: UserName(office.code.text))
    try FileCare.write(card.starter.bytes, to: starter)
    return card.code.text
  }

  @Test("there is no file or a whole one, and without one the same card and starter file make it")
  func killed() throws {
    let card = try card(), file = home + "/unit.db"
    func join(_ before: [String] = [], _ killAfter: UInt32? = nil) -> CommandRun {
      program.run(
        words: ["join", starter, "--card", card, "--file", file, "--lang", "en"], before: before, killAfter: killAfter)
    }
    func reset() {
      mkdir(home, 0o700)
      for name in Folder.names(home) { unlink(home + "/" + name) }
    }
    reset()
    let points = Tracer.points(folder) { join($0) } ?? []
    #expect(points.isEmpty || FileCare.exists(file))
    let fingerprint = "Fingerprint"
    var said = ""
    var luck = Luck(seed: UInt64(Self.seed))
    var whole = 0, halves = 0
    for round in 0..<Self.rounds {
      reset()
      var label = "killed after some time"
      if round % 4 < 3, let point = points.randomElement(using: &luck) {
        label = "killed before \(point)"
        said = join(Tracer.kill(at: point)).output
      } else {
        said = join([], UInt32.random(in: 0...200_000, using: &luck)).output
      }
      #expect(!FileCare.exists(file) || said.contains(fingerprint), "\(label): a file whose code nobody saw: \(said)")
      if Folder.names(home).contains(where: { $0.contains("lecterm-part") }) { halves += 1 }
      if FileCare.exists(file) { whole += 1 } else { #expect(join().status == 0, "\(label)") }
      let check = program.run("verify", "--file", file, "--lang", "en")
      #expect(check.status == 0, "\(label): \(check.output) \(check.errors)")
      let unit = try Store.open(file, world: Fixtures.world())
      #expect(try unit.ownUnit()?.code == TrainingSet(.school).unit.code, "\(label)")
      unit.close()
      let left = Folder.names(home).filter {
        !["", "-wal", "-shm", "-lock", "-mark"].map { "unit.db" + $0 }.contains($0)
      }
      #expect(left.isEmpty, "\(label): \(left)")
    }
    print(
      "join: \(Self.rounds) of \(points.count) calls, LECTERM_BUNDLE_SEED=\(Self.seed): whole \(whole), half \(halves)")
  }
}
