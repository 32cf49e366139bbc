/// The authority events sorted by what they are about, each list in the one order that all files agree on: (lamport, chain, id).
struct TrustReading {
  struct Continuing {
    var chain: ChainID
    var signature: [UInt8]
    var vow: [UInt8]
  }

  private(set) var byID: [EventID: TrustEvent] = [:]
  private(set) var genesis: [ChainID: Genesis] = [:]
  private(set) var continuations: [ChainID: [Continuing]] = [:]
  private(set) var units: [UnitCode: [TrustEvent]] = [:]
  /// The units that anybody ever hung under each, whether that counts or not.
  private(set) var below: [UnitCode: Set<UnitCode>] = [:]
  /// Whether anybody ever set one code on two steps of the tree.
  private(set) var hasTwoSteps = false
  private(set) var accounts: [UnitCode: [TrustEvent]] = [:]
  private(set) var accountsByChain: [ChainID: [TrustEvent]] = [:]
  private(set) var cards: [UnitCode: [TrustEvent]] = [:]
  private(set) var joins: [EventID: [TrustEvent]] = [:]
  /// With which of its entries each chain joined first.
  private(set) var firstJoins: [ChainID: TrustEvent] = [:]
  private(set) var acceptances: [EventID: [TrustEvent]] = [:]
  private(set) var ends: [UnitCode: [TrustEvent]] = [:]
  private(set) var people: [ChainID: [TrustEvent]] = [:]
  private(set) var adoptions: [EventID: [TrustEvent]] = [:]

  init(_ events: [TrustEvent]) {
    for event in events { byID[event.id] = event }
    for event in byID.values.sorted(by: Self.isBefore) { file(event) }
  }

  /// Files an event that came later.
  mutating func insert(_ event: TrustEvent) {
    guard byID[event.id] == nil else { return }
    byID[event.id] = event
    file(event)
  }

  /// These units and everything that could hang on what they come to.
  func everything(under tops: Set<UnitCode>) -> Set<UnitCode> {
    var all = tops
    var waiting = Array(tops)
    while let unit = waiting.popLast() {
      for next in below[unit] ?? [] where all.insert(next).inserted { waiting.append(next) }
    }
    return all
  }

  private static func place(_ list: inout [TrustEvent], _ event: TrustEvent) {
    var at = list.count
    while at > 0, Self.isBefore(event, list[at - 1]) { at -= 1 }
    list.insert(event, at: at)
  }

  static func isBefore(_ a: TrustEvent, _ b: TrustEvent) -> Bool {
    (a.header.lamport, a.header.chain, a.id) < (b.header.lamport, b.header.chain, b.id)
  }

  private mutating func file(_ event: TrustEvent) {
    let chain = event.header.chain
    switch event.content {
    case .genesis(let content)?:
      guard event.header.sequence == 0 else { return }
      genesis[chain] = content
      if let old = content.continues {
        continuations[old.chain, default: []].append(
          Continuing(chain: chain, signature: old.signature, vow: content.vow))
      }
    case .unit(let content, _)?:
      if case .unit(let first, _)? = units[content.code]?.first?.content, first.kind.step != content.kind.step {
        hasTwoSteps = true
      }
      Self.place(&units[content.code, default: []], event)
      if let parent = content.parent { below[parent, default: []].insert(content.code) }
      if let office = content.office { below[office, default: []].insert(content.code) }
    case .account(let content)?:
      Self.place(&accounts[content.unit, default: []], event)
      Self.place(&accountsByChain[chain, default: []], event)
    case .card(let content)?: Self.place(&cards[content.unit, default: []], event)
    case .join(let content)?:
      Self.place(&joins[content.card, default: []], event)
      let first = firstJoins[chain]?.header.sequence ?? .max
      if event.header.sequence < first { firstJoins[chain] = event }
    case .acceptedJoin(let content)?: Self.place(&acceptances[content.join, default: []], event)
    case .termEnd(let content)?: Self.place(&ends[content.unit, default: []], event)
    case .profile?, .handover?, .boxKey?: Self.place(&people[chain, default: []], event)
    case .adoption(let content)?: Self.place(&adoptions[content.event, default: []], event)
    default: break
    }
  }
}
