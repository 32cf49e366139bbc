import LECModel
import TestSupport

/// A small world of authority events out of bytes, twelve for each event. Names, chains and ids come from short lists, so that
/// events meet each other often; every signature is right but the one of a single zero.
struct TrustWorld {
  static let size = 12
  private static let units = ["00", "99", "05990101", "3099000001", "3099000002", "98"].map { UnitCode($0) }
  private static let kinds: [EventKind] = [
    .genesis, .rootMade, .unitSet, .accountSet, .profileMade, .cardIssued, .joined, .joinAccepted, .termEnded,
    .boxKeySet,
    .adopted, .handedOver, .studentAdded, .confirmed, .released, .roundSet, .noteWritten,
  ]

  private(set) var events: [TrustEvent] = []
  private(set) var anchors = TrustAnchors(root: nil, ownUnit: nil, ownChains: [])
  private(set) var forks: [ChainID: Int64] = [:]

  init(_ input: [UInt8]) {
    var feed = Feed(input)
    let head = feed.take(4) + [0, 0, 0, 0]
    anchors.root = Fixtures.id(head[0] % 64)
    anchors.ownUnit = head[1] % 8 < 6 ? Self.units.around(Int(head[1] % 8)) : nil
    anchors.ownChains = head[2] % 8 < 6 ? [Self.chain(head[2])] : []
    if head[3] & 1 == 1 { forks[Self.chain(head[3] >> 1)] = Int64(head[3] >> 4) }
    while !feed.isEmpty, events.count < 60 {
      events.append(Self.event(feed.take(Self.size) + [UInt8](repeating: 0, count: Self.size), events.count))
    }
  }

  /// Which way an event of a forked chain went: anything, as long as it is always the same.
  static let isOnBranch: BranchCheck = { event, head in head.hash < event.hash }

  static func chain(_ n: UInt8) -> ChainID { ChainID(Fixtures.id(100 + n % 8).hash) }

  private static func user(_ n: UInt8) -> UserName {
    n & 0x40 != 0 ? UserName("") : UserName(units.around(Int(n & 15)).text + (n & 0x80 != 0 ? "-a" : ""))
  }

  private static func event(_ f: [UInt8], _ index: Int) -> TrustEvent {
    let kind = kinds.around(Int(f[0]))
    let header = EventHeader(
      chain: chain(f[1]), sequence: Int64(f[2]), previous: Fixtures.id(0), lamport: Int64(f[3]),
      time: Fixtures.now, author: user(f[4]), unit: units.around(Int(f[5])), kind: kind, record: nil, base: [],
      bodyHash: .zero)
    return TrustEvent(
      id: Fixtures.id(UInt8(index)), header: header, content: f[11] & 1 == 1 ? nil : content(kind, f),
      signature: [f[10]])
  }

  private static func content(_ kind: EventKind, _ f: [UInt8]) -> EventContent {
    let (a, b, c, d) = (f[6], f[7], f[8], f[9])
    let unit = units.around(Int(a)), heads = [ChainHead(chain: chain(c), sequence: Int64(d), id: Fixtures.id(d % 64))]
    switch kind {
    case .genesis:
      return .genesis(
        Genesis(
          device: "", signingKey: [b], boxKey: [], nonce: [], reason: .first, lastHead: nil, training: true,
          continues: a == 0 ? nil : .init(chain: chain(a), signature: [c]), unit: units.around(Int(d))))
    case .rootMade: return .root(RootMade(unit: unit, name: "", spareKey: [b]))
    case .unitSet:
      var new = Unit(code: unit, kind: UnitKind.allCases.around(Int(b)), name: "")
      new.parent = c & 0x80 != 0 ? nil : units.around(Int(c))
      new.office = d & 0x80 != 0 ? units.around(Int(d & 15)) : nil
      new.hasNoComputer = d & 1 == 1
      let end = ChainHead(chain: chain(b >> 3), sequence: Int64(f[10] >> 2), id: Fixtures.id(f[10] % 64))
      return .unit(new, ends: f[11] & 2 == 0 ? [] : [end])
    case .accountSet: return .account(Account(user: user(b), unit: unit, role: Role.allCases.around(Int(c))))
    case .profileMade: return .profile(Profile(user: user(a), first: "", last: "", position: "", phone: "", key: [b]))
    case .cardIssued:
      return .card(Card(unit: unit, term: Int64(b), purpose: .first, user: user(c), enrolmentKey: [d]))
    case .joined: return .join(Join(card: Fixtures.id(a % 64), signature: [b], heads: heads))
    case .joinAccepted: return .acceptedJoin(JoinAccepted(join: Fixtures.id(a % 64)))
    case .termEnded: return .termEnd(TermEnd(unit: unit, term: Int64(b), heads: heads, reason: ""))
    case .boxKeySet:
      return .boxKey(BoxKey(unit: unit, publicKey: [b], sealed: [], salt: [], operations: 1, memory: 1))
    case .adopted: return .adoption(Adoption(event: Fixtures.id(a % 64)))
    case .handedOver: return .handover(Handover(user: user(a), note: ""))
    case .noteWritten: return .note(Note(unit: unit, words: ""))
    default: return Samples.content(kind)
    }
  }

  /// The state of the first events, read on with the rest in a few pieces; nil where it has to be made anew.
  func readOn(_ verify: @escaping SignatureCheck, from first: Int) -> TrustState? {
    var known = min(first, events.count)
    var state = TrustState(
      Array(events[..<known]), anchors: anchors, forks: forks, isOnBranch: Self.isOnBranch, verify: verify)
    while known < events.count {
      let next = min(known + 1 + known % 4, events.count)
      guard let units = state.units(touchedBy: Array(events[known..<next])), state.grow(touching: units) != nil else {
        return nil
      }
      known = next
    }
    return state
  }

  /// What the state made from a part says otherwise than the whole about an event, its unit and its chain; nil when nothing.
  func difference(_ whole: TrustState, on event: TrustEvent, _ verify: @escaping SignatureCheck) throws -> String? {
    let unit = event.header.unit, chain = event.header.chain
    var part = TrustPart(anchors)
    part.add(unit)
    part.add(chain)
    part.add(adoptionsOf: event.id)
    _ = part.gather { key in
      events.filter { key == .event($0.id) || TrustKey.filed($0.header, $0.content).contains(key) }
    }
    let some = TrustState(
      Array(part.events.values), anchors: anchors, forks: forks, isOnBranch: Self.isOnBranch, verify: verify)
    if whole.judge(event) != some.judge(event) { return "verdict" }
    if whole.mayHaveWritten(event.id, event.header) != some.mayHaveWritten(event.id, event.header) { return "right" }
    if whole.standing(chain) != some.standing(chain) { return "office" }
    if whole.unitJoined(by: chain) != some.unitJoined(by: chain) { return "card" }
    if whole.unit(unit) != some.unit(unit) { return "unit" }
    if whole.boxKey(of: unit)?.publicKey != some.boxKey(of: unit)?.publicKey { return "key" }
    if whole.machines(of: unit) != some.machines(of: unit) { return "machines" }
    if let own = anchors.ownUnit {
      if whole.relation(from: own, to: unit) != some.relation(from: own, to: unit) { return "relation" }
      if whole.relation(from: unit, to: own) != some.relation(from: unit, to: own) { return "relation" }
    }
    return nil
  }

  /// A department, a province, an authority and a school, each with its machine in office.
  static var ladder: [UInt8] {
    var out: [UInt8] = [1, 3, 3, 0]
    var lamport: UInt8 = 0, sequence: [UInt8] = [0, 0, 0, 0]
    func add(
      _ kind: EventKind, _ chain: UInt8, _ unit: UInt8, _ a: UInt8, _ b: UInt8 = 0, _ c: UInt8 = 0, _ d: UInt8 = 0
    ) {
      lamport += 1
      let number = UInt8(kinds.firstIndex(of: kind) ?? 0)
      out += [number, chain, sequence[Int(chain)], lamport, chain, unit, a, b, c, d, 1, 0]
      sequence[Int(chain)] += 1
    }
    add(.genesis, 0, 0, 0)
    add(.rootMade, 0, 0, 0)
    add(.profileMade, 0, 0, 0)
    for (n, kind) in [(UInt8(1), UInt8(5)), (2, 3), (3, 0)] {
      add(.unitSet, n - 1, n, n, kind, n - 1)
      add(.cardIssued, n - 1, n, n, 1, n)
      let card = UInt8((out.count - 4) / size - 1)
      add(.genesis, n, n, 0)
      add(.joined, n, n, card, 1)
      add(.joinAccepted, n - 1, n, card + 2)
      add(.profileMade, n, n, n)
    }
    add(.noteWritten, 2, 3, 3)
    add(.studentAdded, 3, 3, 0)
    return out
  }
}

extension FuzzTarget {
  /// Who is who, from any set of authority events: the same whatever their order and whether it is made at once or read on, and
  /// every event has a verdict.
  static let trust = FuzzTarget(
    "trust", share: 50, shape: .bytes, longest: 4 + 60 * TrustWorld.size,
    seeds: {
      let ladder = TrustWorld.ladder
      let more: [[UInt8]] = [
        // The authority's term ends, its successor joins, and goes on from an older chain.
        [8, 1, 7, 60, 1, 2, 2, 1, 2, 5, 1, 0], [5, 1, 8, 61, 1, 2, 2, 2, 2, 0, 1, 0],
        [0, 5, 0, 62, 2, 2, 3, 0, 1, 0, 1, 0],
        [6, 5, 1, 63, 2, 2, 24, 1, 0, 0, 1, 0], [10, 5, 2, 64, 2, 2, 20, 0, 0, 0, 1, 0],
        [2, 1, 9, 65, 1, 3, 3, 0, 1, 1, 1, 0],
        // The province sets up another authority and moves the school there, naming the old one's chain; that writes on.
        [2, 1, 10, 66, 1, 4, 4, 3, 1, 0, 1, 0], [2, 1, 11, 67, 1, 3, 3, 16, 4, 0, 40, 2],
        [16, 2, 9, 68, 2, 3, 3, 0, 0, 0, 1, 0], [16, 2, 30, 69, 2, 3, 3, 0, 0, 0, 1, 0],
        [5, 2, 31, 70, 2, 3, 3, 1, 3, 0, 1, 0], [10, 1, 12, 71, 1, 3, 30, 0, 0, 0, 1, 0],
      ]
      return [ladder, ladder + more[0], ladder + more.joined(), Array(ladder.prefix(4 + 12 * 9))]
    },
    make: {
      { input in
        let world = TrustWorld(input)
        let verify: SignatureCheck = { signature, _, _ in signature != [0] }
        let state = TrustState(
          world.events, anchors: world.anchors, forks: world.forks, isOnBranch: TrustWorld.isOnBranch, verify: verify)
        let other = TrustState(
          world.events.reversed() + world.events, anchors: world.anchors, forks: world.forks,
          isOnBranch: TrustWorld.isOnBranch, verify: verify)
        try BrokenPromise.unless(state.keepsVerdicts(of: state), "a state is as good as itself")
        let grown = world.readOn(verify, from: max(0, world.events.count - Int(input.last ?? 0) % 8))
        if let one = world.events.isEmpty ? nil : world.events.around(Int(input.last ?? 0)) {
          let other = try world.difference(state, on: one, verify)
          try BrokenPromise.unless(other == nil, "a part says what the whole says: \(other ?? "")")
        }
        var accepted = 0
        for event in world.events {
          let verdict = state.judge(event)
          let second = other.judge(event)
          try BrokenPromise.unless(verdict == second, "a verdict depends on the set of events alone")
          let third = grown?.judge(event)
          try BrokenPromise.unless(third == nil || verdict == third, "reading on comes to the same as reading anew")
          if verdict == .accepted { accepted += 1 }
        }
        return .taken(accepted)
      }
    })
}
