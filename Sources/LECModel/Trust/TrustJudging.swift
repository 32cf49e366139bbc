/// What to make of an event: counts, waits, is held or refused, each with its reason.
extension TrustState {
  /// What to make of an event whose place in its chain is known. `isConnected` is false while an earlier event of its chain is
  /// missing.
  package func judge(_ event: TrustEvent, isConnected: Bool = true, isNewer: Bool = false) -> Verdict {
    let header = event.header
    if !isConnected, !Planted.gapIgnored.isOn { return isBehindEnd(event) ? .held(.afterTerm) : .waiting(.gap) }
    let office: Office
    switch standing(header.chain) {
    case .outside(let verdict): return verdict
    case .inOffice(let known): office = known
    }
    // What only a newer program can read, and what nobody may write any more, newer program or not.
    guard let kind = header.kind, !isNewer else {
      return isCut(event, office) ? .held(.afterTerm) : .waiting(.newerKind)
    }
    guard event.content != nil else { return .refused(.malformed) }
    // A chain begins before it is known whose it will be.
    if kind == .genesis { return header.sequence == 0 ? .accepted : .refused(.malformed) }
    if let wrong = wrongWriter(event, office) { return .refused(wrong) }
    let right = right(of: office, to: kind, event)
    if right == .none { return .refused(.notAllowed) }
    if case .account(let account)? = event.content, let role = role(of: account.unit), account.role != role {
      return .refused(.otherAccount)
    }
    if case .exemption(let exemption)? = event.content, !LevelRules.isShort(exemption, writtenAt: header.time) {
      return .refused(.notAllowed)
    }
    if kind.isOfficialAct, let verdict = personFault(event, office) { return verdict }
    let takers = adoptions[event.id] ?? []
    // A confirmation is never adopted: it is made anew.
    let mayBeAdopted = !kind.isNeverAdopted || Planted.confirmationsAdopted.isOn
    let isTakenOver = mayBeAdopted && takers.contains { $0.unit == header.unit && $0.office != office.unit }
    if right == .late { return isTakenOver ? .accepted : .held(.afterMove) }
    if isCut(event, office) {
      // The next officer adopts, or whoever has the unit by now.
      let isAdopted = mayBeAdopted && takers.contains { $0.office == office.unit && $0.term > office.term }
      let isElsewhere = isTakenOver && relation(from: office.unit, to: header.unit) == .foreign
      if !isAdopted, !isElsewhere { return .held(.afterTerm) }
    } else if office.reach == .open, right == .full, kind.isOfficialAct, !Planted.forkAllowed.isOn,
      let first = forks[header.chain],
      header.sequence >= first
    {
      return .held(.forkedChain)
    }
    return .accepted
  }

  /// Whether whoever wrote this event had the right to: all that can be said of one whose body is gone.
  package func mayHaveWritten(_ id: EventID, _ header: EventHeader) -> Bool {
    if Planted.anyErasure.isOn { return true }
    guard let kind = header.kind, case .inOffice(let office) = standing(header.chain) else { return false }
    let event = TrustEvent(id: id, header: header, content: nil, signature: [])
    let takers = adoptions[id] ?? []
    switch right(of: office, to: kind, event) {
    case .none: return false
    case .late: if takers.isEmpty { return false }
    case .full, .named: break
    }
    return !isCut(event, office) || !takers.isEmpty
  }

  /// Whether an event lies behind the end of its author's term, or on another branch than the one that was named.
  func isCut(_ event: TrustEvent, _ office: Office) -> Bool {
    if Planted.noCut.isOn { return false }
    let header = event.header
    return !isBeforeEnd(ChainHead(chain: header.chain, sequence: header.sequence, id: event.id), of: office)
  }

  /// Whether a place of a chain lies before the end of its writer's term.
  package func isBeforeEnd(_ place: ChainHead, of office: Office) -> Bool {
    switch office.reach {
    case .open: true
    case .upTo(let ends): ends.allSatisfy { heads in heads.contains { reaches($0, place) } }
    case .nothing: false
    }
  }

  /// Whether an event lies before a head of its chain, on the branch that leads there.
  func reaches(_ head: ChainHead, _ event: TrustEvent) -> Bool {
    reaches(head, ChainHead(chain: event.header.chain, sequence: event.header.sequence, id: event.id))
  }

  private func reaches(_ head: ChainHead, _ place: ChainHead) -> Bool {
    guard place.sequence <= head.sequence else { return false }
    guard let first = forks[place.chain], place.sequence >= first else { return true }
    return place.id == head.id || isOnBranch(place.id, head.id) ?? false
  }

  /// Whether an event lies behind the end of a term whatever may still come before it, and nobody took it over: there is nothing to
  /// wait for.
  private func isBehindEnd(_ event: TrustEvent) -> Bool {
    guard let office = standing(event.header.chain).office, adoptions[event.id] == nil, !Planted.noCut.isOn else {
      return false
    }
    return switch office.reach {
    case .open: false
    case .nothing: true
    case .upTo(let ends): ends.contains { heads in heads.allSatisfy { isPast($0, event) } }
    }
  }

  private func isPast(_ head: ChainHead, _ event: TrustEvent) -> Bool {
    if event.header.sequence > head.sequence { return true }
    guard let first = forks[event.header.chain], event.header.sequence >= first else { return false }
    return event.id != head.id && isOnBranch(event.id, head.id) == false
  }

  /// How far a chain counts of what is known of it, as a further end is to name it: never beyond an earlier one.
  package func ends(of chain: ChainID, knownTo heads: [ChainHead]) -> [ChainHead] {
    switch standing(chain).office?.reach {
    case .nothing?: []
    case .open?, nil: heads
    case .upTo(let ends)?: shortest(of: heads + ends.joined(), under: ends)
    }
  }

  /// Without a fork the shortest of all; else those that lie before every end on their branch.
  private func shortest(of heads: [ChainHead], under ends: [[ChainHead]]) -> [ChainHead] {
    guard let chain = heads.first?.chain, forks[chain] != nil else {
      return heads.min { $0.sequence < $1.sequence }.map { [$0] } ?? []
    }
    return heads.reduce(into: []) { out, place in
      let counts = ends.allSatisfy { $0.contains { reaches($0, place) } }
      if counts, !out.contains(place) { out.append(place) }
    }
  }

  func wrongWriter(_ event: TrustEvent, _ office: Office) -> Verdict.Reason? {
    let author = event.header.author
    // Events that the program itself writes (a chain begins, a file is read in) have no author.
    let isSystem: Set<EventKind?> = [.genesis, .joined, .bundleRead, .rootMade, .boxKeySet]
    let mayBeNobody = author.text.isEmpty && isSystem.contains(event.header.kind)
    if !mayBeNobody, !Planted.otherAuthor.isOn, !users(of: office.unit).contains(author) { return .otherAuthor }
    if let named = event.namedUser, named != author { return .otherAuthor }
    if let named = event.namedUnit, named != event.header.unit, !Planted.otherUnit.isOn { return .otherUnit }
    if let touched = event.accountTouched, !Planted.otherAccount.isOn, !UserRules.mayHold(touched, event.header.unit) {
      return .otherAccount
    }
    return nil
  }

  /// How far an office has the right to what it wrote: wholly, before an end that a move named for its chain, behind it, or not at all.
  private enum Extent { case full, named, late, none }

  private func right(of office: Office, to kind: EventKind, _ event: TrustEvent) -> Extent {
    guard let role = role(of: office.unit) else { return .none }
    if Planted.everyRight.isOn { return .full }
    let target = event.header.unit, now = relation(from: office.unit, to: target)
    if isAllowed(role, kind, now, office.unit, target) {
      return kind == .unitSet && !isRightful(event, office) ? .none : .full
    }
    // What made the tree as it is stays, whoever the unit hangs under now.
    if kind == .unitSet { return units[target]?.accepts(event.id) == true ? .full : .none }
    guard let place = formerPlace(of: target, seenFrom: office.unit, for: event) else {
      return .none
    }
    // That the unit had no computer may have been said behind the end too: a person looks at it all the same.
    if !place.isReached { return Rights.right(of: role, to: kind, on: place.relation) == .refused ? .none : .late }
    guard isAllowed(role, kind, place.relation, office.unit, target) else { return .none }
    return place.isNamed && !Planted.anyBranch.isOn ? .named : .full
  }

  private func isAllowed(
    _ role: Role, _ kind: EventKind, _ relation: Relation, _ office: UnitCode, _ target: UnitCode
  ) -> Bool {
    switch Rights.right(of: role, to: kind, on: relation) {
    case .allowed: true
    case .onBehalf: units[target]?.enteredBy.contains(office) == true
    case .refused: false
    }
  }

  private func isRightful(_ event: TrustEvent, _ office: Office) -> Bool {
    guard case .unit(let unit, _)? = event.content else { return false }
    return units[unit.code]?.accepts(event.id) ?? (unit.code == office.unit)
  }
}
