package import LECModel

/// The machines of the own unit: each writes chains of its own and numbers its own files.
extension Store {
  /// Whether a chain was written here, in this life of the file or an earlier one.
  package func isOwn(_ chain: ChainID) throws -> Bool { try trust.anchors().ownChains.contains(chain) }

  /// Chains of further machines of the own unit that can write now: those in office, and those whose card waits to be accepted.
  func otherMachines() throws -> Set<ChainID> {
    let own = try ownCode(), ownChains = try trust.anchors().ownChains
    let state = try trust.state(about: [own])
    return state.chains(of: own).subtracting(ownChains).filter { chain in
      state.standing(chain).office.map { $0.unit == own && $0.reach == .open } ?? (state.unitJoined(by: chain) == own)
    }
  }

  /// What tells the files of this machine from those of others that have the same number: nothing as long as the unit has one
  /// chain, else the beginning of this one's name.
  func chainMark(_ chain: ChainID) throws -> String {
    let own = try ownCode(), ownChains = try trust.anchors().ownChains
    let state = try trust.state(about: [own])
    let known = state.chains(of: own).filter { state.standing($0).office != nil || state.unitJoined(by: $0) == own }
    return ownChains.union(known).subtracting([chain]).isEmpty ? "" : "-" + chain.hash.hex.prefix(4)
  }
}
