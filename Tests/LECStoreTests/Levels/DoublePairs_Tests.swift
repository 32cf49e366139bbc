import LECModel
import TestSupport
import Testing

@testable import LECStore

/// PU-09 in a file where several lists meet.
@Suite("Children on two lists, in a file of several lists")
struct DoublePairs_Tests {
  private static func province(_ folder: TemporaryFolder) throws -> Store {
    try TrainingProvince(authorities: 11, institutionsEach: 2, childrenEach: 12, seed: 3)
      .make(at: folder.file("99.db"), world: Fixtures.world())
  }

  private static func facts(_ pairs: [DoublePair]) -> Set<String> {
    Set(pairs.map { "\($0.first.short) \($0.second.short) \($0.evidence.rawValue)" })
  }

  @Test func `the children that two lists share are found, and nobody else`() throws {
    let folder = TemporaryFolder()
    let store = try Self.province(folder)
    let pairs = try store.doublePairs()
    #expect(pairs.filter { $0.evidence == .sameNumber }.count == 2)
    for pair in pairs where pair.evidence == .sameNumber {
      let one = try #require(try store.student(pair.first)), two = try #require(try store.student(pair.second))
      #expect(one.student[.number] == two.student[.number])
      #expect(one.unit != two.unit)
    }
  }

  @Test func `looking again around one institution finds what looking at everybody finds`() throws {
    let folder = TemporaryFolder()
    let store = try Self.province(folder)
    let all = Self.facts(try store.doublePairs())
    let table = PairTable(connection: store.connection)
    for unit in try store.units() where unit.kind.isInstitution {
      try table.clear(unit.code)
      try table.note(unit.code)
      #expect(Self.facts(try store.doublePairs()) == all)
    }
  }

  @Test func `tables made anew from the log give the same pairs`() throws {
    let folder = TemporaryFolder()
    let store = try Self.province(folder)
    let before = Self.facts(try store.doublePairs())
    try store.rebuild()
    #expect(Self.facts(try store.doublePairs()) == before)
    #expect(!before.isEmpty)
  }
}
