package import LECModel
package import LECStore

/// A whole training tree in a folder of its own.
package struct TreeFiles {
  package let folder = TemporaryFolder()
  package let tree: TrainingTree

  package init(policy: EditPolicy = .release, children: Int? = nil, world: World = Fixtures.world()) throws {
    let sets = TrainingTree.sets(policy, seed: 1, children: children)
    var round = TrainingSet(.school, policy: policy).round
    round.policy = policy
    tree = TrainingTree(folder: folder.path, round: round, world: world)
    try tree.make(sets)
  }

  package func store(_ code: UnitCode) throws -> Store { try tree.store(code) }
  package func store(_ code: String) throws -> Store { try tree.store(UnitCode(code)) }
}
