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
  private(set) var accounts: [UnitCode: [TrustEvent]] = [:]
  private(set) var accountsByChain: [ChainID: [TrustEvent]] = [:]
  private(set) var cards: [UnitCode: [TrustEvent]] = [:]
  private(set) var joins: [EventID: [TrustEvent]] = [:]
  private(set) var acceptances: [EventID: [TrustEvent]] = [:]
  private(set) var ends: [UnitCode: [TrustEvent]] = [:]
  private(set) var people: [ChainID: [TrustEvent]] = [:]
  private(set) var adoptions: [EventID: [TrustEvent]] = [:]

  init(_ events: [TrustEvent]) {
    for event in events { byID[event.id] = event }
    let sorted = byID.values.sorted {
      ($0.header.lamport, $0.header.chain, $0.id) < ($1.header.lamport, $1.header.chain, $1.id)
    }
    for event in sorted { file(event) }
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
    case .unit(let content)?: units[content.code, default: []].append(event)
    case .account(let content)?:
      accounts[content.unit, default: []].append(event)
      accountsByChain[chain, default: []].append(event)
    case .card(let content)?: cards[content.unit, default: []].append(event)
    case .join(let content)?: joins[content.card, default: []].append(event)
    case .acceptedJoin(let content)?: acceptances[content.join, default: []].append(event)
    case .termEnd(let content)?: ends[content.unit, default: []].append(event)
    case .profile?, .handover?, .boxKey?: people[chain, default: []].append(event)
    case .adoption(let content)?: adoptions[content.event, default: []].append(event)
    default: break
    }
  }
}

/// A unit through time: moved, renamed, closed, with every earlier form kept.
package struct UnitHistory: Sendable {
  package private(set) var latest: Unit
  package private(set) var forms: [(lamport: Int64, event: EventID, unit: Unit)] = []
  private(set) var accepted: Set<EventID> = []

  init() { latest = Unit(code: UnitCode(""), kind: .school, name: "") }

  init(_ unit: Unit) { latest = unit }

  /// The parent when an event with this counter was written: the newest setting that is not later.
  func parent(at lamport: Int64) -> UnitCode? {
    forms.last { $0.lamport <= lamport }?.unit.parent ?? forms.first?.unit.parent
  }

  mutating func add(_ event: TrustEvent) {
    guard case .unit(let unit)? = event.content else { return }
    latest = unit
    forms.append((event.header.lamport, event.id, unit))
    accepted.insert(event.id)
  }
}
