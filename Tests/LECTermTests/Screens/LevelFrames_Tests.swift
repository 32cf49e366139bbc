import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

/// The pages of the levels as text, in both languages at both sizes.
@Suite("The screens of the levels") @MainActor
struct LevelFrames_Tests {
  private static let authority = UnitCode("05990101"), province = UnitCode("99"), department = UnitCode("00")

  @Test("an authority's day: home, board, a unit, cards, files, claims", arguments: Sitting.looks)
  func authority(code: Language.Code, size: Size) throws {
    let tree = try TreeFiles(children: 22)
    let sitting = try Sitting(at: Self.authority, of: tree, language: code, size: size)
    sitting.expectFrame("level-home-authority")
    for (page, name) in [
      (PageID.board(Self.authority), "board"), (.unit(UnitCode("3099000001")), "unit"), (.claims, "claims"),
      (.doubles, "doubles"), (.pending, "pending"), (.notes(Self.authority), "notes"), (.others, "others-list"),
    ] {
      sitting.open(.page(page))
      sitting.expectFrame("level-\(name)")
      sitting.press(.escape)
    }
    sitting.open(.otherCounts)
    sitting.type("12")
    sitting.press(.enter)
    sitting.type("7")
    sitting.expectFrame("level-others")
  }

  @Test("the province's random checks and the department's rounds and snapshot", arguments: Sitting.looks)
  func above(code: Language.Code, size: Size) throws {
    let tree = try TreeFiles(children: 22)
    let province = try Sitting(at: Self.province, of: tree, language: code, size: size)
    province.expectFrame("level-home-province")
    try tree.store(Self.province).drawSample(institutions: 2, perInstitution: 3, by: UserName("99"))
    province.open(.page(.samples))
    province.expectFrame("level-samples")
    let department = try Sitting(at: Self.department, of: tree, language: code, size: size)
    department.expectFrame("level-home-department")
    department.open(.page(.rounds))
    department.expectFrame("level-rounds")
    department.press(.escape)
    department.open(.page(.snapshot))
    department.expectFrame("level-snapshot")
  }

  @Test("every line of an office's menu leads to a page, and back home again")
  func menu() throws {
    let tree = try TreeFiles(children: 6)
    for unit in [Self.authority, UnitCode("9901"), Self.province, Self.department] {
      let sitting = try Sitting(at: unit, of: tree)
      var isOver = false
      for step in 0..<30 where !isOver {
        sitting.open(.home)
        for _ in 0..<step { sitting.press(.down) }
        let chosen = sitting.rows.first { $0.hasPrefix("> ") } ?? ""
        isOver = chosen.contains(sitting.said("home.menu.logOut"))
        if isOver { continue }
        sitting.press(.enter)
        #expect(!sitting.rows[0].contains(sitting.said("home.title")), "\(unit.text): \(chosen) leads nowhere")
        sitting.press(.escape)
        sitting.expect(sitting.said("home.title"))
      }
      #expect(isOver, "\(unit.text): the end of the menu was not reached")
    }
  }

  @Test("a figure typed into the grid is saved when its cell is left, and a dissolved school takes none but zero")
  func grid() throws {
    let tree = try TreeFiles(children: 6)
    let sitting = try Sitting(at: Self.authority, of: tree)
    sitting.open(.otherCounts)
    for figure in ["10", "11", "12", "13", "14", "15", "16", "17", "18"] {
      sitting.type(figure)
      sitting.press(.enter)
    }
    let store = try tree.store(Self.authority)
    let rows = try store.otherSchools(of: Self.authority, round: RoundKey(year: 2567, number: 2))
    #expect(rows[0].cells.map(\.total) == [10, 11, 12, 13, 14, 15, 16, 17, 18])
    #expect(rows[0].isComplete)
    try store.editOtherSchool(
      rows[1].record,
      OtherSchool(code: rows[1].school.code, name: rows[1].school.name, affiliation: "OBEC", isDissolved: true),
      by: UserName("05990101"))
    sitting.open(.otherCounts)
    sitting.press(.down)
    sitting.type("5")
    sitting.press(.enter)
    #expect(try store.otherSchools(of: Self.authority, round: RoundKey(year: 2567, number: 2))[1].total == 0)
  }

  /// The authority's page of a centre that has confirmed everything.
  private static func atConfirmedCentre(_ tree: TreeFiles) throws -> Sitting {
    let centre = try tree.store("3099000002")
    try Readiness.makeReady(centre, by: UserName("3099000002"))
    for dataset in [Dataset.students, .basics] {
      try centre.confirm(dataset, password: TrainingSet.password, by: UserName("3099000002"))
    }
    try tree.tree.send(from: UnitCode("3099000002"), to: authority)
    let sitting = try Sitting(at: authority, of: tree)
    sitting.open(.page(.unit(UnitCode("3099000002"))))
    return sitting
  }

  /// Goes to the line that releases the children, and chooses it; what the line says.
  @discardableResult
  private static func chooseRelease(_ sitting: Sitting) -> String {
    let label = sitting.said("unitPage.release", [.key("dataset", "dataset.students")])
    while sitting.rows.first(where: { $0.hasPrefix("> ") })?.contains(label) == false { sitting.press(.down) }
    sitting.press(.enter)
    return label
  }

  @Test("a release asks for the reason and the password; a wrong one is told there, and nothing typed is lost")
  func release() throws {
    let tree = try TreeFiles(children: 6)
    let sitting = try Self.atConfirmedCentre(tree)
    sitting.expect("ชูใจ เลิศฝึก")
    Self.chooseRelease(sitting)
    sitting.type("ชื่อเด็กผิด")
    sitting.press(.enter)
    sitting.type("ไม่ใช่รหัสผ่าน")
    sitting.press(.enter)
    sitting.expect(sitting.said("error.bad-password"))
    for _ in 0..<14 { sitting.press(.backspace) }
    sitting.type(TrainingSet.password)
    sitting.press(.enter)
    let store = try tree.store(Self.authority)
    let own = try #require(try store.ownUnit())
    let board = try store.board(of: own)
    let state = try #require(board.first { $0.unit.code.text == "3099000002" }?.state(.students))
    #expect(state.name == .released)
    #expect(state.released?.reason == "ชื่อเด็กผิด")
  }

  @Test("what is asked stands under the name of the deed, and after it the bar is on what came of it")
  func named() throws {
    let tree = try TreeFiles(children: 6)
    let sitting = try Self.atConfirmedCentre(tree)
    let label = Self.chooseRelease(sitting)
    #expect(sitting.rows.contains { $0.contains("┌─ " + label) })
    sitting.type("ชื่อเด็กผิด")
    sitting.press(.enter)
    sitting.type(TrainingSet.password)
    sitting.press(.enter)
    let bar = try #require(sitting.rows.first { $0.hasPrefix("> ") })
    #expect(bar.contains(sitting.said("dataset.students")), "not the next release: \(bar)")
    sitting.open(.page(.bundles))
    let other = sitting.said("bundles.other")
    while sitting.rows.first(where: { $0.hasPrefix("> ") })?.contains(other) == false { sitting.press(.down) }
    sitting.press(.enter)
    #expect(sitting.rows.contains { $0.contains("┌─ " + other) })
  }

  @Test("after a file was read Back leads to the list of files, not to the preview of what was just taken")
  func over() throws {
    let tree = try TreeFiles(children: 6)
    let bundle = try tree.store("3099000002").makeBundle(for: Self.authority, by: UserName("3099000002"))
    let path = tree.folder.file(bundle.name)
    try FileCare.write(bundle.bytes, to: path)
    let sitting = try Sitting(at: Self.authority, of: tree)
    sitting.open(.page(.bundles), .page(.incoming(path)))
    sitting.expect(sitting.said("bundles.preview.title"))
    sitting.press(.enter)
    sitting.expect(sitting.said("bundles.read.title"))
    sitting.press(.escape)
    sitting.expect(sitting.said("bundles.title"))
  }
}
