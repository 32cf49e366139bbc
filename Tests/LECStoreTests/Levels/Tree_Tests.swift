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

  @Test("an institution that has not said anything yet is not ready to confirm; one that says it has no children is")
  func nothingCame() throws {
    let files = try TreeFiles(children: 4)
    let authority = TrainingTree.authorities[0].code, store = try files.store(authority)
    let own = try #require(try store.ownUnit())
    var unit = TrainingSet(.centre).unit
    unit.code = UnitCode("3099000088")
    unit.parent = authority
    unit.hasNoComputer = true
    try store.addUnit(unit, by: UserName(authority.text))
    func state() throws -> DatasetState.Name? {
      try store.board(of: own).first { $0.unit.code == unit.code }?.state(.students)?.name
    }
    #expect(try state() == .open)
    store.focus = unit.code
    #expect(try store.states().first { $0.dataset == .students }?.name == .open)
    try store.editBasics([FieldChange(.rooms, "0")], by: UserName(authority.text))
    #expect(try store.states().first { $0.dataset == .students }?.name == .ready)
    #expect(try state() == .ready)
  }

  @Test("CF-08 an office that nothing has come from yet has not confirmed everything, and holds up who is above it")
  func unheard() throws {
    let files = try TreeFiles(children: 4)
    let above = TrainingTree.province.code, store = try files.store(above)
    let own = try #require(try store.ownUnit())
    func below() throws -> Int? { try store.states().first { $0.dataset == .students }?.below }
    let before = try #require(try below())
    let unit = Unit(code: UnitCode("05990177"), kind: .authority, name: "เทศบาลใหม่", parent: above)
    try store.addUnit(unit, by: UserName(above.text))
    let line = try #require(try store.board(of: own).first { $0.unit.code == unit.code })
    #expect(!line.isComplete)
    #expect(line.datasets.allSatisfy { $0.name == .open })
    #expect(try below() == before + 1)

    // Nor has one of which a file was read, as long as its machine waits to be let in.
    let card = try store.issueCard(for: unit.code, password: TrainingSet.password, by: UserName(above.text))
    let (machine, joined) = try Store.join(
      at: files.folder.file("new.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 84))
    _ = try machine.makeProfile(
      joined.user, currentPassword: card.code.shown, first: "คนใหม่", last: "ฝึกหัด", position: "เจ้าหน้าที่",
      phone: "0000000009", newPassword: TrainingSet.password)
    _ = try store.read(bundle: machine.makeBundle(for: above, by: joined.user).bytes, name: "")
    let waiting = try #require(try store.board(of: own).first { $0.unit.code == unit.code })
    #expect(waiting.datasets.allSatisfy { $0.name == .open })
    #expect(try below() == before + 1)
  }
}
