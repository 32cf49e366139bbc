import LECModel

/// How a machine that the receiver has never met shows what office it holds, before anything of its file is opened.
extension Store {
  func genesis(of chain: ChainID) throws -> Genesis? {
    try MachineLives(connection: connection).genesis(of: chain)
  }

  /// How a chain came to its office: its beginning and those of the chains it goes on from, the join with a card, the card itself,
  /// and the beginnings of the chain that issued it; and, where a machine of the receiver's may never have heard of that machine, how it
  /// came to its own. A receiver that knows some of it needs no more than the rest.
  func introduction(of chain: ChainID, for receiver: UnitCode) throws -> [[UInt8]] {
    var out: [RawEvent] = []
    var at = chain
    while out.count < Self.mostPieces {
      let base = try addLives(of: at, to: &out)
      let state = try trust.state(about: [receiver], chains: [at])
      guard at == chain || !state.isSurelyKnown(at, to: receiver),
        let join = try connection.one(Self.joinsOfChain, [.blob(base.hash.bytes)], row: { RawEvent($0) }) ?? nil,
        case .join(let content)? = join.stored(at: 0).body?.content
      else { break }
      out.append(join)
      guard let card = try rawEvent(content.card), card.body != nil else { break }
      out.append(card)
      at = card.header.chain
    }
    var size = 0
    // What others made too large for a header is left out, and their machines are told from what the receiver knows.
    return out.map(\.packed).prefix(Self.mostPieces).filter { piece in
      guard size + piece.count <= BundleHeader.largestIntroduction else { return false }
      size += piece.count
      return true
    }
  }

  private static let mostPieces = 64

  /// Adds the beginnings of a chain and of those before it; returns the first of its lives.
  private func addLives(of chain: ChainID, to out: inout [RawEvent]) throws -> ChainID {
    var at = chain
    while out.count < Self.mostPieces,
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
    if let known = try genesis(of: header.chain), try unit(ofMachine: header.chain) != nil || Planted.anyKnownChain.isOn
    {
      return known.signingKey
    }
    // A starter file comes before anything is known; the card's secret and its root vouch for it.
    if header.kind == .starter, card != nil, try ownUnit() == nil { return header.signingKey }
    // A delta introduces nobody.
    guard header.kind != .delta, let proof = MachineProof(header, self, by: .machines) else { return nil }
    // It has no other office to speak for.
    return try proof.unit(of: header.chain) == header.from ? try proof.key(of: header.chain) : nil
  }

  /// The unit whose machine wrote a chain, where that is known here.
  func unit(ofMachine chain: ChainID) throws -> UnitCode? {
    try trust.state(about: [], chains: [chain]).unit(ofMachine: chain)
  }

  /// The beginning of a chain: its own hash names it.
  static func genesis(_ event: RawEvent) -> Genesis? {
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
