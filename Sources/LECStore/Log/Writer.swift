import LECModel

/// Writes events inside one open transaction: numbers them, chains them, brings each into the tables.
final class Writer {
  struct Head {
    var chain: ChainID
    var sequence: Int64
    var id: EventID
  }

  private let connection: Connection
  private let world: World
  private let log: EventLog
  private let projector: Projector
  private let settings: SettingTable
  private let author: UserName
  private let unit: UnitCode
  private let trust: TrustBook
  /// Authority events of this transaction that are not judged yet: whether they count shows when the state is read anew.
  private var unjudged: [StoredEvent] = []
  private let time: Moment
  private(set) var head: Head?
  private var chainNumber: Int64 = 0
  private var lamport: Int64
  private var salts: SaltSeed?
  private var buffer = CanonicalWriter(reserving: 512)
  private var headerBuffer = CanonicalWriter(reserving: 384)

  init(
    _ connection: Connection, _ world: World, trust: TrustBook, author: UserName, unit: UnitCode
  ) throws(SQLiteError) {
    self.trust = trust
    self.connection = connection
    self.world = world
    self.author = author
    self.unit = unit
    log = EventLog(connection: connection)
    projector = try Projector(connection, trust: trust)
    settings = SettingTable(connection: connection)
    time = world.now()
    lamport = Int64(try settings.value(Setting.lamport) ?? "0") ?? 0
    if let hash = try settings.value(Setting.chain).flatMap({ Hex.bytes($0) }).flatMap({ Hash32($0) }) {
      let chain = ChainID(hash)
      chainNumber = try log.chainNumber(chain)
      if let last = try log.head(of: chain) { head = Head(chain: chain, sequence: last.sequence, id: last.id) }
    }
  }

  /// The number that the next event will have: what a step is called by.
  var nextSequence: Int64 { (head?.sequence ?? -1) + 1 }

  /// Begins a new chain: new device keys, and the last head this file knew. `unit` is the one that a new file is for.
  func beginChain(_ reason: Genesis.Reason, training: Bool, for unit: UnitCode? = nil) throws {
    let signing = Sodium.signingPair(seed: world.random(32)), box = Sodium.boxPair(seed: world.random(32))
    var genesis = Genesis(
      device: world.device, signingKey: signing.publicKey, boxKey: box.publicKey, nonce: world.random(16),
      reason: reason, lastHead: head?.id, training: training,
      unit: try unit ?? settings.value(Setting.unit).map { UnitCode($0) })
    if let old = try head.map({ try MachineLives(connection: connection).voucher(after: $0.chain) }),
      let secret = try DeviceKeys(connection: connection).signing(old)
    {
      genesis.continues = Genesis.Continuation(
        chain: old, signature: Sodium.sign(genesis.vow, secret: secret) ?? [])
    }
    buffer.reset()
    EventBody(.genesis(genesis)).write(to: &buffer)
    let chain = ChainID(Sodium.hash(buffer.bytes))
    chainNumber = try log.chainNumber(chain)
    head = Head(chain: chain, sequence: -1, id: EventID(.zero))
    salts = nil
    try settings.set(Setting.chain, chain.hash.hex)
    try settings.set(Setting.training, training ? "1" : "0")
    try DeviceKeys(connection: connection).write(chain, signing: signing.secret, box: box.secret)
    trust.forget()
    try add(.genesis, EventBody(.genesis(genesis)))
  }

  /// Adds one event and brings it into the tables; returns its id.
  @discardableResult
  func add(
    _ kind: EventKind, _ body: EventBody, record: RecordID? = nil, base: [EventID] = [], sign: [UInt8]? = nil,
    about target: UnitCode? = nil, whenStored: ((EventID) throws -> Void)? = nil
  ) throws -> EventID {
    guard let last = head else {
      throw SQLiteError(code: 1, message: "no chain", sql: "")
    }
    buffer.reset()
    body.write(to: &buffer)
    let salt = try salts(of: last.chain).salt(last.sequence + 1)
    lamport += 1
    var base = base
    if base.isEmpty,
      let rival = try Rival(connection: connection).entry(
        to: body.content, (record, target ?? unit), counter: lamport)
    {
      base = [rival]
    }
    let header = EventHeader(
      chain: last.chain, sequence: last.sequence + 1, previous: last.id, lamport: lamport, time: time, author: author,
      unit: target ?? unit, kind: kind, record: record, base: base, bodyHash: Sodium.hash(buffer.bytes, key: salt))
    headerBuffer.reset()
    header.write(to: &headerBuffer)
    let id = EventID(Sodium.hash(headerBuffer.bytes))
    let signature = sign.flatMap { Sodium.sign(id.hash.bytes, secret: $0) } ?? []
    let n = try log.append(
      id: id, chain: chainNumber, header: header, bytes: headerBuffer.bytes, salt: salt, body: buffer.bytes,
      signature: signature)
    head = Head(chain: last.chain, sequence: header.sequence, id: id)
    try whenStored?(id)
    let event = StoredEvent(n: n, id: id, header: header, salt: salt, body: body, signature: signature)
    if kind.isAuthority {
      unjudged.append(event)
    } else {
      try settle()
      try require(event)
      try projector.project(event)
    }
    return id
  }

  /// Reads the state of trust with the authority events of this transaction, which must all count.
  private func settle() throws {
    guard !unjudged.isEmpty else { return }
    let events = unjudged
    unjudged = []
    for event in events {
      // A chain begins before anybody is in office on it.
      if event.header.kind != .genesis { try require(event) }
      try projector.project(event)
    }
  }

  /// The last guard: what this file would not take from another, it does not write itself.
  private func require(_ event: StoredEvent) throws {
    let verdict = try trust.judge(event)
    // What was held before stays written and waits; a program that is out of office says so at the door.
    guard verdict == .accepted else {
      throw Refusal(.notYourUnit, .au04, detail: "\(verdict.reason?.rawValue ?? "") \(event.header.kind?.name ?? "")")
    }
  }

  /// Writes what belongs to the whole transaction; the commit follows.
  func finish() throws {
    try settle()
    try projector.finish()
    try settings.set(Setting.lamport, String(lamport))
  }

  /// This machine's signature, with the key of the chain that it writes; empty where the key is gone.
  func vouch(for bytes: [UInt8]) throws -> [UInt8] {
    guard let chain = head?.chain, let secret = try DeviceKeys(connection: connection).signing(chain) else { return [] }
    return Sodium.sign(bytes, secret: secret) ?? []
  }

  /// The counter of the last event.
  var counter: Int64 { lamport }

  /// How far another machine's counter can take ours in one go. Honest counters are far below; one that was set to the end would
  /// else be everybody's who reads it, and nobody could write anything more.
  private static let leap: Int64 = 1 << 32

  /// After a file was read in: the next event counts on from there.
  func raise(lamport seen: Int64) {
    if Planted.counterNotRaised.isOn { return }
    lamport = max(lamport, min(seen, lamport + Self.leap))
  }

  /// The seed of the chain's salts, drawn at its first event.
  private func salts(of chain: ChainID) throws -> SaltSeed {
    if let salts { return salts }
    let keys = DeviceKeys(connection: connection)
    let seed = try keys.salts(chain) ?? SaltSeed(world.random)
    try keys.write(seed, of: chain)
    salts = seed
    return seed
  }
}
