/// Reads the set of authority events from the top down.
extension TrustState {
  mutating func read(_ reading: TrustReading, _ anchors: TrustAnchors) {
    readRoot(reading, anchors)
    settleLevels(among: reading.units.keys, reading, anchors)
    // A file whose root is not known yet (a set of its own, for learning) still knows its own unit.
    for chain in anchors.ownChains where chains[chain]?.office == nil {
      guard let unit = anchors.ownUnit else { continue }
      isSelfAppointed = true
      enter(chain, Office(unit: unit, term: terms[unit] ?? 0), [], reading)
    }
    for (id, events) in reading.adoptions {
      for event in events where standing(event.header.chain).office != nil {
        guard judge(event) == .accepted, let office = standing(event.header.chain).office else { continue }
        adoptions[id, default: []].insert(Taker(office: office.unit, term: office.term, unit: event.header.unit))
      }
    }
  }

  /// Who the units are and who holds their offices, level by level.
  mutating func settleLevels(among codes: some Sequence<UnitCode>, _ reading: TrustReading, _ anchors: TrustAnchors) {
    let codes = codes.sorted()
    for step in 1...3 {
      let members = settle(step, codes, reading)
      for unit in members { settleOffices(of: unit, reading, anchors) }
    }
  }

  mutating func readRoot(_ reading: TrustReading, _ anchors: TrustAnchors) {
    guard let root = anchors.root, let made = reading.byID[root], case .root(let content)? = made.content else {
      return
    }
    let unit = content.unit
    department = unit
    units[unit] = UnitHistory(Unit(code: unit, kind: .department, name: content.name))
    accounts[unit] = [UserName(unit.text)]
    // The spare key puts a new machine in office and says what of the old ones still counts.
    let returns = (reading.joins[root] ?? []).filter { event in
      guard case .join(let join)? = event.content else { return false }
      return verify(join.signature, event.header.chain.hash.bytes, content.spareKey)
    }.sorted(by: Self.isEarlierReturn)
    let terms = [made] + returns
    self.terms[unit] = Int64(terms.count - 1)
    for (i, event) in terms.enumerated() {
      let cuts = terms.dropFirst(i + 1).compactMap { later -> [ChainHead]? in
        if case .join(let join)? = later.content { join.heads } else { nil }
      }
      // A life that came back with the spare code has the office of that, and so have those after it. Its persons are those of the
      // machine, which may have joined beside the first.
      firstLives[event.header.chain] = firstLife(of: event.header.chain)
      enter(
        event.header.chain, Office(unit: unit, term: Int64(i)), cuts, leaving: Set(returns.map(\.header.chain)), reading
      )
    }
    // What joined beside a machine that was replaced goes with it.
    let ends = terms.enumerated().compactMap { i, later -> TermEnd? in
      guard case .join(let join)? = later.content else { return nil }
      return TermEnd(unit: unit, term: Int64(i - 1), heads: join.heads, reason: "")
    }
    readOwnCards(of: unit, reading, ends)
    for event in reading.units[unit] ?? [] where standing(event.header.chain).office?.unit == unit {
      guard case .unit(let set, _)? = event.content else { continue }
      units[unit]?.add(UnitSetting(event: event, unit: set, office: unit, ends: []), by: 0)
    }
  }

  /// Of two returns on one copy from the safe neither knows the other: their counters tell nothing, and the clock says which was first.
  private static func isEarlierReturn(_ a: TrustEvent, _ b: TrustEvent) -> Bool {
    a.header.time == b.header.time ? TrustReading.isBefore(a, b) : a.header.time < b.header.time
  }

  /// The units of a level, from everything that the levels above say about them. A code that means somebody further up stays that
  /// one's: nobody below makes an institution of an authority, of the province or of the department.
  mutating func settle(_ level: Int, _ codes: [UnitCode], _ reading: TrustReading) -> [UnitCode] {
    var members: [UnitCode] = []
    for code in codes {
      guard let events = reading.units[code] else { continue }
      if let known = units[code], known.latest.kind.step < level, !Planted.codeTaken.isOn { continue }
      let settings = UnitSettings(UnitOrder.sorted(events).compactMap { setting($0, on: level) })
      if settle(code, on: level, settings) { members.append(code) }
    }
    return members
  }

  /// What the settings of one unit come to without those that lie behind an end that a later move names for their writers. From the
  /// top: what a province wrote behind its end may not decide how far its authorities count.
  private mutating func settle(_ code: UnitCode, on level: Int, _ all: UnitSettings) -> Bool {
    var settings = all, behind: [UnitSetting] = []
    guard var history = settings.history(in: self) else { return false }
    units[code] = history
    for writers in 1..<level {
      while true {
        let late = settings.settings.filter { one in
          step(of: one.office) == writers && history.accepts(one.event.id)
            && !isInside(code, one.office, for: one.event)
        }
        let dropped = Set(late.map(\.event.id))
        settings.settings.removeAll { dropped.contains($0.event.id) }
        guard !late.isEmpty, let rest = settings.history(in: self) else { break }
        behind += late
        history = rest
        units[code] = history
      }
    }
    for setting in behind { history.add(behindEnd: setting) }
    units[code] = history
    return true
  }

  /// What an event sets, if whoever wrote it may set a unit of that step there, whatever the unit was before.
  private func setting(_ event: TrustEvent, on step: Int) -> UnitSetting? {
    guard case .unit(let unit, let ends)? = event.content, unit.kind.step == step, let parent = unit.parent,
      UnitRules.isCode(unit.code, unit.kind),
      let office = standing(event.header.chain).office, !isCut(event, office),
      wrongWriter(event, office) == nil, maySetUnits(under: parent, office.unit),
      isInside(parent, office.unit, for: event),
      unit.kind.mayHang(under: self.unit(parent)?.kind)
    else { return nil }
    return UnitSetting(event: event, unit: unit, office: office.unit, ends: ends)
  }

  /// Whether an office of that kind sets units there at all: a district sees its authorities, and has no word about who they are.
  private func maySetUnits(under parent: UnitCode, _ office: UnitCode) -> Bool {
    guard let role = role(of: office) else { return false }
    let relation: Relation = parent == office ? .child : .below
    return Rights.right(of: role, to: .unitSet, on: relation) == .allowed || Planted.everyRight.isOn
  }

  mutating func settleOffices(of unit: UnitCode, _ reading: TrustReading, _ anchors: TrustAnchors) {
    accounts[unit] = []
    for event in reading.accounts[unit] ?? [] where isParentAct(event, on: unit) { addAccount(event) }
    let counted = countTerms(of: unit, reading), ends = counted.ends
    for event in counted.cards {
      guard case .card(let card)? = event.content else { continue }
      cards[event.id] = card
      if UserRules.mayHold(card.user, unit) { accounts[unit, default: []].insert(card.user) }
    }
    for card in counted.cards {
      let accepted = acceptances(on: card.id, of: unit, reading) { isParentAct($0, on: unit) }
      settleJoins(on: card, accepted, ends, reading, anchors)
    }
    settleLateCards(of: unit, counted, reading, anchors)
    readOwnCards(of: unit, reading, ends, anchors)
  }

  /// Cards that an office gave out for a unit after the unit had been moved away from it, or behind the end of its term, which may have
  /// come because its disk was broken: a machine that joined with one is real, and its children are. It takes its office when the office
  /// above it now accepts it.
  private mutating func settleLateCards(
    of unit: UnitCode, _ counted: Terms, _ reading: TrustReading, _ anchors: TrustAnchors
  ) {
    for event in reading.cards[unit] ?? [] where cards[event.id] == nil {
      guard case .card(let card)? = event.content, counted.takes(card.term), isLate(event),
        standing(event.header.chain).office?.unit != unit
      else { continue }
      cards[event.id] = card
      let accepted = acceptances(on: event.id, of: unit, reading) {
        isParentAct($0, on: unit) && (isLater($0, than: event, of: unit) || Planted.acceptedBefore.isOn)
      }
      if !accepted.isEmpty {
        terms[unit] = max(terms[unit] ?? 0, card.term)
        if UserRules.mayHold(card.user, unit) { accounts[unit, default: []].insert(card.user) }
      }
      settleJoins(on: event, accepted, counted.ends, isLate: true, reading, anchors)
    }
  }

  /// Whether this was said by who had the unit, or that office, after the other: a machine is not accepted in advance.
  private func isLater(_ event: TrustEvent, than other: TrustEvent, of unit: UnitCode) -> Bool {
    guard let office = standing(event.header.chain).office, let before = standing(other.header.chain).office else {
      return false
    }
    if office.unit == before.unit { return office.term > before.term }
    return (stay(of: unit, under: office.unit, at: event) ?? -1) > (stay(of: unit, under: before.unit, at: other) ?? -1)
  }

  private func isLate(_ event: TrustEvent) -> Bool { [.held(.afterMove), .held(.afterTerm)].contains(judge(event)) }

  /// Whether a unit above wrote this in its office, and for a unit that was its own then.
  func isParentAct(_ event: TrustEvent, on unit: UnitCode) -> Bool {
    guard let office = standing(event.header.chain).office, office.unit != unit, event.header.unit == unit else {
      return false
    }
    return judge(event) == .accepted
  }

  /// Whether this file's unit stands above the one that joined: then it has to look at the join first. Those below an office work
  /// with it from the first day, or nothing could be handed down without a round trip.
  func isAbove(_ unit: UnitCode, _ own: UnitCode?) -> Bool {
    own.map { $0 != unit && isInside(unit, $0) } ?? false
  }

  mutating func settleJoins(
    on cardEvent: TrustEvent, _ accepted: [JoinAcceptance], _ ends: [TermEnd], isLate: Bool = false,
    _ reading: TrustReading, _ anchors: TrustAnchors
  ) {
    guard case .card(let card)? = cardEvent.content else { return }
    let all = (reading.joins[cardEvent.id] ?? []).filter { mayJoin($0, for: card.unit, reading) }
    let real = all.filter { event in
      guard case .join(let join)? = event.content else { return false }
      return join.holds(for: event.header.chain, with: card, verify)
    }
    for event in all where !real.contains(where: { $0.id == event.id }) {
      if chains[event.header.chain]?.office == nil {
        stand(event.header.chain, .outside(.refused(.badEnrolment)), for: card.unit)
      }
    }
    let distinct = Set(real.map(\.header.chain))
    let winner = JoinAcceptance.winner(among: real, accepted)
    // A machine that a unit lets in itself stays no longer than the one that let it in.
    let issuer = standing(cardEvent.header.chain).office
    let term =
      issuer?.unit == card.unit && !Planted.ownCardOutlasts.isOn ? min(card.term, issuer?.term ?? card.term) : card.term
    for event in real {
      let chain = event.header.chain
      let isOwn = anchors.ownChains.contains(chain)
      let office = Office(unit: card.unit, term: term)
      let cuts = ends.filter { $0.term >= term }.map(\.heads)
      let isAccepted = winner?.header.chain == chain
      let isRefused = winner != nil && !isAccepted && !Planted.usedCardCounts.isOn
      joinsByUnit[card.unit, default: []].append(
        PendingJoin(
          join: event.id, chain: chain, card: cardEvent.id, unit: card.unit, isAccepted: isAccepted,
          isRefused: isRefused, isLate: isLate))
      // A card that the unit itself gave to a further machine has its officer's signature: nobody above has to look at it.
      let isLookedAt = card.purpose != .device || issuer?.unit != card.unit
      let mustWait = isLate || isLookedAt && isAbove(card.unit, anchors.ownUnit)
      if isAccepted || isOwn || (distinct.count == 1 && !mustWait) || Planted.twoOnOneCard.isOn {
        enter(chain, office, cuts, reading)
      } else if isRefused {
        stand(chain, .outside(.refused(.usedCard)), for: card.unit)
      } else {
        stand(chain, .outside(distinct.count > 1 ? .held(.twoJoins) : .waiting(.joinNotAccepted)), for: card.unit)
      }
    }
  }

  /// A chain joins once, and for the unit that its beginning names. If it could do so again, whoever was dismissed could take the place
  /// away on which everything stands that he rightly did.
  private func mayJoin(_ event: TrustEvent, for unit: UnitCode, _ reading: TrustReading) -> Bool {
    if Planted.joinsAgain.isOn { return true }
    let chain = event.header.chain
    guard reading.genesis[chain]?.mayJoin(unit) == true else { return false }
    // Where a chain was forked before it joined, the first of its offices stays.
    if let first = reading.firstJoins[chain]?.header.sequence, first < event.header.sequence,
      forks[chain] ?? .max > first
    {
      return false
    }
    return chains[chain]?.office == nil
  }

  /// A chain takes its office: its continuations, accounts and people come with it. A later life of the same file has the same
  /// office, and stands under the same cuts. There can be more lives than a call stack has room for.
  mutating func enter(
    _ first: ChainID, _ post: Office, _ cuts: [[ChainHead]], leaving others: Set<ChainID> = [],
    _ reading: TrustReading
  ) {
    // The department comes back on an old copy of its file too: that is a later life of a machine that is known.
    let machine = firstLives[first] ?? first
    take(first, in: machine, post, cuts, reading)
    var waiting = lives(after: first, reading)
    while let next = waiting.popLast() {
      guard chains[next]?.office == nil else { continue }
      if others.contains(next) {
        firstLives[next] = machine
        continue
      }
      take(next, in: machine, post, cuts, reading)
      waiting += lives(after: next, reading)
    }
  }

  /// The chains that go on from this one, that its key vouches for and that have no office yet, the first of them last.
  func lives(after chain: ChainID, _ reading: TrustReading) -> [ChainID] {
    nextLives(of: chain, reading).filter { chains[$0]?.office == nil }
  }

  /// The chains that go on from this one and that its key vouches for, the first of them last.
  func nextLives(of chain: ChainID, _ reading: TrustReading) -> [ChainID] {
    guard let genesis = reading.genesis[chain] else { return [] }
    return (reading.continuations[chain] ?? []).reversed()
      .filter { verify($0.signature, $0.vow, genesis.signingKey) }.map(\.chain)
  }

  func isClaimed(_ chain: ChainID, byOtherThan unit: UnitCode) -> Bool { owners[chain].map { $0 != unit } ?? false }

  mutating func stand(_ chain: ChainID, _ standing: Standing, for unit: UnitCode) {
    if isClaimed(chain, byOtherThan: unit) { isContested = true }
    chains[chain] = standing
    owners[chain] = unit
    chainsByUnit[unit, default: []].insert(chain)
  }

  /// One chain takes its office, in the machine that began with another.
  private mutating func take(
    _ chain: ChainID, in machine: ChainID, _ post: Office, _ cuts: [[ChainHead]], _ reading: TrustReading
  ) {
    firstLives[chain] = machine
    var office = post
    for heads in cuts { office.shorten(to: heads.filter { $0.chain == chain }, isForked: forks[chain] != nil) }
    stand(chain, .inOffice(office), for: office.unit)
    for event in reading.accountsByChain[chain] ?? [] {
      guard !isCut(event, office), event.header.unit == office.unit else { continue }
      addAccount(event)
    }
    for event in reading.people[chain] ?? [] where !isCut(event, office) {
      switch event.content {
      case .profile(let profile)?:
        guard profile.user == event.header.author, event.header.unit == office.unit else { continue }
        let key = PersonKey(
          user: profile.user, key: profile.key, machine: machine, made: (chain, event.header.sequence),
          lamport: event.header.lamport)
        keep(key, of: office.unit)
      case .handover(let handover)?:
        people[office.unit] = people[office.unit]?.map { $0.ended(handover.user, chain, event.header.sequence) }
      case .boxKey(let key)?: keep(key, office)
      default: break
      }
    }
  }

  /// Cards for further machines of the own unit.
  mutating func readOwnCards(
    of unit: UnitCode, _ reading: TrustReading, _ ends: [TermEnd] = [],
    _ anchors: TrustAnchors = TrustAnchors(root: nil, ownUnit: nil, ownChains: [])
  ) {
    var pending = (reading.cards[unit] ?? []).filter { cards[$0.id] == nil }
    var grew = true
    while grew {
      grew = false
      for event in pending where cards[event.id] == nil {
        guard standing(event.header.chain).office?.unit == unit, case .card(let card)? = event.content,
          judge(event) == .accepted
        else { continue }
        cards[event.id] = card
        grew = true
        let accepted = acceptances(on: event.id, of: unit, reading) { accept in
          let issuer = standing(accept.header.chain).office?.unit
          return issuer == unit ? judge(accept) == .accepted : isParentAct(accept, on: unit)
        }
        settleJoins(on: event, accepted, ends, reading, anchors)
      }
      pending = pending.filter { cards[$0.id] == nil }
    }
  }

  mutating func addAccount(_ event: TrustEvent) {
    guard case .account(let account)? = event.content, account.unit == event.header.unit,
      UserRules.mayHold(account.user, account.unit)
    else { return }
    accounts[account.unit, default: []].insert(account.user)
  }
}

extension UnitKind {
  /// How far below the department a unit of this kind hangs. What a step comes to is read when the one above it is known.
  var step: Int {
    switch self {
    case .department: 0
    case .province: 1
    case .district, .authority: 2
    case .school, .college, .centre: 3
    }
  }
}
