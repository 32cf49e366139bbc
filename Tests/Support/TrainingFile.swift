package import LECModel
package import LECStore

/// A training file in a folder of its own, opened, for tests of the store.
package struct TrainingFile {
  package let folder = TemporaryFolder()
  package let store: Store
  package let set: TrainingSet
  package let user: UserName
  package let world: World

  package init(
    _ kind: TrainingSet.Kind = .centre, policy: EditPolicy = .release, children: Int? = nil,
    world: World = Fixtures.world()
  ) throws {
    set = TrainingSet(kind, policy: policy, children: children)
    user = UserName(set.unit.code.text)
    self.world = world
    store = try set.make(at: folder.file("unit.db"), world: world)
  }

  package var path: String { folder.file("unit.db") }

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
