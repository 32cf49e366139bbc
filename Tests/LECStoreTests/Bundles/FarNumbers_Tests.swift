import Glibc
import LECModel
import TestSupport
import Testing

@testable import LECStore

@Suite("Numbers from elsewhere that lie at the end of what a number can be")
struct FarNumbers_Tests {
  @Test("a counter that was set to its end stops the machine that has it, and nobody who reads from it")
  func counter() throws {
    let files = try TreeFiles()
    let school = try files.store("3099000001"), authority = try files.store("05990101")
    try school.local {
      try SettingTable(connection: school.connection).set(Setting.lamport, String(Int64(1) << 53 - 20))
    }
    try school.editBasics([FieldChange(.rooms, "7")], by: UserName("3099000001"))
    let up = try school.makeBundle(for: UnitCode("05990101"), by: UserName("3099000001"))
    #expect(try authority.read(bundle: up.bytes, name: up.name).new > 0)
    let mine = Int64(try authority.setting(Setting.lamport) ?? "") ?? 0
    #expect(mine > 0 && mine < 1 << 40)
    let further = try authority.makeBundle(for: UnitCode("99"), by: UserName("05990101"))
    let province = try files.store("99")
    #expect(try province.read(bundle: further.bytes, name: further.name).new > 0)
    #expect(try province.pending().isEmpty)
    #expect(try province.verify().isOK)
  }

  @Test("a mark beside the file that no machine writes begins a new chain and stops nothing")
  func mark() throws {
    let folder = TemporaryFolder()
    let path = folder.file("unit.db")
    let world = Fixtures.world()
    try Store.create(path, training: true, world: world).close()
    var out = CanonicalWriter()
    out.array(5)
    out.hash(.zero)
    out.integer(.min)
    out.hash(.zero)
    out.integer(-1)
    out.byteString([1])
    let file = try #require(fopen(path + "-mark", "w"))
    fwrite(out.bytes, 1, out.bytes.count, file)
    fclose(file)
    let store = try Store.open(path, world: world)
    #expect(try store.log.count == 1)
    store.close()
  }

  @Test("what a key costs to open is bounded before it is paid")
  func cost() {
    let bad: [(Int64, Int64)] = [(0, 8192), (11, 8192), (-1, 8192), (1, 0), (1, -1), (1, 257 << 20), (.max, .max)]
    for (operations, memory) in bad { #expect(Sodium.Cost(operations: operations, memory: memory) == nil) }
    #expect(Sodium.Cost(operations: Int64(1), memory: Int64(8192)) == .quick)
  }
}
