import Glibc
import LECModel
import LECStore
import TestSupport
import Testing

@Suite("Soak: kill -9")
struct RollCall_Soak {
  private static let rounds = getenv("LECTERM_SOAK").flatMap { Int(String(cString: $0)) } ?? 25

  @Test("killed at any moment of a roll-call, no mark that was answered is lost, and the file is whole")
  func rollCall() throws {
    let folder = TemporaryFolder()
    let program = Program(folder: folder)
    let path = folder.file("unit.db")
    let set = TrainingSet(.centre, children: 450)
    let store = try set.make(at: path, world: Fixtures.world())
    store.close()
    var luck = Luck(seed: 9)
    var answered = 0
    for round in 0..<Self.rounds {
      answered = try killed(program, path, luck: &luck, answered: answered)
      let store = try Store.open(path, world: Fixtures.world())
      let present = try store.rosterCount(RosterFilter(mark: .present))
      #expect(present >= answered, "round \(round): \(answered) marks were answered, \(present) are there")
      #expect(present <= answered + 1, "round \(round): a mark that nobody made")
      let check = try store.verify()
      #expect(check.isOK, "round \(round): \(check.problems)")
      answered = present
      if answered > 400 {
        try store.mark(
          try store.roster(RosterFilter(), .first, limit: 500).map(\.id), .unchecked, by: UserName("3099000002"))
        answered = 0
      }
      store.close()
    }
  }

  /// Logs in, marks children one by one, and is killed a random moment after some key; gives back how many marks were answered.
  private func killed(_ program: Program, _ path: String, luck: inout Luck, answered: Int) throws -> Int {
    let pty = try #require(
      Pty(
        [Program.built, "--file", path, "--lang", "en", "--now", "2024-11-08T09:00"],
        environment: program.environment.merging(["TERM": "xterm-256color"]) { $1 }))
    var answered = answered
    var idle = pty.waitForIdle(after: 0)
    func press(_ keys: String) {
      pty.send(keys)
      idle = pty.waitForIdle(after: idle)
    }
    for key in Self.way { press(key) }
    // A class has thirty children; at its end the key has nothing more to mark.
    for _ in 0..<min(Int.random(in: 1...8, using: &luck), 29 - answered % 30) {
      press("p")
      answered += 1
    }
    pty.send("p")
    usleep(UInt32.random(in: 0..<12_000, using: &luck))
    pty.kill()
    return answered
  }

  /// The keys from the log-in screen to the first child of the first class that is not checked.
  static let way = [TrainingSet.password + "\r", "\r", "\r"]
}
