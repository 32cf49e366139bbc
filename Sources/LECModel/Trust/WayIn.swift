/// How a machine came to its office, and who has heard of that.
extension TrustState {
  /// The card with which a machine joined a unit, and the machine that issued it.
  func wayIn(of machine: ChainID, to unit: UnitCode) -> (card: Card, issuer: ChainID)? {
    let first = firstLives[machine] ?? machine
    guard let join = joinsByUnit[unit]?.first(where: { $0.chain == first }), let card = cards[join.card],
      let issued = reading.byID[join.card]
    else { return nil }
    return (card, issued.header.chain)
  }

  /// Whether every machine of the reader's unit knows this one: it is of that unit or of one below it, joined with its unit's first card
  /// and was accepted, and the reader's has no other machine that may have heard of less.
  package func isSurelyKnown(_ machine: ChainID, to reader: UnitCode) -> Bool {
    guard let unit = unit(ofMachine: machine), isInside(unit, reader), let letIn = wayIn(of: machine, to: unit),
      letIn.card.purpose == .first, machineCount(of: reader) == 1
    else { return false }
    let first = firstLives[machine] ?? machine
    return joinsByUnit[unit]?.contains { $0.chain == first && $0.isAccepted } ?? false
  }

  /// The machines of the reader's unit of which the others there may not have heard and that let a unit's machine in, one by way of the
  /// other: each by the first of its lives.
  package func strangersBetween(_ machine: ChainID, of unit: UnitCode, and reader: UnitCode) -> Set<ChainID> {
    var out: Set<ChainID> = [], at = machine, place = unit
    while let issuer = wayIn(of: at, to: place)?.issuer, standing(issuer).office?.unit == reader,
      machineCount(of: reader) > 1 || wayIn(of: issuer, to: reader)?.card.purpose != .first,
      out.insert(firstLives[issuer] ?? issuer).inserted
    {
      (at, place) = (issuer, reader)
    }
    return out
  }

  /// The first life of a machine in office.
  package func machine(of chain: ChainID) -> ChainID { firstLives[chain] ?? chain }

  /// The machines that a unit has or had, with all their lives one each.
  private func machineCount(of unit: UnitCode) -> Int { Set(chainsEver(of: unit).map { firstLives[$0] ?? $0 }).count }
}
