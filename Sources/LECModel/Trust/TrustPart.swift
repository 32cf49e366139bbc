/// As many authority events as it takes to know who a few units and chains are. At the department they are some twenty of hundreds of
/// thousands, and a command that changes one province must not read the whole nation first.
///
/// What a unit comes to follows from what is said about it, from the units it was ever hung under, and from those who said it: whoever
/// they write for, and everybody else who lays claim to one of their chains, are gathered with it. Then the state made from the part
/// says about them what the state made from everything says.
package struct TrustPart: Sendable {
  package private(set) var events: [EventID: TrustEvent] = [:]
  private var units: Set<UnitCode> = []
  private var chains: Set<ChainID> = []
  private var adopted: Set<EventID> = []
  private var waiting: [TrustKey] = []

  /// What every part holds: the root, and the unit and the chains of the file itself.
  package init(_ anchors: TrustAnchors) {
    if let root = anchors.root { waiting += [.event(root), .joins(root)] }
    if let own = anchors.ownUnit { add(own) }
    for chain in anchors.ownChains { add(chain) }
  }

  /// Names what is asked about.
  package mutating func add(_ unit: UnitCode) {
    if units.insert(unit).inserted { waiting.append(.unit(unit)) }
  }

  package mutating func add(_ chain: ChainID) {
    if chains.insert(chain).inserted { waiting += [.chain(chain), .lives(chain)] }
  }

  /// An event that may have been taken over by a successor.
  package mutating func add(adoptionsOf event: EventID) {
    if adopted.insert(event).inserted { waiting.append(.adoptions(event)) }
  }

  /// Fetches what the answer follows from and is not here yet; says whether that was anything.
  package mutating func gather<Failure: Error>(
    _ find: (TrustKey) throws(Failure) -> [TrustEvent]
  ) throws(Failure) -> Bool {
    let before = events.count
    while let key = waiting.popLast() {
      for event in try find(key) where events.updateValue(event, forKey: event.id) == nil { follow(event) }
    }
    return events.count > before
  }

  /// Everybody whom this event makes depend on somebody else.
  private mutating func follow(_ event: TrustEvent) {
    add(event.header.chain)
    add(event.header.unit)
    switch event.content {
    case .root(let root)?: add(root.unit)
    case .unit(let unit, _)?:
      if let parent = unit.parent { add(parent) }
      if let office = unit.office { add(office) }
    case .card(let card)?:
      add(card.unit)
      waiting.append(.joins(event.id))
    case .join(let join)?: waiting += [.event(join.card), .acceptances(event.id)]
    case .genesis(let genesis)?:
      if let old = genesis.continues { add(old.chain) }
    default: break
    }
  }
}
