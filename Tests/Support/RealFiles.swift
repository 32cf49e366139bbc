import LECModel
package import LECStore

/// A real province, which is no training set: with the codes that training sets have, so that nothing but the mark tells them apart.
package struct RealFiles {
  package let folder = TemporaryFolder()
  package let root: NewRoot
  package let department: Store
  package let province: Store
  package let card: NewCard
  private let user = UserName("00")

  package init(world: World = Fixtures.world(seed: 31)) throws {
    let (store, root) = try Store.makeRoot(
      at: folder.file("00.db"), code: UnitCode("00"), name: "กรมจริง", training: false, world: world)
    department = store
    self.root = root
    _ = try store.makeProfile(
      root.user, currentPassword: root.firstPassword, first: "สมจริง", last: "ส่วนกลาง", position: "นักวิชาการ",
      phone: "0000000010", newPassword: TrainingSet.password)
    try store.addUnit(TrainingPlan.province, by: user)
    card = try store.issueCard(for: TrainingPlan.province.code, password: TrainingSet.password, by: user)
    province = try Store.join(
      at: folder.file("99.db"), starter: card.starter.bytes, card: card.code, world: world
    ).0
    _ = try province.makeProfile(
      UserName("99"), currentPassword: card.code.text, first: "ปรานี", last: "จริงใจ", position: "ท้องถิ่นจังหวัด",
      phone: "0000000010", newPassword: TrainingSet.password)
    let up = try province.makeBundle(for: UnitCode("00"), by: UserName("99"))
    _ = try department.read(bundle: up.bytes, name: up.name)
    for join in try department.openJoins() {
      try department.acceptJoin(join.join, password: TrainingSet.password, by: user)
    }
  }

  /// What the department sends to the province.
  package func letter() throws -> MadeBundle { try department.makeBundle(for: UnitCode("99"), by: user) }
}
