import LECModel
import TestSupport

@testable import LECStore

/// Somebody whose term has ended and who goes on with his machine, his password and what he knows: at random, whatever a program could
/// be made to write, and more.
struct Renegade {
  /// A chain that he has the key of, as one of its branches goes.
  private struct Branch {
    let chain: ChainID
    let secret: [UInt8]
    /// Whose machine it says it is.
    let unit: UnitCode
    var events: [RawEvent]

    var head: EventID { events.last?.id ?? EventID(.zero) }
  }

  let unit: UnitCode
  /// His file, which never hears of the end.
  private let store: Store
  private let user: UserName
  private let person: [UInt8]
  private let others: [UnitCode]
  private let world: World
  private var luck: Luck
  private var branches: [Branch]
  private var cards: [(unit: UnitCode, card: IssuedCard)] = []
  private var lamport: Int64

  init(_ store: Store, as user: UserName, among others: [UnitCode], seed: UInt64) throws {
    self.store = store
    self.user = user
    self.others = others
    world = Fixtures.world(seed: seed)
    luck = Luck(seed: seed)
    unit = try store.ownCode()
    person = try store.signingKey(user, password: TrainingSet.password)
    lamport = 10_000
    branches = try store.trust.anchors().ownChains.sorted().compactMap { chain in
      guard let secret = try DeviceKeys(connection: store.connection).signing(chain) else { return nil }
      return Branch(
        chain: chain, secret: secret, unit: try store.ownCode(),
        events: try store.runs(of: chain, isOwn: true).flatMap(\.events))
    }
  }

  private mutating func any(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &luck) }
  private mutating func one<T>(of all: [T]) -> T? { all.isEmpty ? nil : all[any(all.count)] }
  private mutating func happens(_ percent: Int) -> Bool { any(100) < percent }

  // MARK: What he writes

  /// Some entries, on one of his chains or on another branch of it, in a later life or on a machine that he lets in himself.
  mutating func write() throws {
    switch any(10) {
    case 0: try fork()
    case 1: begin(goingOn: true)
    case 2: begin(goingOn: false)
    default: break
    }
    for _ in 0...any(6) { try add(to: any(branches.count)) }
  }

  private mutating func fork() throws {
    let old = branches[any(branches.count)]
    var new = old
    new.events = Array(old.events.prefix(1 + any(old.events.count)))
    branches.append(new)
  }

  /// A life of one of his chains, or a machine that joins with a card he has issued.
  private mutating func begin(goingOn: Bool) {
    let old = branches[any(branches.count)], card = goingOn ? nil : one(of: cards)
    let unit = goingOn ? old.unit : card?.unit ?? unit
    var maker = ChainMaker(
      unit: unit, reason: goingOn ? .restored : .first, training: true, lamport: lamport,
      continues: goingOn ? (old.chain, old.secret) : nil, world: world)
    if let card { maker.join(with: card.card, lamport: lamport) }
    lamport = maker.lamport
    branches.append(Branch(chain: maker.chain, secret: maker.keys.secret, unit: unit, events: maker.events))
  }

  private mutating func add(to place: Int) throws {
    var branch = branches[place]
    let (kind, content, target, record) = try something(on: branch)
    var out = CanonicalWriter()
    EventBody(content).write(to: &out)
    lamport = happens(3) ? lamport + 1 << 20 : happens(10) ? max(1, lamport - 9_000) : lamport + 1
    let salt = world.random(16)
    var header = EventHeader(
      chain: branch.chain, sequence: Int64(branch.events.count), previous: branch.head, lamport: lamport,
      time: world.now(), author: UserName((happens(95) ? branch.unit : one(of: others) ?? unit).text), unit: target,
      kind: kind,
      record: record, base: [], bodyHash: Sodium.hash(out.bytes, key: salt))
    if happens(3) { header.kindNumber = 998 }
    var event = RawEvent(header, salt: salt, body: out.bytes)
    if happens(95) { event.signature = Sodium.sign(event.id.hash.bytes, secret: person) ?? [] }
    branch.events.append(event)
    branches[place] = branch
    if case .card(let card) = content, let secret = enrolments[card.enrolmentKey] {
      cards.append((card.unit, IssuedCard(id: event.id, secret: secret)))
    }
  }

  private var enrolments: [[UInt8]: [UInt8]] = [:]

  private mutating func something(
    on branch: Branch
  ) throws -> (EventKind, EventContent, UnitCode, RecordID?) {
    let mine = try store.children(of: try store.unit(branch.unit) ?? store.ownUnit() ?? Fixtures.school).map(\.code)
    let target = happens(50) ? branch.unit : happens(80) ? one(of: mine) ?? branch.unit : one(of: others) ?? unit
    if happens(branch.unit == target && mine.isEmpty ? 60 : 15) { return try edit(of: target) }
    let known = try store.events(after: Int64(any(60)), limit: 60).map(\.id)
    let id = one(of: known) ?? EventID(.zero)
    let round = TrainingSet(.school).round.key
    switch any(14) {
    case 0, 1:
      let pair = Sodium.signingPair(seed: world.random(32))
      enrolments[pair.publicKey] = pair.secret
      var card = Card(
        unit: target, term: Int64(any(4)), purpose: one(of: Card.Purpose.allCases) ?? .first,
        user: UserName(target.text),
        enrolmentKey: pair.publicKey)
      card.machine = Sodium.sign(card.vow, secret: branch.secret) ?? []
      return (.cardIssued, .card(card), target, nil)
    case 2:
      var heads: [ChainHead] = []
      if happens(50), let head = one(of: try store.trust.heads(of: branch.chain)) { heads.append(head) }
      return (
        .termEnded, .termEnd(TermEnd(unit: target, term: Int64(any(3)), heads: heads, reason: "ลอง")), target, nil
      )
    case 3:
      guard var place = try store.unit(target) else { break }
      place.parent = one(of: others + [unit])
      if happens(30) { place.closed = world.now().date }
      return (.unitSet, .unit(place), target, nil)
    case 4:
      let join = one(of: try store.trust.state().joins)
      let rivals = happens(50) ? try store.trust.state().joins.map(\.join) : []
      return (
        .joinAccepted, .acceptedJoin(JoinAccepted(join: join?.join ?? id, rivals: rivals)), join?.unit ?? target, nil
      )
    case 5:
      let pair = Sodium.signingPair(seed: world.random(32))
      let profile = Profile(
        user: happens(60) ? user : UserName(target.text), first: "อื่น", last: "-", position: "-", phone: "",
        key: pair.publicKey)
      return (.profileMade, .profile(profile), unit, nil)
    case 6:
      let box = Sodium.boxPair(seed: world.random(32))
      let key = BoxKey(
        unit: target, publicKey: box.publicKey, sealed: world.random(72), salt: world.random(16), operations: 1,
        memory: 8192)
      return (.boxKeySet, .boxKey(key), target, nil)
    case 7: return (.adopted, .adoption(Adoption(event: id)), target, nil)
    case 8:
      let release = Release(unit: target, round: round, dataset: .students, confirmation: id, reason: "ลอง")
      return (.released, .release(release), target, nil)
    case 9:
      let mark = BundleMark(
        from: target, file: Sodium.hash(world.random(8)),
        heads: try store.trust.state().machines(of: target).flatMap { try store.trust.heads(of: $0) }.map {
          ChainHead(chain: $0.chain, sequence: $0.sequence + Int64(any(50)), id: $0.id)
        })
      return (.bundleRead, .bundleMark(mark), unit, nil)
    case 10: return (.accountSet, .account(Account(user: user, unit: target, role: .authority)), target, nil)
    default: break
    }
    return try edit(of: target)
  }

  private mutating func edit(of target: UnitCode) throws -> (EventKind, EventContent, UnitCode, RecordID?) {
    var changes = [FieldChange(.remark, "ปลอม \(any(1_000))")]
    // As much as an entry holds, so that files come to their limit.
    if happens(15) { changes = StudentField.allCases.map { FieldChange($0, String(repeating: "น", count: 1_300)) } }
    guard happens(70), let child = try child(of: target) else {
      return (.studentAdded, .changes(changes + [FieldChange(.state, "enrolled")]), target, nil)
    }
    if happens(80) { return (.studentEdited, .changes(changes), target, child) }
    return (.studentRemoved, .changes([FieldChange(.state, StudentState.removed.rawValue)]), target, child)
  }

  private mutating func child(of unit: UnitCode) throws -> RecordID? {
    store.focus = unit == self.unit ? nil : unit
    defer { store.focus = nil }
    return one(of: try store.roster(RosterFilter(), .first, limit: 20))?.id
  }

  // MARK: What he sends

  /// A file for somebody: his own chains as far as he likes, and of what others wrote all, some, or none of the text.
  mutating func file(for receiver: Store) throws -> [UInt8] {
    let to = try receiver.ownCode()
    var runs: [ChainRun] = []
    if happens(60) {
      for var run in try store.runs(for: to) where happens(80) {
        if branches.contains(where: { $0.chain == run.chain }) { continue }
        if happens(20) { for i in run.events.indices where happens(50) { run.events[i].dropText() } }
        runs.append(run)
      }
    }
    var told: Set<ChainID> = []
    for branch in branches where happens(70) {
      // Of two branches of one chain the second comes as a piece behind what both have.
      let first = told.insert(branch.chain).inserted ? 0 : min(1 + any(4), branch.events.count - 1)
      let last = happens(70) ? branch.events.count : first + 1 + any(branch.events.count - first)
      var events = Array(branch.events[first..<last])
      for i in events.indices where i > 0 && happens(5) { events[i].dropText() }
      guard let head = events.last, let signature = Sodium.sign(head.id.hash.bytes, secret: branch.secret) else {
        continue
      }
      runs.append(ChainRun(chain: branch.chain, events: events, signature: signature))
    }
    let sender = happens(70) ? branches[0] : branches[any(branches.count)]
    let forger = Forger(store: store, user: user)
    return try forger.file(of: runs, for: receiver, signing: sender.secret) { header in
      header.chain = sender.chain
      if let start = sender.events.first.flatMap(Store.genesis) { header.signingKey = start.signingKey }
      header.introduction += sender.events.filter { [.genesis, .joined].contains($0.header.kind) }.map(\.packed)
      header.introduction += branches.flatMap(\.events).filter { $0.header.kind == .cardIssued }.prefix(12).map(
        \.packed)
    }
  }
}
