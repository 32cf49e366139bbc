/// How a chain comes to an office by a card, and whose machine it is by that. Whoever asks about a join asks here: the office that
/// counts, the file of a machine that nobody has met, and what is carried on.
extension Genesis {
  /// A chain joins for the unit that its beginning names. A life has the office of the chain that it goes on from, whatever it joins.
  package func mayJoin(_ unit: UnitCode) -> Bool {
    continues == nil && (self.unit == unit || Planted.anyUnitsCard.isOn)
  }
}

extension Join {
  /// Whether whoever held the card's secret let this chain in.
  package func holds(for chain: ChainID, with card: Card, _ verify: SignatureCheck) -> Bool {
    verify(signature, chain.hash.bytes, card.enrolmentKey) || Planted.anyEnrolment.isOn
  }
}

extension TrustState {
  /// Whose machine wrote a chain: the unit whose office it has, or else the one whose card it joined with, in this life or the first.
  /// Nobody's is what names a unit and has no card of it.
  package func unit(ofMachine chain: ChainID) -> UnitCode? { unit(ofMachine: chain, steps: Self.mostWaiting) }

  /// So many machines that wait may have let in one another: whoever has a card could write a row of them without end.
  private static let mostWaiting = 4

  /// The chains of machines that a unit let in beside its own, where what let them in does not count yet; with their later lives. Those
  /// that were heard of first: whoever waits to be let in could make any number of them.
  package func chainsToCome(of unit: UnitCode) -> [ChainID] {
    let joins = (reading.cards[unit] ?? []).flatMap { reading.joins[$0.id] ?? [] }
    var open = joins.map(\.header.chain).filter { chain in
      standing(chain).office == nil && unitOfWaitingCard(of: chain, steps: Self.mostWaiting) == unit
    }
    var out: [ChainID] = [], seen: Set<ChainID> = []
    while !open.isEmpty, out.count < Self.mostToCome {
      let next = open.removeFirst()
      guard seen.insert(next).inserted else { continue }
      out.append(next)
      open.insert(contentsOf: lives(after: next, reading), at: 0)
    }
    return out.sorted()
  }

  private static let mostToCome = 256

  /// A machine whose file was put back to an old copy has gone on in a new chain by itself. Two chains that go on from one say that two
  /// copies are in use.
  package func hasGoneOn(from chain: ChainID) -> Bool { nextLives(of: chain, reading).count == 1 }

  private func unit(ofMachine chain: ChainID, steps: Int) -> UnitCode? {
    if let office = standing(chain).office { return office.unit }
    let first = firstLife(of: chain)
    return unitJoined(by: first) ?? unitOfWaitingCard(of: first, steps: steps)
  }

  /// Whether a chain has its office by a join with this card, or with the department's spare key.
  package func isIn(_ chain: ChainID, by card: EventID) -> Bool {
    guard standing(chain).office != nil, case .join(let join)? = reading.firstJoins[chain]?.content else {
      return false
    }
    return join.card == card
  }

  /// The unit whose card a chain joined with, looked at or not.
  package func unitJoined(by chain: ChainID) -> UnitCode? {
    owners[chain].flatMap { unit in joinsByUnit[unit]?.contains { $0.chain == chain } == true ? unit : nil }
  }

  /// The unit of a chain whose card does not count yet itself: two copies of one file wrote on in its issuer's chain, or the issuer is
  /// another machine of the unit that waits. The join has no place yet, and is as true as the card. Two that let each other in are
  /// nobody's.
  private func unitOfWaitingCard(of chain: ChainID, steps: Int) -> UnitCode? {
    guard case .join(let join)? = reading.firstJoins[chain]?.content, let event = reading.byID[join.card],
      case .card(let card)? = event.content, reading.genesis[chain]?.mayJoin(card.unit) == true
    else { return nil }
    let issuer = event.header.chain
    let waits =
      judge(event) == .held(.forkedChain)
      || steps > 0 && standing(issuer).office == nil && unit(ofMachine: issuer, steps: steps - 1) == card.unit
    return waits && join.holds(for: chain, with: card, verify) ? card.unit : nil
  }

  /// Whoever is out of office could write a row of lives without end, and each of them is asked for by itself.
  private static let mostLives = 64

  /// The chain with which a machine began, as far as each of its lives is vouched for.
  func firstLife(of chain: ChainID) -> ChainID {
    if let known = firstLives[chain] { return known }
    var at = chain, seen: Set<ChainID> = [chain]
    while seen.count <= Self.mostLives, let life = reading.genesis[at], let old = life.continues,
      let before = reading.genesis[old.chain],
      verify(old.signature, life.vow, before.signingKey), seen.insert(old.chain).inserted
    {
      at = old.chain
    }
    return at
  }
}
