/// Who is who, made from the set of authority events: the tree, the offices of chains, accounts and people's keys.
///
/// Authority flows strictly downwards, so the levels are read from the top: when a level is read, everything that decides about
/// it has been read already. The result depends on the set alone.
package struct TrustState: Sendable {
  package internal(set) var units: [UnitCode: UnitHistory] = [:]
  package internal(set) var chains: [ChainID: Standing] = [:]
  /// The joins with the cards of each unit.
  var joinsByUnit: [UnitCode: [PendingJoin]] = [:]
  var keptBoxKeys: [UnitCode: [KeptBoxKey]] = [:]
  package internal(set) var cards: [EventID: Card] = [:]
  /// The newest term of each unit.
  package internal(set) var terms: [UnitCode: Int64] = [:]
  package internal(set) var department: UnitCode?
  var accounts: [UnitCode: Set<UserName>] = [:]
  var people: [UnitCode: [PersonKey]] = [:]
  /// Of every chain in office, with which one its machine began.
  var firstLives: [ChainID: ChainID] = [:]
  var adoptions: [EventID: Set<Taker>] = [:]
  /// Which unit each chain was settled for, and the chains of each.
  var owners: [ChainID: UnitCode] = [:]
  var chainsByUnit: [UnitCode: Set<ChainID>] = [:]
  /// Whether two units lay claim to one chain: then what a unit comes to depends on the others, and nothing can be read on its own.
  var isContested = false
  /// Whether a chain of this file stands in office on its own word, since nothing that is known here puts it there: it is asked last,
  /// when the tree is read, and what it says about others then comes too late.
  var isSelfAppointed = false
  var reading: TrustReading
  package let anchors: TrustAnchors
  let verify: SignatureCheck
  let isOnBranch: BranchCheck
  package let forks: [ChainID: Int64]

  /// `forks` names the chains in which one number was used twice, and the first such number; `isOnBranch` tells which way each event
  /// went in those.
  package init(
    _ events: [TrustEvent], anchors: TrustAnchors, forks: [ChainID: Int64] = [:],
    isOnBranch: @escaping BranchCheck = { _, _ in true }, verify: @escaping SignatureCheck
  ) {
    self.verify = verify
    self.isOnBranch = isOnBranch
    self.forks = forks
    self.anchors = anchors
    reading = TrustReading(events)
    read(reading, anchors)
  }

  package func unit(_ code: UnitCode) -> Unit? { units[code]?.latest }

  package func standing(_ chain: ChainID) -> Standing { chains[chain] ?? .outside(.waiting(.unknownSender)) }

  /// Every join that is known, unit by unit.
  package var joins: [PendingJoin] { joinsByUnit.sorted { $0.key < $1.key }.flatMap(\.value) }

  /// The chains that speak for a unit or ever asked to.
  package func chains(of unit: UnitCode) -> Set<ChainID> { chainsByUnit[unit] ?? [] }

  /// The chains that ever wrote for a unit, in order.
  package func chainsEver(of unit: UnitCode) -> [ChainID] {
    chains(of: unit).filter { chains[$0]?.office?.unit == unit }.sorted()
  }

  /// The chains that write for a unit now.
  package func machines(of unit: UnitCode) -> [ChainID] {
    chainsEver(of: unit).filter { chains[$0]?.office?.reach == .open }
  }

  package func role(of unit: UnitCode) -> Role? { self.unit(unit).map { Role($0.kind) } }

  package func users(of unit: UnitCode) -> Set<UserName> { accounts[unit] ?? [] }

  // MARK: The tree

  /// Where `unit` hangs seen from `observer`. A district sees the authorities that name it as their office.
  package func relation(from observer: UnitCode, to unit: UnitCode) -> Relation {
    if observer == unit { return .own }
    let isDistrict = self.unit(observer)?.kind == .district
    var at = unit, steps = 0
    while let here = self.unit(at), steps < 8 {
      steps += 1
      let above = isDistrict && here.kind == .authority ? here.office : here.parent
      guard let above else { return .foreign }
      if above == observer { return steps == 1 ? .child : .below }
      at = above
    }
    return .foreign
  }

  /// Whether `unit` is `top` or hangs somewhere below it.
  package func isInside(_ unit: UnitCode, _ top: UnitCode) -> Bool { relation(from: top, to: unit) != .foreign }

  /// Who made an entry count, and whose entries it is about.
  struct Taker: Hashable, Sendable {
    var office: UnitCode
    var term: Int64
    var unit: UnitCode
  }
}

extension TrustState {
  /// Whether everything that counted under an older state still counts under this one: then only what is new, and what did not
  /// count before, has to be judged.
  package func keepsVerdicts(of old: TrustState) -> Bool {
    guard forks == old.forks else { return false }
    for (chain, standing) in old.chains where standing.office != nil && chains[chain] != standing { return false }
    for (code, history) in old.units {
      guard units[code]?.hasSamePlaces(as: history) == true else { return false }
    }
    for (unit, users) in old.accounts where !users.isSubset(of: accounts[unit] ?? []) { return false }
    for (unit, known) in old.people {
      let now = people[unit] ?? []
      let isThere = known.allSatisfy { one in now.contains { $0.isSame(as: one) } }
      if !isThere { return false }
    }
    return true
  }
}

extension Unit {
  /// Whether whoever had a right to do something for this unit still has it.
  package func hasSamePlace(as other: Unit) -> Bool {
    parent == other.parent && kind == other.kind && office == other.office && hasNoComputer == other.hasNoComputer
  }
}
