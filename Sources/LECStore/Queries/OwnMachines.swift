package import LECModel

/// The machines of the own unit: each writes chains of its own and numbers its own files.
extension Store {
  /// Whether a chain was written here, in this life of the file or an earlier one.
  package func isOwn(_ chain: ChainID) throws -> Bool { try trust.anchors().ownChains.contains(chain) }

  /// Chains of further machines of the own unit that can write now: those in office, and those whose card waits to be accepted.
  func otherMachines(_ state: TrustState) throws -> Set<ChainID> {
    let own = try ownCode(), ownChains = try trust.anchors().ownChains
    return try Set(
      chainsKnown().filter { chain in
        if ownChains.contains(chain) { return false }
        guard let office = state.standing(chain).office else { return state.unitJoined(by: chain) == own }
        return office.unit == own && office.limit == .max
      })
  }

  /// What tells the files of this machine from those of others that have the same number: nothing as long as the unit has one
  /// chain, else the beginning of this one's name.
  func chainMark(_ chain: ChainID) throws -> String {
    let own = try ownCode(), ownChains = try trust.anchors().ownChains
    let state = try trust.state()
    let isAlone = try chainsKnown().allSatisfy { other in
      other == chain
        || !(ownChains.contains(other) || (state.standing(other).office?.unit ?? state.unitJoined(by: other)) == own)
    }
    return isAlone ? "" : "-" + chain.hash.hex.prefix(4)
  }

  private func chainsKnown() throws -> [ChainID] { try connection.all(Self.chainsInFile) { ChainID($0.hash(0)) } }
}
