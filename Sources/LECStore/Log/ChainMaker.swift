package import LECModel

/// A chain kept in memory: what a unit whose machine is not this one would write. Training sets are founded with it, and tests
/// forge with it what no honest program would write.
package struct ChainMaker {
  package let chain: ChainID
  package let unit: UnitCode
  package let keys: (publicKey: [UInt8], secret: [UInt8])
  package let boxKeys: (publicKey: [UInt8], secret: [UInt8])
  package private(set) var events: [RawEvent] = []
  package var lamport: Int64
  package var author = UserName("")
  /// The person's signing secret, for official acts.
  package var person: [UInt8] = []
  private let world: World

  package init(
    unit: UnitCode, reason: Genesis.Reason = .first, training: Bool, lamport: Int64 = 0,
    continues old: (chain: ChainID, secret: [UInt8])? = nil, world: World
  ) {
    keys = Sodium.signingPair(seed: world.random(32))
    boxKeys = Sodium.boxPair(seed: world.random(32))
    var genesis = Genesis(
      device: world.device, signingKey: keys.publicKey, boxKey: boxKeys.publicKey, nonce: world.random(16),
      reason: reason, lastHead: nil, training: training, unit: unit)
    if let old {
      genesis.continues = Genesis.Continuation(
        chain: old.chain, signature: Sodium.sign(genesis.vow, secret: old.secret) ?? [])
    }
    var out = CanonicalWriter()
    EventBody(.genesis(genesis)).write(to: &out)
    chain = ChainID(Sodium.hash(out.bytes))
    self.unit = unit
    self.world = world
    self.lamport = lamport
    add(.genesis, .genesis(genesis))
  }

  /// The chain as it was when it had so many entries: what goes on from there is another branch.
  package func cut(to count: Int) -> ChainMaker {
    var copy = self
    copy.events = Array(events.prefix(count))
    return copy
  }

  package var head: ChainHead {
    ChainHead(chain: chain, sequence: Int64(events.count) - 1, id: events.last?.id ?? EventID(.zero))
  }

  /// The device's signature over the last event.
  package var headSignature: [UInt8] { Sodium.sign(head.id.hash.bytes, secret: keys.secret) ?? [] }

  /// Adds one event; `about` is the unit it is written for, when that is another than the own one.
  @discardableResult
  package mutating func add(
    _ kind: EventKind, _ content: EventContent, about target: UnitCode? = nil, record: RecordID? = nil,
    base: [EventID] = [], signed: Bool? = nil
  ) -> EventID {
    var out = CanonicalWriter()
    EventBody(content).write(to: &out)
    let salt = world.random(16)
    lamport += 1
    let header = EventHeader(
      chain: chain, sequence: Int64(events.count), previous: events.last?.id ?? EventID(.zero), lamport: lamport,
      time: world.now(), author: author, unit: target ?? unit, kind: kind, record: record, base: base,
      bodyHash: Sodium.hash(out.bytes, key: salt))
    var event = RawEvent(header, salt: salt, body: out.bytes)
    if signed ?? kind.isOfficialAct { event.signature = Sodium.sign(event.id.hash.bytes, secret: person) ?? [] }
    events.append(event)
    return event.id
  }

  /// Takes the office with a person of its own: account name, profile and key.
  package mutating func appoint(
    _ user: UserName, first: String, last: String = "", position: String, phone: String = ""
  ) {
    let pair = Sodium.signingPair(seed: world.random(32))
    author = user
    person = pair.secret
    add(
      .profileMade,
      .profile(
        Profile(user: user, first: first, last: last, position: position, phone: phone, key: pair.publicKey)))
  }

  /// Gives a unit below its place in the tree and a card, accepts the machine that joins with it, and returns what the child adds
  /// to its own chain to join.
  package mutating func install(_ child: Unit, as joiner: inout ChainMaker) {
    add(.unitSet, .unit(child), about: child.code)
    let join = joiner.join(with: issue(child.code), lamport: lamport)
    lamport = max(lamport, joiner.lamport)
    add(.joinAccepted, .acceptedJoin(JoinAccepted(join: join)), about: child.code)
  }

  /// A card for a unit: its event and the one-use key that the starter file would hold.
  package mutating func issue(_ unit: UnitCode, term: Int64 = 1, purpose: Card.Purpose = .first) -> IssuedCard {
    let enrolment = Sodium.signingPair(seed: world.random(32))
    var card = Card(
      unit: unit, term: term, purpose: purpose, user: UserName(unit.text), enrolmentKey: enrolment.publicKey)
    card.machine = Sodium.sign(card.vow, secret: keys.secret) ?? []
    let id = add(.cardIssued, .card(card), about: unit)
    return IssuedCard(id: id, secret: enrolment.secret)
  }

  /// Joins with a card: the enrolment key signs this chain's id.
  @discardableResult
  package mutating func join(with card: IssuedCard, lamport seen: Int64) -> EventID {
    lamport = max(lamport, seen)
    return add(
      .joined, .join(Join(card: card.id, signature: Sodium.sign(chain.hash.bytes, secret: card.secret) ?? [])))
  }
}

/// A card as its issuer knows it for a moment.
package struct IssuedCard: Sendable {
  package var id: EventID
  package var secret: [UInt8]

  package init(id: EventID, secret: [UInt8]) {
    self.id = id
    self.secret = secret
  }
}
