import LECModel
import TestSupport
import Testing

@testable import LECStore

/// An office goes on from a copy that is older than what it told the units below: they are the only ones who still have it.
@Suite("Giving an office back what it lost")
struct GivingBack_Tests {
  private let files: TreeFiles
  private let code = UnitCode("3099000001"), above = UnitCode("05990101")
  private var user: UserName { UserName(code.text) }
  private var officer: UserName { UserName(above.text) }

  init() throws { files = try TreeFiles(children: 4) }

  private func send(_ from: Store, _ to: Store, _ receiver: UnitCode, by user: UserName) throws -> BundleReport {
    let made = try from.makeBundle(for: receiver, by: user)
    return try to.read(bundle: made.bytes, name: made.name)
  }

  /// The office as it was before it gave the school a new card, and the school's new machine.
  private func setBack() throws -> (office: Store, machine: Store) {
    let office = try files.store(above)
    let copy = files.folder.file("copy.db")
    try office.backup(to: copy)
    try office.endTerm(of: code, reason: "ย้าย", password: TrainingSet.password, by: officer)
    let card = try office.issueCard(for: code, password: TrainingSet.password, by: officer)
    let (machine, _) = try Store.join(
      at: files.folder.file("new.db"), starter: card.starter.bytes, card: card.code, world: Fixtures.world(seed: 61))
    _ = try machine.makeProfile(
      user, currentPassword: card.code.shown, first: "คนใหม่", last: "ฝึกหัด", position: "ครู", phone: "0000000006",
      newPassword: TrainingSet.password)
    let old = try Store.restore(from: copy, to: files.folder.file("back.db"), world: Fixtures.world(seed: 62))
    return (old, machine)
  }

  @Test(
    "a card that an office issued after its copy was made comes back with the second file of the machine that has it")
  func card() throws {
    let (office, machine) = try setBack()
    let first = try send(machine, office, above, by: user)
    #expect(first.new == 0 && first.waiting > 0)
    #expect(try office.openJoins().isEmpty)
    // What the office says is for machines that it knows; this one learns from it what the office has lost.
    #expect(throws: BundleError.notForYou) { try send(office, machine, code, by: officer) }
    let second = try send(machine, office, above, by: user)
    #expect(second.waiting == 0 && second.held == 0)
    let join = try #require(try office.openJoins().first)
    try office.acceptJoin(join.join, password: TrainingSet.password, by: officer)
    #expect(try office.pending().allSatisfy { $0.unit != code })
    #expect(try send(office, machine, code, by: officer).new > 0)
    #expect(try office.verify().isOK)
    #expect(try machine.verify().isOK)
  }

  @Test("what lay there as a stranger's goes along from its beginning, in a delta too, once it is known whose it is")
  func claimed() throws {
    let (office, machine) = try setBack()
    let province = try files.store("99"), top = UnitCode("99")
    _ = try machine.editBasics([FieldChange(.rooms, "9")], by: user)
    _ = try send(machine, office, above, by: user)
    _ = try send(office, province, top, by: officer)
    _ = try send(province, office, above, by: UserName(top.text))
    #expect(throws: BundleError.notForYou) { try send(office, machine, code, by: officer) }
    _ = try send(machine, office, above, by: user)
    let join = try #require(try office.openJoins().first)
    try office.acceptJoin(join.join, password: TrainingSet.password, by: officer)
    let delta = try office.makeBundle(for: top, delta: true, by: officer)
    #expect(delta.header.kind == .delta)
    #expect(try province.read(bundle: delta.bytes, name: delta.name).waiting == 0)
    let chain = try #require(try machine.ownChain())
    #expect(try province.trust.state().standing(chain).office?.unit == code)
    #expect(try province.pending().allSatisfy { $0.unit != code })
    #expect(try province.verify().isOK)
  }

  @Test("once one of them was read there, a whole file holds only what is the school's own again")
  func once() throws {
    let (office, machine) = try setBack()
    _ = try send(machine, office, above, by: user)
    _ = try? send(office, machine, code, by: officer)
    let large = try machine.makeBundle(for: above, by: user)
    _ = try office.read(bundle: large.bytes, name: large.name)
    let join = try #require(try office.openJoins().first)
    try office.acceptJoin(join.join, password: TrainingSet.password, by: officer)
    _ = try send(office, machine, code, by: officer)
    // The office's new beginning was only just heard of.
    #expect(try machine.givesBack(to: above))
    try machine.editBasics([FieldChange(.rooms, "7")], by: user)
    _ = try send(machine, office, above, by: user)
    _ = try send(office, machine, code, by: officer)
    #expect(try !machine.givesBack(to: above))
    let small = try machine.makeBundle(for: above, by: user)
    #expect(small.header.events < large.header.events)
  }
}
