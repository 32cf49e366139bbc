import LECModel

/// What a file's header shows of how its sender's machine came to its office, beside what is known here. It opens the file: whether
/// anything in it counts is another question.
struct MachineProof {
  /// Who may vouch for a card that is not known here.
  enum Voucher {
    /// A person whose key is known here.
    case persons
    /// Or else the machine that issued it.
    case machines
  }

  private let store: Store
  private let voucher: Voucher
  private let pieces: [RawEvent]
  private let starts: [ChainID: Genesis]
  private let joins: [ChainID: Join]

  /// So many machines may have let in one another, of which the first is known here.
  private static let mostSteps = 4
  /// So many lives of one machine.
  private static let mostLives = 100

  /// Nil where one of the pieces is none.
  init?(_ header: BundleHeader, _ store: Store, by voucher: Voucher) {
    pieces = header.introduction.compactMap { RawEvent(packed: $0) }
    guard pieces.count == header.introduction.count else { return nil }
    starts = Dictionary(
      pieces.compactMap { event in Store.genesis(event).map { (event.header.chain, $0) } },
      uniquingKeysWith: { a, _ in a })
    joins = Dictionary(
      pieces.compactMap { event in event.join.map { (event.header.chain, $0) } }, uniquingKeysWith: { a, _ in a })
    self.store = store
    self.voucher = voucher
  }

  func key(of chain: ChainID) throws -> [UInt8]? { try start(of: chain)?.signingKey }

  /// The unit whose machine wrote a chain: it is known here, of the chain itself or of one that it goes on from, or the pieces show it.
  func unit(of chain: ChainID) throws -> UnitCode? { try unit(of: chain, steps: Self.mostSteps) }

  private func start(of chain: ChainID) throws -> Genesis? { try store.genesis(of: chain) ?? starts[chain] }

  private func unit(of chain: ChainID, steps: Int) throws -> UnitCode? {
    guard var genesis = try start(of: chain) else { return nil }
    var base = chain, isMet = false
    for _ in 0..<Self.mostLives {
      // The first life that is known here answers for those before it too.
      if !isMet, try store.genesis(of: base) != nil {
        if let unit = try store.unit(ofMachine: base) { return unit }
        isMet = true
      }
      guard let old = genesis.continues else { return try joined(base, genesis, steps) }
      guard let before = try start(of: old.chain),
        Sodium.verify(old.signature, genesis.vow, publicKey: before.signingKey)
      else { return nil }
      (base, genesis) = (old.chain, before)
    }
    return nil
  }

  private func joined(_ base: ChainID, _ genesis: Genesis, _ steps: Int) throws -> UnitCode? {
    // One join each: whoever wrote many would have all that is known looked at again for every one of them.
    guard let join = joins[base], let card = try card(join.card, steps), genesis.mayJoin(card.unit),
      join.holds(for: base, with: card, { Sodium.verify($0, $1, publicKey: $2) })
    else { return nil }
    return card.unit
  }

  /// A card that is known here, or one that comes along and would count if all of this were known, or that the machine which issued it
  /// has signed: who works on a machine nobody below may have heard of yet.
  private func card(_ id: EventID, _ steps: Int) throws -> Card? {
    if case .card(let card)? = try store.log.number(of: id).flatMap({ try store.log.event($0) })?.body?.content,
      let known = try store.trust.state(about: [card.unit]).cards[id]
    {
      return known
    }
    guard let piece = pieces.first(where: { $0.id == id }) else { return nil }
    // What people's keys are, no piece by itself can prove: anybody could bring a person along and sign a card in that name.
    let proving = pieces.filter {
      $0.header.kind == .genesis ? $0.isBeginning : [.joined, .cardIssued].contains($0.header.kind)
    }
    let event = TrustEvent(piece.stored(at: 0))
    let state = try store.trust.state(with: proving.map { TrustEvent($0.stored(at: 0)) })
    if let card = state.cards[id] ?? state.introduced(by: event) { return card }
    let issuer = piece.header.chain
    guard voucher == .machines, steps > 0, case .card(let card)? = event.content, let key = try key(of: issuer),
      Sodium.verify(card.machine, card.vow, publicKey: key) || Planted.anyIssuer.isOn,
      let unit = try unit(of: issuer, steps: steps - 1)
    else { return nil }
    return try store.trust.state(about: [card.unit]).mayIssue(card, unit) ? card : nil
  }
}

extension RawEvent {
  fileprivate var join: Join? {
    guard case .join(let join)? = stored(at: 0).body?.content else { return nil }
    return join
  }
}
