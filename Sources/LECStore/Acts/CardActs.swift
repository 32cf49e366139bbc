package import LECModel

/// A card with its starter file: handed over by two different ways, for both together open the door.
package struct NewCard: Sendable {
  package var unit: Unit
  package var user: UserName
  package var code: CardCode
  package var starter: MadeBundle
  package var purpose: Card.Purpose
}

extension Store {
  /// Issues a card and a starter file for a unit below, or for a further machine of the own unit.
  package func issueCard(for code: UnitCode, password: String, by user: UserName) throws -> NewCard {
    guard let unit = try unit(code), let own = try ownUnit() else {
      throw Refusal(.noSuchUnit, .au03, detail: code.text)
    }
    let state = try trust.state(about: [own.code, code])
    let relation = state.relation(from: own.code, to: code)
    guard Rights.right(of: Role(own.kind), to: .cardIssued, on: relation) == .allowed, unit.isOpen else {
      throw Refusal(.notYourUnit, .au03, level: unit.kind.level, lifter: try parentContact())
    }
    let term = state.terms[code] ?? 0
    let hasOffice = state.machines(of: code).contains { state.standing($0).office?.term == term }
    let purpose: Card.Purpose = relation == .own ? .device : term == 0 ? .first : hasOffice ? .device : .replacement
    let enrolment = Sodium.signingPair(seed: world.random(32))
    guard let secret = CardCode(random: world.random(CardCode.randomBytes)) else { throw LoginError.noMemory }
    let key = try signingKey(user, password: password)
    var card = Card(
      unit: code, term: purpose == .device ? term : term + 1, purpose: purpose, user: UserName(code.text),
      enrolmentKey: enrolment.publicKey)
    try act(by: user, of: own, changesTrust: false) { writer in
      card.machine = try writer.vouch(for: card.vow)
      try writer.add(.cardIssued, EventBody(.card(card)), sign: key, about: code)
    }
    var gifts = enrolment.secret
    if relation == .own, let box = state.boxKey(of: code) {
      let known = try connection.one(
        "SELECT secret FROM box_key WHERE public = ?1", [.blob(box.publicKey)], row: { $0.blob(0) })
      gifts += known ?? []
    }
    let starter = try pack(
      .starter, for: code, seals: [],
      card: Container.CardLock(secret: secret.text, cost: world.passwordCost, gifts: gifts))
    return NewCard(unit: unit, user: card.user, code: secret, starter: starter, purpose: purpose)
  }

  /// The machines that joined, here or in a unit below, and have to be accepted before they count.
  package func openJoins() throws -> [JoinEntry] {
    let state = try trust.state()
    guard let own = try ownUnit() else { return [] }
    let joins = state.joins
    let open = joins.filter(state.isOpen)
    return try open.compactMap { join in
      // A machine of this unit whose card came late is for the office above to let in.
      guard [.child, join.isLate ? .child : .own].contains(state.relation(from: own.code, to: join.unit)),
        let unit = try unit(join.unit), unit.isOpen,
        let event = try log.number(of: join.join).flatMap({ try log.event($0) })
      else { return nil }
      let rivals = joins.count { $0.card == join.card }
      return JoinEntry(
        join: join.join, unit: unit, device: try device(join.chain),
        fingerprint: Fingerprint.text(join.chain.hash), at: event.header.time, rivals: rivals - 1,
        isLate: join.isLate)
    }
  }

  /// How many those are: kept with the authority event as of which they were counted, since a home screen asks at every turn and
  /// a province would have to read its whole tree.
  package func openJoinCount() throws -> Int {
    let version = String(try trust.version())
    let kept = try setting(Setting.openJoins)?.split(separator: " ") ?? []
    if kept.count == 2, kept[0] == version, let count = Int(kept[1]) { return count }
    let count = try openJoins().count
    // A file that can't be written counts anew each time.
    if !isReadOnly, !connection.isInTransaction { try? set(Setting.openJoins, to: "\(version) \(count)") }
    return count
  }

  /// Says that a join is the right one (after a telephone call when there are two on one card).
  package func acceptJoin(_ id: EventID, password: String, by user: UserName) throws {
    guard let join = try openJoins().first(where: { $0.join == id }) else {
      throw Refusal(.noSuchRecord, .au02, detail: RecordID(id).short)
    }
    let known = try trust.state().joins
    let chosen = known.first { $0.join == id }
    let rivals = known.filter { $0.card == chosen?.card && $0.chain != chosen?.chain }.map(\.join)
    let accepted = JoinAccepted(join: id, rivals: Array(rivals.prefix(JoinAccepted.mostRivals)))
    try official(
      .joinAccepted, .acceptedJoin(accepted), about: join.unit.code, password: password, by: user,
      changesTrust: true)
  }

  /// Ends a term of office: what the machines of the unit wrote up to what is known here counts for ever, nothing after it.
  package func endTerm(of code: UnitCode, reason: String, password: String, by user: UserName) throws {
    guard let unit = try unit(code), let own = try ownUnit() else {
      throw Refusal(.noSuchUnit, .au09, detail: code.text)
    }
    let state = try trust.state()
    guard Rights.right(of: Role(own.kind), to: .termEnded, on: state.relation(from: own.code, to: code)) == .allowed
    else { throw Refusal(.notYourUnit, .au09, level: unit.kind.level, lifter: try parentContact()) }
    let end = TermEnd(
      unit: code, term: state.terms[code] ?? 0, heads: try heads(of: code, except: nil), reason: reason)
    try official(.termEnded, .termEnd(end), about: code, password: password, by: user, changesTrust: true)
  }

  /// How far the chains of a unit are known here, those among them that count only with what an end says of the others.
  func heads(of unit: UnitCode, except: ChainID?) throws -> [ChainHead] {
    let state = try trust.state(about: [unit])
    let chains = state.chainsEver(of: unit) + state.chainsToCome(of: unit)
    return try chains.filter { $0 != except }.flatMap { chain in
      state.ends(of: chain, knownTo: try trust.heads(of: chain))
    }
  }
}
