/// The keys with which people sign official acts, and whose signature an act carries.
extension TrustState {
  /// The public half of a key that a person made on one machine. It never leaves that.
  struct PersonKey: Sendable {
    var user: UserName
    var key: [UInt8]
    /// The first life of the machine.
    var machine: ChainID
    var made: (chain: ChainID, sequence: Int64)
    var lamport: Int64
    var ended: (chain: ChainID, sequence: Int64)?

    func isSame(as other: PersonKey) -> Bool {
      user == other.user && key == other.key && machine == other.machine && made == other.made
        && ended?.chain == other.ended?.chain && ended?.sequence == other.ended?.sequence
    }

    func ended(_ leaving: UserName, _ chain: ChainID, _ sequence: Int64) -> PersonKey {
      guard user == leaving, ended == nil else { return self }
      var copy = self
      copy.ended = (chain, sequence)
      return copy
    }

    /// Whether the person could sign this with it.
    func mayHaveSigned(_ event: TrustEvent, on machine: ChainID?) -> Bool {
      guard user == event.header.author, self.machine == machine else { return false }
      let header = event.header
      // What a later life of the machine has is no key of this act.
      guard made.chain == header.chain ? made.sequence < header.sequence : lamport < header.lamport else {
        return false
      }
      return ended.map { $0.chain != header.chain || header.sequence <= $0.sequence } ?? true
    }
  }

  /// Keeps a key in the order in which they were made, wherever the lives of the machines stand.
  mutating func keep(_ key: PersonKey, of unit: UnitCode) {
    var keys = people[unit] ?? []
    people[unit] = nil
    var at = keys.count
    while at > 0, keys[at - 1].lamport > key.lamport { at -= 1 }
    keys.insert(key, at: at)
    people[unit] = keys
  }

  /// A person has one key at a time, and whoever claims thousands would have every act tried with each of them.
  private static let mostKeys = 8

  /// Official acts carry the signature of a person who held the account then.
  func personFault(_ event: TrustEvent, _ office: Office) -> Verdict? {
    let chain = event.header.chain, machine = firstLives[chain]
    let keys = (people[office.unit] ?? []).reversed().filter { $0.mayHaveSigned(event, on: machine) }
    // Those of the act's own chain first, then of the lives before it: another life of the machine may hold any number of them.
    let before = lives(before: chain)
    let own = keys.filter { $0.made.chain == chain }, earlier = keys.filter { before.contains($0.made.chain) }
    let others = keys.filter { $0.made.chain != chain && !before.contains($0.made.chain) }
    for one in [own, earlier, others].flatMap({ $0.prefix(Self.mostKeys) }) {
      if verify(event.signature, event.id.hash.bytes, one.key) || Planted.anySignature.isOn { return nil }
    }
    return keys.isEmpty ? .waiting(.noPerson) : .refused(.badSignature)
  }

  /// The lives of a machine that one of them goes on from.
  private func lives(before chain: ChainID) -> Set<ChainID> {
    var out: Set<ChainID> = []
    var at = chain
    while let old = reading.genesis[at]?.continues?.chain, old != chain, out.insert(old).inserted { at = old }
    return out
  }
}

extension TrustState {
  /// What a machine calls one of its people, whether it has an office or not.
  package func claimedName(_ user: UserName, on chain: ChainID, before sequence: Int64) -> String? {
    let names: [(sequence: Int64, name: String)] = (reading.people[chain] ?? []).compactMap { event in
      guard case .profile(let profile)? = event.content, profile.user == user, event.header.sequence <= sequence else {
        return nil
      }
      return (event.header.sequence, profile.fullName)
    }
    return names.max { $0.sequence < $1.sequence }?.name
  }
}
