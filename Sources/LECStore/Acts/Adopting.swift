package import LECModel

/// Making held entries count: what the predecessor at the own unit wrote, and what an office wrote about a unit after that had been
/// moved away from it.
extension Store {
  /// Whether a held entry is for the own unit to adopt. A confirmation never is, and neither is what says who is who: they are made
  /// anew.
  package func canAdopt(_ n: Int64, _ verdict: Verdict) throws -> Bool {
    guard [.held(.afterTerm), .held(.afterMove)].contains(verdict), let own = try ownUnit(),
      let header = try log.event(n)?.header, let kind = header.kind, !kind.isOfficialAct, !kind.isAuthority
    else { return false }
    if verdict == .held(.afterMove) { return try has(header.unit) }
    let state = try trust.state(about: [own.code, header.unit], chains: [header.chain])
    guard let office = state.standing(header.chain).office?.unit else { return false }
    return try office == own.code || isElsewhere(office, header.unit, state)
  }

  private func has(_ unit: UnitCode) throws -> Bool {
    guard let own = try ownUnit() else { return false }
    return try unit == own.code || self.unit(unit)?.parent == own.code
  }

  /// Whether the own unit has by now what an office with an ended term wrote about.
  private func isElsewhere(_ office: UnitCode, _ unit: UnitCode, _ state: TrustState) throws -> Bool {
    try office != unit && state.relation(from: office, to: unit) == .foreign && has(unit)
  }

  /// Everything about one unit that could be adopted, in the order in which it came.
  package func adoptable(about unit: UnitCode) throws -> [EventID] {
    try PendingTable(connection: connection).held(about: unit).compactMap { row in
      try canAdopt(row.n, row.verdict) ? log.event(row.n)?.id : nil
    }
  }

  /// Makes held entries count, all or none.
  package func adopt(_ ids: [EventID], by user: UserName) throws {
    guard let own = try ownUnit() else { throw Refusal(.notYourUnit, .au09) }
    let before = try trust.state()
    let units = try ids.map { try unit(ofHeld: $0, own) }
    try transaction(author: user, unit: own.code) { writer in
      try noteRejudging()
      for (id, unit) in zip(ids, units) {
        try writer.add(.adopted, EventBody(.adoption(Adoption(event: id))), about: unit)
      }
    }
    try rejudge(since: before)
  }

  /// Whom the adoption of an entry is about: the own unit where a predecessor wrote it, whomever it wrote about.
  private func unit(ofHeld id: EventID, _ own: Unit) throws -> UnitCode {
    guard let n = try log.number(of: id), let verdict = try PendingTable(connection: connection).verdict(of: n),
      try canAdopt(n, verdict), let header = try log.event(n)?.header
    else { throw Refusal(.wrongState, .au09, detail: RecordID(id).short) }
    let state = try trust.state(about: [own.code, header.unit], chains: [header.chain])
    return state.standing(header.chain).office?.unit == own.code ? own.code : header.unit
  }
}
