import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// A card that does not fit: each way in which that happens is told apart.
@MainActor @Suite("Cards and starter files that do not go together")
struct Cards_Tests {
  private let tree: TreeFiles
  private let first: NewCard, second: NewCard

  init() throws {
    tree = try TreeFiles(children: 4)
    let office = try tree.store("05990101")
    func card(_ code: String) throws -> NewCard {
      try office.issueCard(for: UnitCode(code), password: TrainingSet.password, by: UserName("05990101"))
    }
    first = try card("3099000001")
    second = try card("3099000002")
    try BundleFiles.write(first.starter.bytes, to: tree.folder.file("starter.lec"))
    let letter = try office.makeBundle(for: UnitCode("3099000001"), by: UserName("05990101"))
    try BundleFiles.write(letter.bytes, to: tree.folder.file("letter.lec"))
  }

  private func join(_ file: String, _ card: String, _ language: String = "en") -> String {
    let result = CommandLineRun.call(
      ["join", tree.folder.file(file), "--card", card, "--file", tree.folder.file("new.db"), "--lang", language]
        + ["--json"], input: { nil })
    #expect(!FileCare.exists(tree.folder.file("new.db")))
    return result.output.joined() + result.notes.joined()
  }

  @Test("a slip of the pen, another unit's card, and a file that is no starter file are three sentences")
  func three() throws {
    var slip = Array(first.code.text)
    slip[0] = slip[0] == "7" ? "8" : "7"
    #expect(join("starter.lec", String(slip)).contains("bad-card-code"))
    let other = join("starter.lec", second.code.shown)
    #expect(other.contains("\"bad-card\"") && other.contains("3099000001") && other.contains("another unit"))
    #expect(join("starter.lec", second.code.shown, "th").contains("หน่วยงานอื่น"))
    #expect(join("letter.lec", first.code.shown).contains("no-starter"))
  }

  @Test("a starter file that is read like other files says what it is for")
  func reading() throws {
    let clerk = try Sitting(at: UnitCode("3099000001"), of: tree, language: .english)
    clerk.open(.page(.bundles), .page(.incoming(tree.folder.file("starter.lec"))))
    clerk.expect("A starter file is not read like other files")
  }
}
