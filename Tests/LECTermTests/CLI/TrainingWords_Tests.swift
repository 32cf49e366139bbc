import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// What leaves a training file says what it is; what leaves a real one never does.
@MainActor @Suite("Reports and files of training files")
struct TrainingWords_Tests {
  private static let words = "Training data, not real"

  @Test("every report begins with the words, and every page of it has them")
  func reports() throws {
    let shell = try Shell(.school, children: 200)
    for report in Reports.all {
      let said = shell.run("report", report.name)
      guard said.status == 0 else { continue }
      let pages = said.output.split(separator: "\u{0C}")
      #expect(pages.allSatisfy { $0.hasPrefix(Self.words) }, "\(report.name)")
    }
    let pages = shell.run("report", "nameList").output.split(separator: "\u{0C}")
    #expect(pages.count > 1)
  }

  @Test("a report of a real file is without them")
  func real() throws {
    let folder = TemporaryFolder()
    let shell = try Shell()
    let (real, root) = try Store.makeRoot(
      at: folder.file("00.db"), code: UnitCode("00"), name: "กรม", training: false, world: Fixtures.world())
    _ = try real.makeProfile(
      root.user, currentPassword: root.firstPassword, first: "สมจริง", last: "ทดสอบ", position: "-",
      phone: "0000000001", newPassword: TrainingSet.password)
    try real.setRound(Fixtures.round, password: TrainingSet.password, by: root.user)
    real.close()
    let said = shell.plain("report", "progress", "--file", folder.file("00.db"))
    #expect(said.status == 0 && !said.output.contains(Self.words), "\(said)")
  }

  @Test("files that are made on the screen are known by their names")
  func names() throws {
    let sitting = try Sitting(.centre, language: .english)
    guard case .files(.saved(let path))? = try sitting.desk.answer(.files(.backup)) else {
      Issue.record("no backup")
      return
    }
    #expect(path.contains("/training-3099000002-backup"))
  }
}
