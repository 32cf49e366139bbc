/// Who is who, made from the set of authority events: the tree, the offices of chains, accounts and people's keys.
///
/// Authority flows strictly downwards, so the levels are read from the top: when a level is read, everything that decides about
/// it has been read already. The result depends on the set alone.
package struct TrustState: Sendable {
  package private(set) var units: [UnitCode: UnitHistory] = [:]
  package private(set) var chains: [ChainID: Standing] = [:]
  package private(set) var joins: [PendingJoin] = []
  package private(set) var boxKeys: [UnitCode: BoxKey] = [:]
  package private(set) var cards: [EventID: Card] = [:]
  /// The newest term of each unit.
  package private(set) var terms: [UnitCode: Int64] = [:]
  package private(set) var department: UnitCode?
  private(set) var accounts: [UnitCode: Set<UserName>] = [:]
  private var people: [UnitCode: [PersonKey]] = [:]
  private var adoptions: [EventID: Set<UnitCode>] = [:]
  private let verify: SignatureCheck
  private let forks: [ChainID: Int64]

  /// `forks` names the chains in which one number was used twice, and the first such number.
  package init(
    _ events: [TrustEvent], anchors: TrustAnchors, forks: [ChainID: Int64] = [:], verify: @escaping SignatureCheck
  ) {
    self.verify = verify
    self.forks = forks
    var reading = TrustReading(events)
    read(&reading, anchors)
  }

  package func unit(_ code: UnitCode) -> Unit? { units[code]?.latest }

  package func standing(_ chain: ChainID) -> Standing { chains[chain] ?? .outside(.waiting(.unknownSender)) }

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

  // MARK: Judging

  /// What to make of an event whose place in its chain is known. `isConnected` is false while an earlier event of its chain is
  /// missing; `isOnBranch` says whether it leads to a named head, and is asked only in forked chains.
  package func judge(
    _ event: TrustEvent, isConnected: Bool = true, isOnBranch: (EventID) -> Bool = { _ in true }
  ) -> Verdict {
    let header = event.header
    guard let kind = header.kind else { return .waiting(.newerKind) }
    if !isConnected, !Planted.gapIgnored.isOn { return .waiting(.gap) }
    let office: Office
    switch standing(header.chain) {
    case .outside(let verdict): return verdict
    case .inOffice(let known): office = known
    }
    guard event.content != nil else { return .refused(.malformed) }
    // A chain begins before it is known whose it will be.
    if kind == .genesis { return header.sequence == 0 ? .accepted : .refused(.malformed) }
    if let wrong = wrongWriter(event, office) { return .refused(wrong) }
    if let wrong = wrongRight(event, kind, office) { return .refused(wrong) }
    if kind.isOfficialAct, let verdict = personFault(event, office) { return verdict }
    if isCut(event, office, isOnBranch) {
      let isAdopted = adoptions[event.id]?.contains(office.unit) ?? false
      // A confirmation is never adopted: it is made anew.
      if !isAdopted || ((kind.isOfficialAct || kind.isAuthority) && !Planted.confirmationsAdopted.isOn) {
        return .held(.afterTerm)
      }
    } else if office.cut == nil, kind.isOfficialAct, !Planted.forkAllowed.isOn, let first = forks[header.chain],
      header.sequence >= first
    {
      return .held(.forkedChain)
    }
    return .accepted
  }

  private func isCut(_ event: TrustEvent, _ office: Office, _ isOnBranch: (EventID) -> Bool) -> Bool {
    if Planted.noCut.isOn { return false }
    if event.header.sequence > office.limit { return true }
    guard let cut = office.cut, let first = forks[event.header.chain], event.header.sequence >= first else {
      return false
    }
    return event.id != cut && !isOnBranch(cut)
  }

  private func wrongWriter(_ event: TrustEvent, _ office: Office) -> Verdict.Reason? {
    let author = event.header.author
    // Events that the program itself writes (a chain begins, a file is read in) have no author.
    let isSystem: Set<EventKind?> = [.genesis, .joined, .bundleRead, .rootMade, .boxKeySet]
    let mayBeNobody = author.text.isEmpty && isSystem.contains(event.header.kind)
    if !mayBeNobody, !Planted.otherAuthor.isOn, !users(of: office.unit).contains(author) { return .otherAuthor }
    if let named = event.namedUser, named != author { return .otherAuthor }
    if let named = event.namedUnit, named != event.header.unit, !Planted.otherUnit.isOn { return .otherUnit }
    return nil
  }

  private func wrongRight(_ event: TrustEvent, _ kind: EventKind, _ office: Office) -> Verdict.Reason? {
    guard let role = role(of: office.unit) else { return .notAllowed }
    if Planted.everyRight.isOn { return nil }
    let target = event.header.unit
    switch Rights.right(of: role, to: kind, on: relation(from: office.unit, to: target)) {
    case .allowed: return kind == .unitSet && !isRightful(event, office) ? .notAllowed : nil
    case .onBehalf: return unit(target)?.hasNoComputer == true ? nil : .notAllowed
    case .refused:
      // A unit that was moved away since: what its parent of then wrote about it still stands.
      if let was = units[target]?.parent(at: event.header.lamport), was == office.unit,
        Rights.right(of: role, to: kind, on: .child) == .allowed
      {
        return nil
      }
      return .notAllowed
    }
  }

  private func isRightful(_ event: TrustEvent, _ office: Office) -> Bool {
    guard case .unit(let unit)? = event.content else { return false }
    return units[unit.code]?.accepted.contains(event.id) ?? (unit.code == office.unit)
  }

  /// Official acts carry the signature of a person who held the account then.
  private func personFault(_ event: TrustEvent, _ office: Office) -> Verdict? {
    let keys = (people[office.unit] ?? []).filter {
      $0.user == event.header.author
        && !($0.ended?.chain == event.header.chain && ($0.ended?.sequence ?? .max) < event.header.sequence)
    }
    if keys.isEmpty { return .waiting(.noPerson) }
    if Planted.anySignature.isOn { return nil }
    return keys.contains { verify(event.signature, event.id.hash.bytes, $0.key) } ? nil : .refused(.badSignature)
  }

  // MARK: Reading the set

  private mutating func read(_ reading: inout TrustReading, _ anchors: TrustAnchors) {
    readRoot(reading, anchors)
    for level in [[UnitKind.province], [.district, .authority], [.school, .college, .centre]] {
      let members = settle(level, reading)
      for unit in members { settleOffices(of: unit, reading, anchors) }
    }
    // A file whose root is not known yet (a set of its own, for learning) still knows its own unit.
    for chain in anchors.ownChains where chains[chain]?.office == nil {
      guard let unit = anchors.ownUnit else { continue }
      enter(chain, Office(unit: unit, term: terms[unit] ?? 0), [], reading)
    }
    for (id, events) in reading.adoptions {
      for event in events where standing(event.header.chain).office != nil {
        if judge(event) == .accepted { adoptions[id, default: []].insert(event.header.unit) }
      }
    }
  }

  private mutating func readRoot(_ reading: TrustReading, _ anchors: TrustAnchors) {
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
    }
    let terms = [made] + returns
    self.terms[unit] = Int64(terms.count - 1)
    for (i, event) in terms.enumerated() {
      let cuts = terms.dropFirst(i + 1).compactMap { later -> [ChainHead]? in
        if case .join(let join)? = later.content { join.heads } else { nil }
      }
      enter(event.header.chain, Office(unit: unit, term: Int64(i)), cuts, reading)
    }
    readOwnCards(of: unit, reading)
    let settings = reading.units[unit] ?? []
    for event in settings where standing(event.header.chain).office?.unit == unit { units[unit]?.add(event) }
  }

  /// The units of a level, from everything that the levels above say about them.
  private mutating func settle(_ kinds: [UnitKind], _ reading: TrustReading) -> [UnitCode] {
    var members: [UnitCode] = []
    for (code, settings) in reading.units.sorted(by: { $0.key < $1.key }) {
      var history: UnitHistory?
      for event in settings {
        guard case .unit(let unit)? = event.content, kinds.contains(unit.kind), let parent = unit.parent,
          let office = standing(event.header.chain).office, event.header.sequence <= office.limit,
          wrongWriter(event, office) == nil,
          isInside(parent, office.unit), unit.kind.mayHang(under: self.unit(parent)?.kind),
          history?.latest.parent.map({ isInside($0, office.unit) }) ?? true,
          history?.latest.kind.level == nil || history?.latest.kind.level == unit.kind.level
        else { continue }
        if history == nil { history = UnitHistory() }
        history?.add(event)
      }
      if let history {
        units[code] = history
        members.append(code)
      }
    }
    return members
  }

  private mutating func settleOffices(of unit: UnitCode, _ reading: TrustReading, _ anchors: TrustAnchors) {
    accounts[unit] = []
    for event in reading.accounts[unit] ?? [] where isParentAct(event, on: unit) { addAccount(event) }
    var issued: [TrustEvent] = []
    for event in reading.cards[unit] ?? [] where isParentAct(event, on: unit) {
      guard case .card(let card)? = event.content else { continue }
      issued.append(event)
      cards[event.id] = card
      terms[unit] = max(terms[unit] ?? 0, card.term)
      if UserRules.mayHold(card.user, unit) { accounts[unit, default: []].insert(card.user) }
    }
    let ends = (reading.ends[unit] ?? []).filter { isParentAct($0, on: unit) }.compactMap { event -> TermEnd? in
      if case .termEnd(let end)? = event.content { end } else { nil }
    }
    for card in issued {
      let accepted = acceptedJoins(card.id, reading) { isParentAct($0, on: unit) }
      settleJoins(on: card, accepted, ends, reading, anchors)
    }
    readOwnCards(of: unit, reading, ends, anchors)
  }

  /// Whether a unit above wrote this in its office, and for a unit that was its own then.
  private func isParentAct(_ event: TrustEvent, on unit: UnitCode) -> Bool {
    guard let office = standing(event.header.chain).office, office.unit != unit,
      event.header.sequence <= office.limit,
      units[unit]?.parent(at: event.header.lamport) == office.unit, event.header.unit == unit
    else { return false }
    return judge(event) == .accepted
  }

  /// Whether this file's unit stands above the one that joined: then it has to look at the join first. Those below an office work
  /// with it from the first day, or nothing could be handed down without a round trip.
  private func isAbove(_ unit: UnitCode, _ own: UnitCode?) -> Bool {
    own.map { $0 != unit && isInside(unit, $0) } ?? false
  }

  private func acceptedJoins(
    _ card: EventID, _ reading: TrustReading, by accepts: (TrustEvent) -> Bool
  ) -> Set<EventID> {
    let joins = reading.joins[card] ?? []
    return Set(joins.map(\.id).filter { join in (reading.acceptances[join] ?? []).contains(where: accepts) })
  }

  private mutating func settleJoins(
    on cardEvent: TrustEvent, _ accepted: Set<EventID>, _ ends: [TermEnd], _ reading: TrustReading,
    _ anchors: TrustAnchors
  ) {
    guard case .card(let card)? = cardEvent.content else { return }
    let all = reading.joins[cardEvent.id] ?? []
    let real = all.filter { event in
      guard case .join(let join)? = event.content else { return false }
      return verify(join.signature, event.header.chain.hash.bytes, card.enrolmentKey) || Planted.anyEnrolment.isOn
    }
    for event in all where !real.contains(where: { $0.id == event.id }) {
      if chains[event.header.chain]?.office == nil { chains[event.header.chain] = .outside(.refused(.badEnrolment)) }
    }
    let distinct = Set(real.map(\.header.chain))
    let winner = real.first { accepted.contains($0.id) }
    for event in real {
      let chain = event.header.chain
      let isOwn = anchors.ownChains.contains(chain)
      let office = Office(unit: card.unit, term: card.term)
      let cuts = ends.filter { $0.term >= card.term }.map(\.heads)
      let isAccepted = winner?.header.chain == chain
      let isRefused = winner != nil && !isAccepted && !Planted.usedCardCounts.isOn
      joins.append(
        PendingJoin(
          join: event.id, chain: chain, card: cardEvent.id, unit: card.unit, isAccepted: isAccepted,
          isRefused: isRefused))
      // A card that the unit itself gave to a further machine has its officer's signature: nobody above has to look at it.
      let isLookedAt = card.purpose != .device || standing(cardEvent.header.chain).office?.unit != card.unit
      let mustWait = isLookedAt && isAbove(card.unit, anchors.ownUnit)
      if isAccepted || isOwn || (distinct.count == 1 && !mustWait) || Planted.twoOnOneCard.isOn {
        enter(chain, office, cuts, reading)
      } else if isRefused {
        chains[chain] = .outside(.refused(.usedCard))
      } else {
        chains[chain] = .outside(distinct.count > 1 ? .held(.twoJoins) : .waiting(.joinNotAccepted))
      }
    }
  }

  /// A chain takes its office: its continuations, accounts and people come with it. A later life of the same file has the same
  /// office, and stands under the same cuts. There can be more lives than a call stack has room for.
  private mutating func enter(
    _ first: ChainID, _ post: Office, _ cuts: [[ChainHead]], _ reading: TrustReading
  ) {
    take(first, post, cuts, reading)
    var waiting = lives(after: first, reading)
    while let next = waiting.popLast() {
      guard chains[next]?.office == nil else { continue }
      take(next, post, cuts, reading)
      waiting += lives(after: next, reading)
    }
  }

  /// The chains that go on from this one and that its key vouches for, the first of them last.
  private func lives(after chain: ChainID, _ reading: TrustReading) -> [ChainID] {
    guard let genesis = reading.genesis[chain] else { return [] }
    return (reading.continuations[chain] ?? []).reversed().filter { next in
      chains[next.chain]?.office == nil && verify(next.signature, next.vow, genesis.signingKey)
    }.map(\.chain)
  }

  /// One chain takes its office.
  private mutating func take(_ chain: ChainID, _ post: Office, _ cuts: [[ChainHead]], _ reading: TrustReading) {
    var office = post
    for heads in cuts { office.shorten(to: heads.first { $0.chain == chain }) }
    chains[chain] = .inOffice(office)
    for event in reading.accountsByChain[chain] ?? [] {
      guard event.header.sequence <= office.limit, event.header.unit == office.unit else { continue }
      addAccount(event)
    }
    for event in reading.people[chain] ?? [] where event.header.sequence <= office.limit {
      switch event.content {
      case .profile(let profile)?:
        guard profile.user == event.header.author, event.header.unit == office.unit else { continue }
        people[office.unit, default: []].append(PersonKey(user: profile.user, key: profile.key))
      case .handover(let handover)?:
        people[office.unit] = people[office.unit]?.map { $0.ended(handover.user, chain, event.header.sequence) }
      case .boxKey(let key)?:
        if key.unit == office.unit { boxKeys[key.unit] = key }
      default: break
      }
    }
  }

  /// Cards for further machines of the own unit.
  private mutating func readOwnCards(
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
        let accepted = acceptedJoins(event.id, reading) { accept in
          let issuer = standing(accept.header.chain).office?.unit
          return issuer == unit ? judge(accept) == .accepted : isParentAct(accept, on: unit)
        }
        settleJoins(on: event, accepted, ends, reading, anchors)
      }
      pending = pending.filter { cards[$0.id] == nil }
    }
  }

  private mutating func addAccount(_ event: TrustEvent) {
    guard case .account(let account)? = event.content, account.unit == event.header.unit,
      UserRules.mayHold(account.user, account.unit)
    else { return }
    accounts[account.unit, default: []].insert(account.user)
  }

  private struct PersonKey: Sendable {
    var user: UserName
    var key: [UInt8]
    var ended: (chain: ChainID, sequence: Int64)?

    func isSame(as other: PersonKey) -> Bool {
      user == other.user && key == other.key && ended?.chain == other.ended?.chain
        && ended?.sequence == other.ended?.sequence
    }

    func ended(_ leaving: UserName, _ chain: ChainID, _ sequence: Int64) -> PersonKey {
      guard user == leaving, ended == nil else { return self }
      var copy = self
      copy.ended = (chain, sequence)
      return copy
    }
  }
}

extension TrustState {
  /// Whether everything that counted under an older state still counts under this one: then only what is new, and what did not
  /// count before, has to be judged.
  package func keepsVerdicts(of old: TrustState) -> Bool {
    guard forks == old.forks else { return false }
    for (chain, standing) in old.chains where standing.office != nil && chains[chain] != standing { return false }
    for (code, history) in old.units {
      guard let now = units[code]?.latest, now.parent == history.latest.parent, now.kind == history.latest.kind,
        now.office == history.latest.office, now.hasNoComputer == history.latest.hasNoComputer
      else { return false }
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
