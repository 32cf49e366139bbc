import LECModel

/// The state of trust of one file, read from its authority events when they have changed and kept while they have not.
final class TrustBook {
  private let connection: Connection
  private let log: EventLog
  private var known: (version: Int64, state: TrustState)?
  private var gaps: [ChainID: Int64] = [:]
  /// Kinds to be treated as those of a newer program: to try what an older one does with them.
  var newerKinds: Set<EventKind> = []
  /// What lies on the way from a named head to its chain's beginning. Asked for every event of a chain that was forked and then
  /// cut: walking there anew for each would take hours in a long one.
  private var branches: [EventID: Set<EventID>] = [:]

  static let version = """
    SELECT coalesce(max(n), 0) FROM event WHERE kind < 7 OR kind BETWEEN 60 AND 66
    """
  static let authority = """
    SELECT n, id, header, salt, body, signature FROM event WHERE kind < 7 OR kind BETWEEN 60 AND 66 ORDER BY n
    """
  static let faults = "SELECT id, fork, gap FROM chain WHERE fork IS NOT NULL OR gap IS NOT NULL"
  static let ownChains = "SELECT chain FROM device_key"

  init(_ connection: Connection) {
    self.connection = connection
    log = EventLog(connection: connection)
  }

  /// Call when settings or chains changed without a new authority event.
  func forget() {
    known = nil
    branches = [:]
  }

  /// The last event that the state of trust follows from.
  func version() throws(SQLiteError) -> Int64 { try connection.one(Self.version) { $0.integer(0) } ?? 0 }

  func state() throws(SQLiteError) -> TrustState {
    let version = try version()
    if let known, known.version == version { return known.state }
    var forks: [ChainID: Int64] = [:]
    gaps = [:]
    for (chain, fork, gap) in try connection.all(
      Self.faults,
      row: { (ChainID($0.hash(0)), $0.isNull(1) ? nil : $0.integer(1), $0.isNull(2) ? nil : $0.integer(2)) })
    {
      forks[chain] = fork
      gaps[chain] = gap
    }
    let state = TrustState(
      try events(), anchors: try anchors(), forks: forks, verify: { Sodium.verify($0, $1, publicKey: $2) })
    known = (version, state)
    branches = [:]
    return state
  }

  /// What would count if this file also knew these events.
  func state(with more: [TrustEvent]) throws(SQLiteError) -> TrustState {
    TrustState(
      try events() + more, anchors: try anchors(), verify: { Sodium.verify($0, $1, publicKey: $2) })
  }

  private func events() throws(SQLiteError) -> [TrustEvent] {
    try connection.all(Self.authority, row: EventLog.row).compactMap { $0 }.map { TrustEvent($0) }
  }

  func anchors() throws(SQLiteError) -> TrustAnchors {
    let settings = SettingTable(connection: connection)
    let root = try settings.value(Setting.root).flatMap { Hex.bytes($0) }.flatMap { Hash32($0) }.map { EventID($0) }
    let chains = try connection.all(Self.ownChains) { ChainID($0.hash(0)) }
    return TrustAnchors(
      root: root, ownUnit: try settings.value(Setting.unit).map { UnitCode($0) }, ownChains: Set(chains))
  }

  func judge(_ event: StoredEvent) throws(SQLiteError) -> Verdict {
    if let kind = event.header.kind, newerKinds.contains(kind) { return .waiting(.newerKind) }
    let state = try state()
    let gap = gaps[event.header.chain] ?? .max
    return state.judge(TrustEvent(event), isConnected: event.header.sequence < gap) { cut in
      (try? branch(to: cut).contains(event.id)) ?? false
    }
  }

  private func branch(to head: EventID) throws(SQLiteError) -> Set<EventID> {
    if let known = branches[head] { return known }
    let branch = try log.branch(to: head)
    branches[head] = branch
    return branch
  }
}

extension EventLog {
  /// A head and what lies before it on the way to the chain's beginning, as far as this file has it.
  func branch(to head: EventID) throws(SQLiteError) -> Set<EventID> {
    var branch: Set<EventID> = []
    var at = head
    while let n = try number(of: at), let event = try event(n), branch.insert(at).inserted {
      if event.header.sequence == 0 { break }
      at = event.header.previous
    }
    return branch
  }
}
