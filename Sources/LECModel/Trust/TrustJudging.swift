/// What to make of an event: counts, waits, is held or refused, each with its reason.
extension TrustState {
  /// What to make of an event whose place in its chain is known. `isConnected` is false while an earlier event of its chain is
  /// missing.
  package func judge(_ event: TrustEvent, isConnected: Bool = true) -> Verdict {
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
    let mayBeAdopted = !(kind.isOfficialAct || kind.isAuthority) || Planted.confirmationsAdopted.isOn
    let isTakenOver = mayBeAdopted && takers.contains { $0.unit == header.unit && $0.office != office.unit }
    if right == .late { return isTakenOver ? .accepted : .held(.afterMove) }
    if isCut(event, office) {
      // The next officer adopts, or whoever has the unit by now.
      let isAdopted = mayBeAdopted && takers.contains { $0.office == office.unit }
      let isElsewhere = isTakenOver && relation(from: office.unit, to: header.unit) == .foreign
      if !isAdopted, !isElsewhere { return .held(.afterTerm) }
    } else if office.cut == nil, kind.isOfficialAct, !Planted.forkAllowed.isOn, let first = forks[header.chain],
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
    case .full: break
    }
    return !isCut(event, office) || !takers.isEmpty
  }

  /// Whether an event lies behind the end of its author's term, or on another branch than the one that was named.
  func isCut(_ event: TrustEvent, _ office: Office) -> Bool {
    if Planted.noCut.isOn { return false }
    if event.header.sequence > office.limit { return true }
    guard let cut = office.cut, let first = forks[event.header.chain], event.header.sequence >= first else {
      return false
    }
    return event.id != cut && !isOnBranch(event.id, cut)
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

  /// How far an office has the right to what it wrote: wholly, behind the end that a move named for it, or not at all.
  private enum Extent { case full, late, none }

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
    return isAllowed(role, kind, place.relation, office.unit, target) ? .full : .none
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

  /// Official acts carry the signature of a person who held the account then.
  func personFault(_ event: TrustEvent, _ office: Office) -> Verdict? {
    let keys = (people[office.unit] ?? []).filter {
      $0.user == event.header.author
        && !($0.ended?.chain == event.header.chain && ($0.ended?.sequence ?? .max) < event.header.sequence)
    }
    if keys.isEmpty { return .waiting(.noPerson) }
    if Planted.anySignature.isOn { return nil }
    return keys.contains { verify(event.signature, event.id.hash.bytes, $0.key) } ? nil : .refused(.badSignature)
  }
}
