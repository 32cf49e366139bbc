package import LECModel
package import LECStore

/// A whole training tree in a folder of its own.
package struct TreeFiles {
  package let folder = TemporaryFolder()
  package let tree: TrainingTree

  /// `world`: for a tree that must differ from the others; it is made anew.
  package init(policy: EditPolicy = .release, children: Int? = nil, world: World? = nil) throws {
    let sets = TrainingTree.sets(policy, seed: 1, children: children)
    var round = TrainingSet(.school, policy: policy).round
    round.policy = policy
    if let world {
      tree = TrainingTree(folder: folder.path, round: round, world: world)
      try tree.make(sets)
      return
    }
    let mould = try Mould.named("tree \(policy) \(children ?? -1)") { folder, world in
      let tree = TrainingTree(folder: folder, round: round, world: world)
      try tree.make(sets)
      tree.close()
    }
    tree = TrainingTree(folder: folder.path, round: round, world: try mould.cast(in: folder.path))
    try tree.reopen()
  }

  package func store(_ code: UnitCode) throws -> Store { try tree.store(code) }
  package func store(_ code: String) throws -> Store { try tree.store(UnitCode(code)) }
}
