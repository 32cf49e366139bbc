import LECModel
import TestSupport
import Testing

@testable import LECStore

/// Windows and scripts that make files from the same data at once.
@Suite("Numbers of files that are made at once")
struct Numbers_Tests {
  @Test("no two files get the same number or name")
  func unique() async throws {
    let files = try TreeFiles(policy: .reconfirm, children: 4)
    let school = UnitCode("3099000001"), office = UnitCode("05990101")
    files.tree.close()
    let path = files.folder.file(school.text + ".db")
    let names = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<4 {
        group.addTask {
          let store = try Store.open(path, world: Fixtures.world())
          defer { store.close() }
          return try (0..<6).map { _ in try store.makeBundle(for: office, by: UserName(school.text)).name }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(names.count == 24)
    #expect(Set(names).count == 24)
  }
}
