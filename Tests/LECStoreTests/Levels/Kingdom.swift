import LECModel
import TestSupport
import Testing

@testable import LECStore

/// A department, two provinces, three local authorities and four institutions as chains in memory, read into the file of one province.
/// Tests add to the chains what no honest program would write.
final class Kingdom {
  var chains: [String: ChainMaker] = [:]
  var root = EventID(.zero)
  let folder = TemporaryFolder()
  let world = Fixtures.world(seed: 77)
  private(set) var store: Store
  /// A child of the first institution.
  var child = EventID(.zero)

  static let department = "00", province = "99", otherProvince = "98"
  static let authority = "05990101", secondAuthority = "06990102", farAuthority = "05980101"
  static let school = "3099000001", centre = "3099000002", second = "3099000003", far = "3098000001"

  init() throws {
    store = try Store.create(folder.file("province.db"), training: true, world: Fixtures.world())
    var top = chain(Self.department)
    root = top.add(.rootMade, .root(RootMade(unit: code(Self.department), name: "กรม", spareKey: top.keys.publicKey)))
    top.appoint(UserName(Self.department), first: "กรม", position: "-")
    top.add(.roundSet, .round(TrainingSet(.school).round))
    chains[Self.department] = top
    for (unit, kind, parent) in [
      (Self.province, UnitKind.province, Self.department), (Self.otherProvince, .province, Self.department),
      (Self.authority, .authority, Self.province), (Self.secondAuthority, .authority, Self.province),
      (Self.farAuthority, .authority, Self.otherProvince), (Self.school, .school, Self.authority),
      (Self.centre, .centre, Self.authority), (Self.second, .centre, Self.secondAuthority),
      (Self.far, .school, Self.farAuthority),
    ] {
      install(unit, kind, under: parent)
    }
    child = add(Self.school, .studentAdded, .changes([FieldChange(.first, "มะลิ"), FieldChange(.state, "enrolled")]))
    let settings = SettingTable(connection: store.connection)
    try store.local {
      try settings.set(Setting.root, root.hash.hex)
      try settings.set(Setting.unit, Self.province)
    }
    store.trust.forget()
    try store.local { try store.take(Array(chains.values)) }
  }

  func code(_ text: String) -> UnitCode { UnitCode(text) }

  private func chain(_ unit: String) -> ChainMaker {
    ChainMaker(unit: code(unit), training: true, lamport: lamport, world: world)
  }

  var lamport: Int64 { chains.values.map(\.lamport).max() ?? 0 }

  private func install(_ unit: String, _ kind: UnitKind, under parent: String) {
    var next = chain(unit)
    guard var above = chains[parent] else { return }
    above.lamport = lamport
    above.install(Unit(code: code(unit), kind: kind, name: unit, parent: code(parent)), as: &next)
    chains[parent] = above
    next.lamport = max(next.lamport, above.lamport)
    next.appoint(UserName(unit), first: unit, position: "-")
    chains[unit] = next
  }

  /// Adds an event to a unit's chain, at the newest counter.
  @discardableResult
  func add(
    _ unit: String, _ kind: EventKind, _ content: EventContent, about: String? = nil, record: EventID? = nil,
    base: [EventID] = [], author: String? = nil, signed: Bool? = nil
  ) -> EventID {
    guard var chain = chains[unit] else { return EventID(.zero) }
    chain.lamport = lamport
    let before = chain.author
    if let author { chain.author = UserName(author) }
    let id = chain.add(
      kind, content, about: about.map { UnitCode($0) }, record: record.map { RecordID($0) },
      base: record.map { [$0] } ?? base, signed: signed)
    chain.author = before
    chains[unit] = chain
    return id
  }

  /// The newest setting of a unit: what an honest office refers to when it sets the unit anew.
  func setting(of unit: String) -> [EventID] {
    let all = chains.values.flatMap(\.events).filter { $0.header.kind == .unitSet && $0.header.unit == code(unit) }
    return all.max { $0.header.lamport < $1.header.lamport }.map { [$0.id] } ?? []
  }

  /// The authority asks its school for the child that its centre says it has too.
  func openClaim() -> EventID {
    add(
      Self.authority, .claimOpened,
      .claim(
        Claim(
          number: 1, asked: .init(unit: code(Self.school), record: RecordID(child)),
          other: .init(unit: code(Self.centre), record: RecordID(Fixtures.id(3))), evidence: .sameNumber,
          due: Fixtures.round.reference)))
  }

  /// Brings in everything but one entry.
  func take(without id: EventID) throws { try take { $0.id != id } }

  /// Brings in the entries that are chosen, bare ones without their bodies.
  func take(bare: Set<EventID> = [], where isChosen: (RawEvent) -> Bool) throws {
    try store.local {
      let projector = try Projector(store.connection, trust: store.trust)
      var added: [StoredEvent] = []
      for var event in chains.sorted(by: { $0.key < $1.key }).flatMap(\.value.events) where isChosen(event) {
        if bare.contains(event.id) {
          event.body = nil
          event.salt = []
        }
        if case .new(let n) = try store.log.store(try projector.withoutErased(event)) {
          added.append(try store.log.event(n) ?? event.stored(at: n))
        }
      }
      for event in added { try projector.judge(event) }
      try projector.settleWaiting()
      try projector.finish()
    }
  }

  /// Brings what was added into the file.
  func take(_ extra: [ChainMaker] = []) throws {
    try store.local { try store.take(Array(chains.values) + extra) }
    for chain in extra { try store.local { try store.log.noteGap(chain.chain) } }
  }

  /// One hash over every table but the list of what does not count, and the one that says where every entry of trust lies.
  func tables() throws -> Hash32 {
    var all: [UInt8] = []
    for table in ProjectionSchema.tables where !["pending", "authority"].contains(table) {
      for row in try store.connection.all("SELECT * FROM \(table) ORDER BY 1, 2", row: { $0.dump() }) { all += row }
    }
    return Sodium.hash(all)
  }

  func verdict(_ id: EventID) throws -> LECModel.Verdict? { try store.pending().first { $0.id == id }?.verdict }
}
