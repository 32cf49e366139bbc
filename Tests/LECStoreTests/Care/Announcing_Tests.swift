import LECModel
import LECStore
import TestSupport
import Testing

/// What is told once, of a file that is being made.
@Suite("Codes that are shown before their file is there")
struct Announcing_Tests {
  private struct PrinterBroke: Error {}
  private let folder = TemporaryFolder()
  private var path: String { folder.file("00.db") }

  private func make(_ announce: (NewRoot) throws -> Void) throws {
    _ = try Store.makeRootFile(
      at: path, code: UnitCode("00"), name: "กรมฝึกหัด", training: true, world: Fixtures.world(), announce: announce)
  }

  @Test("the codes are told while there is no file yet, and open the file that comes")
  func before() throws {
    var password = ""
    try make { root in
      #expect(!FileCare.exists(path))
      password = root.firstPassword
    }
    let store = try Store.open(path, world: Fixtures.world())
    defer { store.close() }
    #expect(try store.logIn(UserName("00"), password: password).profile == nil)
  }

  @Test("where they can't be told nothing is left, and the next attempt makes it")
  func failed() throws {
    #expect(throws: PrinterBroke.self) { try make { _ in throw PrinterBroke() } }
    #expect(FileCare.names(in: folder.path).isEmpty)
    try make { _ in }
    #expect(FileCare.exists(path))
  }
}
