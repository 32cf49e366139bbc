import LECModel

/// The state of trust of one file, read from its authority events when they have changed and kept while they have not: all of it, or
/// as much as was asked about.
final class TrustBook {
  private let connection: Connection
  private let log: EventLog
  private var known: (version: Int64, state: TrustState)?
  /// What was read of it for a few units, while nobody needed the whole.
  private var part: (version: Int64, events: TrustPart, state: TrustState)?
  /// The version as of the moment that all questions are asked about just now.
  private var held: Int64?
  /// How many events went into the parts that were made, and how many there are.
  private var partsCost = 0
  private var wholeCost: Int?
  private let checked = CheckedSignatures()
  private let verify: SignatureCheck
  private let remembers: Bool
  /// Whoever asks for one part after the other is quicker with the whole as soon as they have cost as much.
  private static let largestPart = 4000
  private static let isAuthority = "(kind < 7 OR kind BETWEEN 60 AND 66)"
  private static let count = "SELECT count(*) FROM event WHERE \(isAuthority)"
  private var gaps: [ChainID: Int64] = [:]
  private var outrun: Set<Int64> = []
  /// Kinds to be treated as those of a newer program: to try what an older one does with them.
  var newerKinds: Set<EventKind> = []
  /// The chains that two copies of one file wrote on, as far as somebody asked about them.
  private var forked: [ChainID: ForkedChain] = [:]
  /// The forked chains in which somebody names a head, and how long they were when the ways to it were looked up.
  private var ways: [ChainID: Int] = [:]

  static let version = "SELECT coalesce(max(n), 0) FROM event WHERE \(isAuthority)"
  static let authority = """
    SELECT n, id, header, salt, body, signature FROM event
    WHERE \(isAuthority) AND n > ?1 ORDER BY n
    """
  static let before = """
    SELECT event.id, seq FROM event JOIN chain ON chain.n = event.chain WHERE chain.id = ?1 AND seq < ?2
    ORDER BY seq DESC, event.n LIMIT 1
    """
  static let ownChains = "SELECT chain FROM device_key"

  /// The claim that an answer or a decision belongs to, where it is here.
  func claim(_ record: RecordID?) throws(SQLiteError) -> Claim? {
    guard let record, let n = try log.number(of: record.event),
      case .claim(let claim)? = try log.event(n)?.body?.content
    else { return nil }
    return claim
  }

  /// `remembers` is false for whoever wants every signature checked by himself.
  init(_ connection: Connection, remembers: Bool = true) {
    self.remembers = remembers
    self.connection = connection
    verify = { [checked] in checked.check($0, $1, $2) }
    log = EventLog(connection: connection)
  }

  /// Call when settings or chains changed without a new authority event.
  func forget() {
    known = nil
    part = nil
    forked = [:]
  }

  /// The same, and nothing that was found right before is taken for right: the tables are made anew.
  func forgetAll() {
    forget()
    checked.forget()
  }

  /// Keeps what was checked, inside the transaction that is open.
  func keepChecked() throws(SQLiteError) { try checked.keep(connection) }

  /// The last event that the state of trust follows from.
  func version() throws(SQLiteError) -> Int64 {
    if let held { return held }
    return try connection.one(Self.version) { $0.integer(0) } ?? 0
  }

  /// For questions inside one reading transaction, where nothing new can come: the version is asked once.
  func holding<T>(_ body: () throws -> T) throws -> T {
    held = try version()
    defer { held = nil }
    return try body()
  }

  func state() throws(SQLiteError) -> TrustState {
    if let known, try known.version == version() { return known.state }
    return try readOn().state
  }

  /// The state as far as it is about these units and chains: whatever it says about others does not hold. Read without the rest where
  /// nobody needed that yet.
  func state(
    about units: [UnitCode], chains: [ChainID] = [], adopted: EventID? = nil
  ) throws(SQLiteError) -> TrustState {
    guard known == nil else { return try state() }
    let version = try version()
    if part?.version != version {
      let forks = try readFaults()
      forked = [:]
      let anchors = try anchors()
      part = (version, TrustPart(anchors), try make([], anchors, forks))
    }
    guard var next = part else { return try state() }
    for unit in units { next.events.add(unit) }
    for chain in chains { next.events.add(chain) }
    if let adopted { next.events.add(adoptionsOf: adopted) }
    let index = AuthorityIndex(connection: connection)
    if try next.events.gather({ key throws(SQLiteError) in try index.events(key) }) {
      partsCost += next.events.events.count
      guard next.events.events.count < Self.largestPart, try partsCost < whole() else { return try state() }
      next.state = try make(Array(next.events.events.values), next.state.anchors, next.state.forks)
    }
    part = next
    return next.state
  }

  /// What reading everything costs, in events. A few parts are cheap in any file.
  private func whole() throws(SQLiteError) -> Int {
    if let wholeCost { return wholeCost }
    let count = max(500, try connection.one(Self.count) { Int($0.integer(0)) } ?? 0)
    wholeCost = count
    return count
  }

  /// The state after events came in, and what they changed; read on from what is known where that can be done. `isFilled` says that
  /// bodies came for events that were there before.
  func readOn(isFilled: Bool = false) throws(SQLiteError) -> (state: TrustState, growth: TrustState.Growth?) {
    let version = try version()
    let forks = try readFaults()
    forked = [:]
    let news = try known.map { known throws(SQLiteError) in try events(after: known.version) } ?? []
    // In its place: whoever held a copy would make all of it be copied.
    var isSpoiled = false
    var isSameWay = true
    for (chain, count) in ways where try self.chain(chain, from: forks[chain] ?? 0).count != count { isSameWay = false }
    if !isFilled, isSameWay, known?.state.forks == forks, let units = known?.state.units(touchedBy: news) {
      if let growth = known?.state.grow(touching: units), let state = known?.state {
        known?.version = version
        return (state, growth)
      }
      isSpoiled = true
    }
    let old = known?.state
    let state = try makeState(forks)
    known = (version, state)
    if !isSameWay { isSpoiled = true }
    guard let old else { return (state, nil) }
    let before = Set(old.joins.map(\.join))
    return (
      state,
      TrustState.Growth(
        keepsVerdicts: !isSpoiled && state.keepsVerdicts(of: old),
        joins: state.joins.filter { !before.contains($0.join) && state.isOpen($0) })
    )
  }

  /// The faults of chains as they are now: the forks are handed on, the others kept.
  private func readFaults() throws(SQLiteError) -> [ChainID: Int64] {
    var forks: [ChainID: Int64] = [:]
    gaps = [:]
    outrun = try OutrunTable(connection: connection).all()
    for (chain, fault) in try ChainFaults(connection: connection).all() {
      forks[chain] = fault.fork
      gaps[chain] = fault.gap
    }
    return forks
  }

  private func makeState(_ forks: [ChainID: Int64]) throws(SQLiteError) -> TrustState {
    if remembers { try checked.load(connection) }
    return try make(try events(after: 0), try anchors(), forks)
  }

  /// Which way the events of a forked chain went is looked up for every head that somebody names in it.
  private func make(
    _ events: [TrustEvent], _ anchors: TrustAnchors, _ forks: [ChainID: Int64]
  ) throws(SQLiteError) -> TrustState {
    var named: [EventID: ForkedChain] = [:]
    ways = [:]
    if !forks.isEmpty {
      for event in events {
        for end in event.namedEnds where named[end.id] == nil {
          // Whoever names a head under another chain says nothing about it.
          guard let fork = forks[end.chain] else { continue }
          let chain = try chain(end.chain, from: fork)
          ways[end.chain] = chain.count
          if chain.has(end.id) { named[end.id] = chain }
        }
      }
    }
    return TrustState(
      events, anchors: anchors, forks: forks,
      isOnBranch: { [named] event, head in named[head]?.leads(from: event, to: head) }, verify: verify)
  }

  private func chain(_ chain: ChainID, from fork: Int64) throws(SQLiteError) -> ForkedChain {
    if let known = forked[chain] { return known }
    let read = try ForkedChain(chain, from: fork, log)
    forked[chain] = read
    return read
  }

  /// The end of a chain as far as it is whole here: what came behind a gap could have anything before it. A chain that was forked has
  /// one for every branch, or what one of two copies of a file rightly did would be lost.
  func heads(of chain: ChainID) throws(SQLiteError) -> [ChainHead] {
    let fault = try ChainFaults(connection: connection).of(chain), gap = fault.gap
    if let fork = fault.fork, fork < gap ?? .max { return try ForkedChain(chain, from: fork, log).heads }
    let last = try connection.one(Self.before, [.blob(chain.hash.bytes), .integer(gap ?? .max)]) {
      ChainHead(chain: chain, sequence: $0.integer(1), id: EventID($0.hash(0)))
    }
    return last.map { [$0] } ?? []
  }

  /// What would count if this file also knew these events.
  func state(with more: [TrustEvent]) throws(SQLiteError) -> TrustState {
    var state = try state()
    if let units = state.units(touchedBy: more), state.grow(touching: units) != nil { return state }
    return try make(try events(after: 0) + more, try anchors(), state.forks)
  }

  /// The units that hung elsewhere before.
  func moves() throws(SQLiteError) -> [MoveTable.Move] { try MoveTable(connection: connection).all() }

  private func events(after n: Int64) throws(SQLiteError) -> [TrustEvent] {
    try connection.all(Self.authority, [.integer(n)], row: EventLog.row).compactMap { $0 }.map { TrustEvent($0) }
  }

  func anchors() throws(SQLiteError) -> TrustAnchors {
    let settings = SettingTable(connection: connection)
    let root = try settings.value(Setting.root).flatMap { Hex.bytes($0) }.flatMap { Hash32($0) }.map { EventID($0) }
    let chains = try connection.all(Self.ownChains) { ChainID($0.hash(0)) }
    return TrustAnchors(
      root: root, ownUnit: try settings.value(Setting.unit).map { UnitCode($0) }, ownChains: Set(chains))
  }

  func judge(_ event: StoredEvent) throws(SQLiteError) -> Verdict {
    let state = try state(judging: event)
    let gap = gaps[event.header.chain] ?? .max
    // Who is who follows from the set of what was said, in whatever order.
    if event.header.sequence < gap, outrun.contains(event.n), !(event.header.kind?.isAuthority ?? false) {
      return .refused(.malformed)
    }
    let isFollowing = try isConnected(event, state)
    return state.judge(
      TrustEvent(event), isConnected: event.header.sequence < gap && isFollowing,
      isNewer: event.header.kind.map(newerKinds.contains) ?? true)
  }

  private func isConnected(_ event: StoredEvent, _ state: TrustState) throws(SQLiteError) -> Bool {
    let header = event.header
    guard let fork = state.forks[header.chain], header.sequence > fork else { return true }
    _ = try chain(header.chain, from: fork)
    return forked[header.chain]?.takes(event.id, header) ?? true
  }

  /// Whether an event whose body is gone was written by somebody who had the right to.
  func mayHaveWritten(_ event: StoredEvent) throws(SQLiteError) -> Bool {
    try state(judging: event).mayHaveWritten(event.id, event.header)
  }

  private func state(judging event: StoredEvent) throws(SQLiteError) -> TrustState {
    let header = event.header
    let state = try state(about: [header.unit], chains: [header.chain])
    // Only what stands behind the end of a term, or of a move, can have been taken over.
    guard let office = state.standing(header.chain).office,
      office.reach != .open || state.relation(from: office.unit, to: header.unit) == .foreign
    else { return state }
    return try self.state(about: [header.unit], chains: [header.chain], adopted: event.id)
  }
}
