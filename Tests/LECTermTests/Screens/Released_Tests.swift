import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// What an institution is told when the level above releases its confirmation for mending.
@MainActor @Suite("A confirmation that was released")
struct Released_Tests {
  private let tree: TreeFiles
  private let centre = UnitCode("3099000002"), authority = UnitCode("05990101")
  private let reason = "เลขประจำตัวของสองคนผิด"
  private var user: UserName { UserName(centre.text) }

  init() throws {
    tree = try TreeFiles(children: 6)
    let store = try tree.store(centre)
    try Readiness.makeReady(store, by: user)
    for dataset in [Dataset.students, .basics] {
      try store.confirm(dataset, password: TrainingSet.password, by: user)
    }
    try tree.tree.send(from: centre, to: authority)
    let office = try tree.store(authority), unit = try #require(try office.unit(centre))
    try office.release(
      .students, of: unit.code, reason: reason, password: TrainingSet.password, by: UserName(authority.text))
  }

  @Test("the file from above says what was released, by whom and why, before it is taken and after")
  func told() throws {
    let made = try tree.store(authority).makeBundle(for: centre, by: UserName(authority.text))
    for preview in [true, false] {
      let store = try tree.store(centre)
      let report = try store.read(bundle: made.bytes, name: made.name, isPreview: preview)
      #expect(report.released.map(\.dataset) == [Dataset.students])
      #expect(report.released.map(\.reason) == [reason])
      let page = try ReportPage.page(
        report, from: .none, isFull: true, names: { try store.unit($0)?.name ?? "" }, isDone: !preview)
      let said = page.lines.map { $0.item.label.said(in: Spoken.language) }
      #expect(said.contains { $0.contains(reason) && $0.contains("กานดา") })
    }
  }

  @Test("the office sees that no file has told it yet, until one is made")
  func unsent() throws {
    let store = try tree.store(authority)
    let officer = try Sitting(at: authority, of: tree, size: Size(columns: 100, rows: 40))
    officer.open(.home)
    officer.expect(officer.said("office.releases"))
    officer.open(.page(.partners))
    officer.expect(officer.said("partners.releases", [.number("count", 1)]))
    #expect(try store.unsentReleases() == [centre: 1])
    _ = try store.makeBundle(for: centre, by: UserName(authority.text))
    officer.open(.home)
    officer.expectNot(officer.said("office.releases"))
    officer.open(.page(.partners))
    officer.expectNot(officer.said("partners.releases", [.number("count", 1)]))
  }

  @Test("the page to confirm on says it, and that nothing was mended yet", arguments: Language.Code.allCases)
  func confirming(language: Language.Code) throws {
    try tree.tree.send(from: authority, to: centre)
    let clerk = try Sitting(at: centre, of: tree, language: language)
    clerk.open(.confirm(.students))
    clerk.expect(reason)
    clerk.expect(clerk.said("confirm.unmended"))
    clerk.open(.differences(.students))
    clerk.expect(clerk.said("differences.none"))
    clerk.expectNot(clerk.said("differences.never"))

    let store = try tree.store(centre)
    let child = try #require(try store.roster(RosterFilter(), .first, limit: 1).first)
    _ = try store.editStudent(child.id, [FieldChange(.first, "แก้แล้ว")], by: user)
    clerk.open(.confirm(.students))
    clerk.expect(reason)
    clerk.expectNot(clerk.said("confirm.unmended"))
    try store.confirm(.students, password: TrainingSet.password, by: user)
    clerk.open(.confirm(.students))
    clerk.expectNot(reason)
  }
}
