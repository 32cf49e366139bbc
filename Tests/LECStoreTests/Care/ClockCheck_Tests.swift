import LECModel
import TestSupport
import Testing

@testable import LECStore

@Suite("A clock that was set back")
struct ClockCheck_Tests {
  private func opened(_ file: Store, daysBack: Int64, _ folder: TemporaryFolder) throws -> Store {
    let path = folder.file("copy.db")
    try file.backup(to: path)
    var world = Fixtures.world()
    let then = Moment(milliseconds: file.now().milliseconds - daysBack * 86_400_000)
    world.now = { then }
    return try Store.open(path, world: world)
  }

  @Test("is noticed by the day of the last entry made here, a day or less is not", arguments: [0, 1, 3] as [Int64])
  func behind(_ days: Int64) throws {
    let files = try RealFiles()
    let late = try opened(files.department, daysBack: days, files.folder)
    #expect(try late.clockBehind() == (days > 1 ? files.department.now().date : nil))
  }

  @Test("is the trainer's business in a training file")
  func training() throws {
    let tree = try TreeFiles(policy: .reconfirm, children: 2)
    let folder = TemporaryFolder()
    #expect(try opened(tree.store("99"), daysBack: 30, folder).clockBehind() == nil)
  }
}
