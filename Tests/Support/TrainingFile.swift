package import LECModel
package import LECStore

/// A training file in a folder of its own, opened, for tests of the store. With a `world` of the test's own it is made anew.
package struct TrainingFile {
  package let folder = TemporaryFolder()
  package let store: Store
  package let set: TrainingSet
  package let user: UserName
  package let world: World

  package init(
    _ kind: TrainingSet.Kind = .centre, policy: EditPolicy = .release, children: Int? = nil,
    world: World? = nil
  ) throws {
    let set = TrainingSet(kind, policy: policy, children: children)
    self.set = set
    user = UserName(set.unit.code.text)
    let path = folder.file(Self.name)
    if let world {
      self.world = world
      store = try set.make(at: path, world: world)
      return
    }
    let mould = try Mould.named("file \(kind) \(policy) \(children ?? -1)") { folder, world in
      try set.make(at: folder + "/" + Self.name, world: world).closeTidily()
    }
    self.world = try mould.cast(in: folder.path)
    store = try Store.open(path, world: self.world.starting(at: TrainingSet.clock))
  }

  private static let name = "unit.db"

  package var path: String { folder.file(Self.name) }

  /// Every enrolled child, in dictionary order.
  package func children() throws -> [StudentRow] { try store.roster(RosterFilter(), .first, limit: 10_000) }

  /// Mends every planted problem, marks everybody present and explains what is left, so that confirming is possible.
  package func makeReady(by user: UserName? = nil) throws {
    let user = user ?? self.user
    try store.editBasics([FieldChange(.rooms, "3")], by: user)
    for finding in try store.findings() where finding.check.severity == .error {
      guard let record = finding.record else { continue }
      switch finding.check {
      case .numberDoubled: try store.remove([record], reason: .doubled, by: user)
      case .elsewhereUnsettled: try store.editStudent(record, [FieldChange(.elsewhere, "")], by: user)
      default: break
      }
    }
    try store.mark(try children().map(\.id), .present, by: user)
    for finding in try store.findings() where finding.blocks && finding.check.severity == .warning {
      try store.explain(finding, words: "ตรวจสอบแล้ว", by: user)
    }
  }
}
