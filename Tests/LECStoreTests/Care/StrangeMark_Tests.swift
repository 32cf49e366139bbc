import Glibc
import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Something else lies where the mark of a data file should.
@Suite("A mark that is no file")
struct StrangeMark_Tests {
  @Test("a pipe or a link is not waited for nor followed: it costs one new chain, and the mark is there again")
  func replaced() throws {
    let folder = TemporaryFolder()
    let path = folder.file("unit.db"), other = folder.file("other")
    let set = TrainingSet(.centre, policy: .release, children: 3)
    try set.make(at: path, world: Fixtures.world()).close()
    try FileCare.write([1, 2, 3], to: other)
    for make in [{ mkfifo($0, 0o600) }, { symlink(other, $0) }] as [(String) -> Int32] {
      unlink(path + "-mark")
      #expect(make(path + "-mark") == 0)
      let rooms = ["7", "8"]
      let chains = try rooms.map { room in
        let store = try Store.open(path, world: Fixtures.world())
        defer { store.close() }
        let child = try #require(try store.roster(RosterFilter(), .first, limit: 1).first)
        _ = try store.set([FieldChange(.room, room)], of: [child.id], by: UserName(set.unit.code.text))
        return try store.ownChain()
      }
      #expect(chains[0] == chains[1])
      #expect(try FileCare.whole(other, limit: 10) == [1, 2, 3])
    }
  }
}
