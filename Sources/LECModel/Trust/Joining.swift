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
  package func unit(ofMachine chain: ChainID) -> UnitCode? {
    if let office = standing(chain).office { return office.unit }
    let first = firstLife(of: chain)
    return unitJoined(by: first) ?? unitOfHeldCard(of: first)
  }

  /// The unit whose card a chain joined with, looked at or not.
  package func unitJoined(by chain: ChainID) -> UnitCode? {
    owners[chain].flatMap { unit in joinsByUnit[unit]?.contains { $0.chain == chain } == true ? unit : nil }
  }

  /// The unit of a chain whose card is held itself because two copies of one file wrote on in its issuer's chain: the join has no
  /// place yet, and is as true as the card.
  private func unitOfHeldCard(of chain: ChainID) -> UnitCode? {
    guard case .join(let join)? = reading.firstJoins[chain]?.content, let event = reading.byID[join.card],
      case .card(let card)? = event.content, reading.genesis[chain]?.mayJoin(card.unit) == true,
      judge(event) == .held(.forkedChain), join.holds(for: chain, with: card, verify)
    else { return nil }
    return card.unit
  }

  /// The chain with which a machine began, as far as each of its lives is vouched for.
  private func firstLife(of chain: ChainID) -> ChainID {
    var at = chain, seen: Set<ChainID> = [chain]
    while let life = reading.genesis[at], let old = life.continues, let before = reading.genesis[old.chain],
      verify(old.signature, life.vow, before.signingKey), seen.insert(old.chain).inserted
    {
      at = old.chain
    }
    return at
  }
}
