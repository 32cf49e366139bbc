import LECModel
import LECStore
import TestSupport
import Testing

@Suite("A tree of offices, each with its own file")
struct Tree_Tests {
  @Test("cards, joins and files make a tree in which every file knows its own part and nothing waits")
  func tree() throws {
    let files = try TreeFiles()
    for (code, store) in files.tree.stores {
      let pending = try store.pending()
      #expect(pending.isEmpty, "\(code.text): \(pending.map { "\($0.verdict) \($0.kind as Any) \($0.unit)" })")
      let check = try store.verify()
      #expect(check.isOK, "\(code.text): \(check.problems.prefix(3))")
    }
    let department = try files.store(TrainingTree.department.code)
    let province = try #require(try department.unit(TrainingTree.province.code))
    let board = try department.board(of: province)
    #expect(board.map(\.unit.code) == TrainingTree.authorities.map(\.code))
    #expect(board.map(\.institutions) == [3, 2])
    #expect(board[0].counts.all.total == 96 + 27 + 27)
    // Rosters never travel sideways: a centre knows nothing of the school beside it.
    let centre = try files.store(UnitCode("3099000002"))
    #expect(try centre.counts(unit: UnitCode("3099000001")).all.total == 0)
  }

  @Test("an institution of which no child has come is not ready to confirm, unless the authority enters for it")
  func nothingCame() throws {
    let files = try TreeFiles(children: 4)
    let authority = TrainingTree.authorities[0].code, store = try files.store(authority)
    let own = try #require(try store.ownUnit())
    for (code, hasNoComputer) in [("3099000088", false), ("3099000089", true)] {
      var unit = TrainingSet(.centre).unit
      unit.code = UnitCode(code)
      unit.parent = authority
      unit.hasNoComputer = hasNoComputer
      try store.addUnit(unit, by: UserName(authority.text))
      let board = try store.board(of: own)
      let line = try #require(board.first { $0.unit.code == unit.code })
      #expect(line.counts.all.total == 0)
      #expect(line.state(.students)?.name == (hasNoComputer ? .ready : .open))
    }
  }
}
