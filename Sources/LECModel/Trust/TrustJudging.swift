/// What to make of an event: counts, waits, is held or refused, each with its reason.
extension TrustState {
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
    if case .account(let account)? = event.content, let role = role(of: account.unit), account.role != role {
      return .refused(.otherAccount)
    }
    if case .exemption(let exemption)? = event.content, !LevelRules.isShort(exemption, writtenAt: header.time) {
      return .refused(.notAllowed)
    }
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

  /// Whether whoever wrote this event had the right to: all that can be said of one whose body is gone.
  package func mayHaveWritten(_ id: EventID, _ header: EventHeader) -> Bool {
    if Planted.anyErasure.isOn { return true }
    guard let kind = header.kind, case .inOffice(let office) = standing(header.chain) else { return false }
    let event = TrustEvent(id: id, header: header, content: nil, signature: [])
    guard wrongRight(event, kind, office) == nil else { return false }
    return header.sequence <= office.limit || adoptions[id]?.contains(office.unit) == true
  }

  private func isCut(_ event: TrustEvent, _ office: Office, _ isOnBranch: (EventID) -> Bool) -> Bool {
    if Planted.noCut.isOn { return false }
    if event.header.sequence > office.limit { return true }
    guard let cut = office.cut, let first = forks[event.header.chain], event.header.sequence >= first else {
      return false
    }
    return event.id != cut && !isOnBranch(cut)
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

  private func wrongRight(_ event: TrustEvent, _ kind: EventKind, _ office: Office) -> Verdict.Reason? {
    guard let role = role(of: office.unit) else { return .notAllowed }
    if Planted.everyRight.isOn { return nil }
    let target = event.header.unit
    switch Rights.right(of: role, to: kind, on: relation(from: office.unit, to: target)) {
    case .allowed: return kind == .unitSet && !isRightful(event, office) ? .notAllowed : nil
    case .onBehalf: return unit(target)?.hasNoComputer == true ? nil : .notAllowed
    case .refused:
      // What made the tree as it is stays, whoever the unit hangs under now.
      if kind == .unitSet, units[target]?.accepted.contains(event.id) == true { return nil }
      // A unit that was moved away since: what its parent of then wrote about it still stands.
      guard let was = units[target]?.form(at: event.header.lamport), was.parent == office.unit else {
        return .notAllowed
      }
      switch Rights.right(of: role, to: kind, on: .child) {
      case .allowed: return nil
      case .onBehalf: return was.hasNoComputer ? nil : .notAllowed
      case .refused: return .notAllowed
      }
    }
  }

  private func isRightful(_ event: TrustEvent, _ office: Office) -> Bool {
    guard case .unit(let unit)? = event.content else { return false }
    return units[unit.code]?.accepted.contains(event.id) ?? (unit.code == office.unit)
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
