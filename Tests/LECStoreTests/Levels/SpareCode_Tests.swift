import LECModel
import TestSupport
import Testing

@testable import LECStore

/// The department's machine is gone, and a copy of its file lies in the safe beside the codes.
@Suite("The department's spare code")
struct SpareCode_Tests {
  private let files: RealFiles
  private let user = UserName("00"), code = UnitCode("00"), below = UnitCode("99")

  init() throws { files = try RealFiles() }

  /// The newest copy that there is, opened on another machine.
  private func copy() throws -> Store {
    let path = files.folder.file("safe.db")
    try files.department.backup(to: path)
    return try Store.open(path, world: Fixtures.world(seed: 77))
  }

  /// What the department says with this file counts at the province.
  private func rename(in file: Store) throws {
    try file.editUnit(below, by: user) { $0.name += " ใหม่" }
    let told = try file.makeBundle(for: below, by: user)
    _ = try files.province.read(bundle: told.bytes, name: "")
    #expect(try files.province.unit(below)?.name == file.unit(below)?.name)
  }

  @Test("puts the machine that opens the copy in office with its first step, and the old one out of it")
  func returns() throws {
    let back = try copy()
    _ = try back.returnWithSpare(files.root.spareCode)
    let chain = try #require(try back.ownChain())
    #expect(try back.trust.state().machines(of: code) == [chain])
    let told = try back.makeBundle(for: below, by: user)
    _ = try files.province.read(bundle: told.bytes, name: "")
    #expect(try files.province.trust.state().machines(of: code) == [chain])

    // Whoever has the old machine writes on.
    try files.department.editUnit(below, by: user) { $0.name = "ชื่อของคนที่ออกไปแล้ว" }
    let late = try files.department.makeBundle(for: below, by: user)
    _ = try files.province.read(bundle: late.bytes, name: "")
    #expect(try files.province.unit(below)?.name == TrainingPlan.province.name)
    try rename(in: back)
  }

  @Test("the machine that came back keeps its office when its file is copied or put back")
  func later() throws {
    let back = try copy()
    _ = try back.returnWithSpare(files.root.spareCode)
    let path = files.folder.file("again.db")
    try back.backup(to: path)
    let again = try Store.open(path, world: Fixtures.world(seed: 78))
    try rename(in: again)
    #expect(try again.ownChain() != back.ownChain())
    #expect(try files.province.pendingCount() == 0)
  }

  @Test(
    "a machine that came back does not do so once more: a second recovery code would leave nobody to know which holds")
  func twice() throws {
    let back = try copy()
    _ = try back.returnWithSpare(files.root.spareCode)
    let before = try back.log.last
    #expect { try back.returnWithSpare(files.root.spareCode) } throws: { ($0 as? Refusal)?.code == .hasReturned }
    #expect(try back.log.last == before)
    try rename(in: back)
  }

  @Test("another code from the same paper is refused, and nothing is written")
  func otherCode() throws {
    let back = try copy()
    let before = try back.log.last
    #expect(throws: BundleError.badCard) { try back.returnWithSpare(files.root.recoveryCode) }
    #expect(try back.log.last == before)
  }
}
