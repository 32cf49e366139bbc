/// Taking in what came later without reading everything again. A department that reads the files of twenty thousand institutions
/// meets new authority events in every one of them; what they say is about one unit and those below it, and nobody else depends
/// on that.
extension TrustState {
  /// What new events came to.
  package struct Growth: Sendable {
    /// Whether everything that counted before still counts.
    package var keepsVerdicts: Bool
    /// Machines that wait to be looked at since.
    package var joins: [PendingJoin]

    package init(keepsVerdicts: Bool, joins: [PendingJoin]) {
      self.keepsVerdicts = keepsVerdicts
      self.joins = joins
    }
  }

  /// The units whose part of the state these events can change, and nothing but theirs: those they speak of, and all below them.
  /// Nil when more hangs on them, and the state has to be made anew from the whole set.
  package mutating func units(touchedBy events: [TrustEvent]) -> Set<UnitCode>? {
    guard !isContested, !isSelfAppointed else { return nil }
    var touched: Set<UnitCode> = []
    let more = Dictionary(events.map { ($0.id, $0) }) { first, _ in first }
    var continued: Set<ChainID> = [], joined: Set<ChainID> = []
    for event in events {
      // Which way leads to a head that was not asked about before is not known here.
      if event.namedEnds.contains(where: { forks[$0.chain] != nil }) { return nil }
      if case .genesis(let genesis)? = event.content, let old = genesis.continues {
        // Several lives that go on from one have an order, which is not kept.
        guard reading.continuations[old.chain] == nil, continued.insert(old.chain).inserted else { return nil }
      }
      // It says for whom its chain may join.
      if case .genesis? = event.content, reading.firstJoins[event.header.chain] != nil { return nil }
      if case .join? = event.content {
        // Of several joins of one chain the first counts, whoever it was that read on from the others.
        let chain = event.header.chain
        guard reading.firstJoins[chain] == nil, joined.insert(chain).inserted else { return nil }
      }
      guard let named = touches(event, more) else { return nil }
      touched.formUnion(named)
    }
    // Who hangs where is asked of the old and the new together. What is only filed has no part in the state yet.
    for event in events { reading.insert(event) }
    touched = reading.everything(under: touched)
    // A code on two steps means one thing while the tree is read from the top, and another afterwards.
    return !reading.hasTwoSteps && standAlone(touched) ? touched : nil
  }

  /// Reads on, with the units from `units(touchedBy:)`. Nil when one machine turns out to be claimed by two units, or one of this file's
  /// own is put out of office: then the state is of no use any more. Else the result is the same as if it had been made anew.
  package mutating func grow(touching touched: Set<UnitCode>) -> Growth? {
    var growth = Growth(keepsVerdicts: true, joins: [])
    var slices: [(unit: UnitCode, slice: Slice)] = []
    for unit in touched.sorted() {
      slices.append((unit, Slice(self, unit)))
      clear(unit)
    }
    settleLevels(among: touched, reading, anchors)
    if isContested { return nil }
    // A chain of this file that is put out of office stands on its own word from then on, and that is asked last of all.
    if anchors.ownUnit != nil, anchors.ownChains.contains(where: { chains[$0]?.office == nil }) { return nil }
    for (unit, before) in slices {
      if !before.isKept(by: Slice(self, unit)) { growth.keepsVerdicts = false }
      let known = Set(before.joins.map(\.join))
      growth.joins += (joinsByUnit[unit] ?? []).filter { !known.contains($0.join) && isOpen($0) }
    }
    return growth
  }

  package func isOpen(_ join: PendingJoin) -> Bool {
    !join.isAccepted && !join.isRefused && standing(join.chain).office == nil
  }

  /// The units whose part of the state an event can change; nil when it can't be told. What is written about another unit changes
  /// that one and not the writer's own: else every act of the department would make all of it anew.
  private func touches(_ event: TrustEvent, _ more: [EventID: TrustEvent]) -> [UnitCode]? {
    let writer = owners[event.header.chain].map { [$0] } ?? []
    switch event.content {
    case .root?, .adoption?: return nil
    case .unit(let unit, _)?: return [unit.code]
    case .genesis(let genesis)?: return writer + (genesis.continues.flatMap { owners[$0.chain] }.map { [$0] } ?? [])
    case .account(let account)?: return [account.unit]
    case .card(let card)?: return [card.unit]
    case .join(let join)?: return writer + (cardUnit(join.card, more).map { [$0] } ?? [])
    case .acceptedJoin(let acceptance)?:
      guard case .join(let join)? = (reading.byID[acceptance.join] ?? more[acceptance.join])?.content else { return [] }
      return cardUnit(join.card, more).map { [$0] } ?? []
    case .termEnd(let end)?: return [end.unit]
    case .profile?, .handover?: return writer
    case .boxKey(let key)?: return [key.unit]
    default: return []
    }
  }

  private func cardUnit(_ id: EventID, _ more: [EventID: TrustEvent]) -> UnitCode? {
    // The spare code of the department is its root: everything follows from that.
    if case .card(let card)? = (reading.byID[id] ?? more[id])?.content { return card.unit }
    return id == anchors.root ? department : nil
  }

  /// Whether what these units come to follows from the units above them and from their own events.
  private func standAlone(_ touched: Set<UnitCode>) -> Bool {
    // The own unit is known before the tree is.
    if let own = anchors.ownUnit, touched.contains(own) { return false }
    if let department, touched.contains(department) { return false }
    return !reading.adoptions.values.contains { $0.contains { touched.contains($0.header.unit) } }
  }

  private mutating func clear(_ unit: UnitCode) {
    units[unit] = nil
    for chain in chainsByUnit[unit] ?? [] {
      chains[chain] = nil
      owners[chain] = nil
      firstLives[chain] = nil
    }
    chainsByUnit[unit] = nil
    for event in reading.cards[unit] ?? [] { cards[event.id] = nil }
    joinsByUnit[unit] = nil
    terms[unit] = nil
    accounts[unit] = nil
    people[unit] = nil
    keptBoxKeys[unit] = nil
  }

  /// One unit's part of the state, to compare.
  private struct Slice {
    var history: UnitHistory?
    var chains: [ChainID: Standing]
    var users: Set<UserName>
    var people: [PersonKey]
    var joins: [PendingJoin]

    init(_ state: TrustState, _ unit: UnitCode) {
      history = state.units[unit]
      chains = [:]
      for chain in state.chainsByUnit[unit] ?? [] { chains[chain] = state.chains[chain] }
      users = state.accounts[unit] ?? []
      people = state.people[unit] ?? []
      joins = state.joinsByUnit[unit] ?? []
    }

    func isKept(by now: Slice) -> Bool {
      if let history, now.history?.hasSamePlaces(as: history) != true { return false }
      for (chain, standing) in chains where standing.office != nil && now.chains[chain] != standing { return false }
      guard users.isSubset(of: now.users) else { return false }
      return people.allSatisfy { one in now.people.contains { $0.isSame(as: one) } }
    }
  }
}
