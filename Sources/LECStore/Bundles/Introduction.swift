import LECModel

/// How a machine that the receiver has never met shows what office it holds, before anything of its file is opened.
extension Store {
  func genesis(of chain: ChainID) throws -> Genesis? {
    try MachineLives(connection: connection).genesis(of: chain)
  }

  /// How a chain came to its office: its beginning and those of the chains it goes on from, the join with a card, the card itself,
  /// and the beginnings of the chain that issued it. A receiver that knows some of it needs no more than the rest.
  func introduction(of chain: ChainID) throws -> [[UInt8]] {
    var out: [RawEvent] = []
    let base = try addLives(of: chain, to: &out)
    if let join = try connection.one(Self.joinsOfChain, [.blob(base.hash.bytes)], row: { RawEvent($0) }) ?? nil,
      case .join(let content)? = join.stored(at: 0).body?.content
    {
      out.append(join)
      if let card = try rawEvent(content.card), card.body != nil {
        out.append(card)
        _ = try addLives(of: card.header.chain, to: &out)
      }
    }
    return out.prefix(32).map(\.packed)
  }

  /// Adds the beginnings of a chain and of those before it; returns the first of its lives.
  private func addLives(of chain: ChainID, to out: inout [RawEvent]) throws -> ChainID {
    var at = chain
    while out.count < 32,
      let start = try connection.one(Self.startOfChain, [.blob(at.hash.bytes)], row: { RawEvent($0) })
    {
      guard let start else { break }
      out.append(start)
      guard case .genesis(let genesis)? = start.stored(at: 0).body?.content, let old = genesis.continues else { break }
      at = old.chain
    }
    return at
  }

  private static let startOfChain = """
    SELECT header, salt, body, signature, event.id, event.seq FROM event JOIN chain ON chain.n = event.chain
    WHERE chain.id = ?1 AND event.seq = 0 AND kind = 1 AND body IS NOT NULL LIMIT 1
    """
  private static let joinsOfChain = """
    SELECT header, salt, body, signature, event.id, event.seq FROM event JOIN chain ON chain.n = event.chain
    WHERE chain.id = ?1 AND kind = 62 ORDER BY seq LIMIT 1
    """

  static let byIdentity = """
    SELECT header, salt, body, signature, event.id, event.seq FROM event WHERE id = ?1
    """

  func rawEvent(_ id: EventID) throws -> RawEvent? {
    try connection.one(Self.byIdentity, [.blob(id.hash.bytes)]) { RawEvent($0) } ?? nil
  }

  /// The key of the sender's machine: from its chain if it is known here whose that is, else from how the chain came to its office.
  /// That its beginning is known says nothing: any machine can hand on what strangers wrote.
  func signingKey(of header: BundleHeader, card: String?) throws -> [UInt8]? {
    let known = try genesis(of: header.chain)
    if let known, try isSomebodys(header.chain) { return known.signingKey }
    // A starter file comes before anything is known; the card's secret and its root vouch for it.
    if header.kind == .starter, card != nil, try ownUnit() == nil { return header.signingKey }
    let pieces = header.introduction.compactMap { RawEvent(packed: $0) }
    guard pieces.count == header.introduction.count else { return nil }
    let starts = Dictionary(
      pieces.compactMap { event in Self.genesis(event).map { (event.header.chain, $0) } },
      uniquingKeysWith: { a, _ in a })
    guard var genesis = known ?? starts[header.chain] else { return nil }
    let key = genesis.signingKey
    var base = header.chain, isMet = known != nil
    while let old = genesis.continues {
      let known = try self.genesis(of: old.chain)
      guard let before = known ?? starts[old.chain],
        Sodium.verify(old.signature, genesis.vow, publicKey: before.signingKey)
      else { return nil }
      (base, genesis) = (old.chain, before)
      // The first life that is known here answers for those before it too.
      guard known != nil, !isMet else { continue }
      if try isSomebodys(base) { return key }
      isMet = true
    }
    // With another unit's card it does not join, and has no office to speak for.
    guard genesis.mayJoin(header.from) else { return nil }
    for piece in pieces where piece.header.chain == base {
      guard case .join(let join)? = piece.stored(at: 0).body?.content,
        let card = try self.card(join.card, pieces), card.unit == header.from
      else { continue }
      if join.holds(for: base, with: card, { Sodium.verify($0, $1, publicKey: $2) }) { return key }
    }
    return nil
  }

  /// Whether it is known here whose machine wrote a chain.
  private func isSomebodys(_ chain: ChainID) throws -> Bool {
    try trust.state(about: [], chains: [chain]).unit(ofMachine: chain) != nil || Planted.anyKnownChain.isOn
  }

  /// A card that is known here, or one that comes along and would count if all of the introduction were known.
  private func card(_ id: EventID, _ pieces: [RawEvent]) throws -> Card? {
    if case .card(let card)? = try log.number(of: id).flatMap({ try log.event($0) })?.body?.content,
      let known = try trust.state(about: [card.unit]).cards[id]
    {
      return known
    }
    guard let piece = pieces.first(where: { $0.id == id }) else { return nil }
    // What people's keys are, no piece by itself can prove: anybody could bring a person along and sign a card in that name.
    let proving = pieces.filter {
      $0.header.kind == .genesis ? $0.isBeginning : [.joined, .cardIssued].contains($0.header.kind)
    }
    let state = try trust.state(with: proving.map { TrustEvent($0.stored(at: 0)) })
    return state.cards[id] ?? state.introduced(by: TrustEvent(piece.stored(at: 0)))
  }

  /// The beginning of a chain: its own hash names it.
  private static func genesis(_ event: RawEvent) -> Genesis? {
    guard event.isBeginning, let body = event.body else { return nil }
    return genesis(body)
  }

  static func genesis(_ bytes: [UInt8]) -> Genesis? {
    guard let value = try? CanonicalReader.read(bytes),
      case .genesis(let genesis)? = EventBody(value, kind: .genesis)?.content
    else { return nil }
    return genesis
  }
}

extension RawEvent {
  /// Whether this is how its chain begins: the chain is called by the hash of that body.
  var isBeginning: Bool {
    guard header.sequence == 0, header.kind == .genesis, let body else { return false }
    return ChainID(Sodium.hash(body)) == header.chain
  }

  /// One event by itself, as a bundle's introduction carries it.
  var packed: [UInt8] {
    var out = CanonicalWriter()
    out.array(4)
    out.byteString(headerBytes)
    out.byteString(salt)
    out.byteString(body ?? [])
    out.byteString(signature)
    return out.bytes
  }

  /// Reads such an event; nil unless its hashes hold.
  init?(packed bytes: [UInt8]) {
    guard let f = (try? CanonicalReader.read(bytes))?.items, f.count == 4, let head = f[0].bytes, let salt = f[1].bytes,
      let body = f[2].bytes, let signature = f[3].bytes, salt.count == 16, signature.isEmpty || signature.count == 64,
      let value = try? CanonicalReader.read(head), let header = EventHeader(value),
      Sodium.hash(body, key: salt) == header.bodyHash
    else { return nil }
    self.init(header, salt: salt, body: body, signature: signature)
    guard headerBytes == head else { return nil }
  }
}
