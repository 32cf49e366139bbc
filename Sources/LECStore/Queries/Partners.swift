package import LECModel

/// What went to and came from other units, what waits to be sent, and what is missing.
extension Store {
  /// The last file read from a unit.
  package func lastFile(from unit: UnitCode) throws -> FileMark? {
    try BundleFileTable(connection: connection).latest(unit, made: false)
  }

  /// The last file made for a unit.
  package func lastFile(to unit: UnitCode) throws -> FileMark? {
    try BundleFileTable(connection: connection).latest(unit, made: true)
  }

  /// Whether this very file was read here, or made here.
  package func hasRead(_ file: [UInt8]) throws -> Bool {
    try BundleFileTable(connection: connection).has(Sodium.hash(file))
  }

  /// The newest of the files made here that a unit says to have read.
  package func receipt(of unit: UnitCode) throws -> FileMark? {
    try BundleFileTable(connection: connection).receipt(of: unit)
  }

  /// Whether a file for that unit could be opened there: it has a machine whose key is known.
  package func canSend(to unit: UnitCode) throws -> Bool {
    let state = try trust.state()
    guard let own = try ownUnit() else { return false }
    let relation = state.relation(from: own.code, to: unit)
    let isUp = state.relation(from: unit, to: own.code) == .child
    guard relation == .child || isUp || own.parent == unit else { return false }
    return state.boxKeys[unit] != nil
      || state.chains.values.contains { $0.office?.unit == unit && $0.office?.limit == .max }
  }

  package func relation(to unit: UnitCode) throws -> Relation {
    guard let own = try ownUnit() else { return .foreign }
    return try trust.state().relation(from: own.code, to: unit)
  }

  /// The units that files go to and come from: the office above first, then those below, then further machines of the own unit.
  package func partners() throws -> [PartnerEntry] {
    guard let own = try ownUnit() else { return [] }
    var units = try children(of: own).filter(\.isOpen)
    if let parent = try own.parent.flatMap({ try unit($0) }) { units.insert(parent, at: 0) }
    let missing = try missingPieces()
    let pending = try self.pending()
    return try units.map { unit in
      let waiting = try waiting(for: unit.code)
      let state = try trust.state()
      let held = pending.filter { unit.code != own.parent && state.isInside($0.unit, unit.code) }
      return PartnerEntry(
        unit: unit, isParent: unit.code == own.parent, canSend: try canSend(to: unit.code),
        lastOut: try lastFile(to: unit.code), receipt: try receipt(of: unit.code),
        lastIn: try lastFile(from: unit.code),
        changes: waiting.changes, bytes: waiting.bytes, pending: held.count, oldestPending: held.map(\.at).min(),
        missing: missing.filter { unit.code != own.parent && state.isInside($0.unit, unit.code) })
    }
  }

  static let waitingSizes = """
    SELECT chain.id, count(*), coalesce(sum(length(header) + coalesce(length(body), 0)), 0) FROM event
    JOIN chain ON chain.n = event.chain WHERE event.n > ?1 AND event.kind <> 52 GROUP BY chain.id
    """

  /// How much has been written since the unit's last receipt that it has not got. Files shrink to about a third.
  private func waiting(for unit: UnitCode) throws -> (changes: Int, bytes: Int) {
    guard let own = try ownUnit() else { return (0, 0) }
    let base = try BundleFileTable(connection: connection).base(for: unit) ?? 0
    let selection = BundleSelection(trust: try trust.state(), own: own.code, receiver: unit)
    let ownChains = try trust.anchors().ownChains
    var changes = 0, bytes = 0
    for (chain, count, size) in try connection.all(
      Self.waitingSizes, [.integer(base)],
      row: { (ChainID($0.hash(0)), Int($0.integer(1)), Int($0.integer(2))) })
    where selection.takes(chain, ownChains: ownChains) && !selection.isReceivers(chain) {
      changes += count
      bytes += size / 3
    }
    return (changes, bytes == 0 ? 0 : bytes + 400)
  }

  static let gaps = """
    SELECT chain.id, chain.gap, (SELECT max(seq) FROM event WHERE event.chain = chain.n AND seq < chain.gap)
    FROM chain WHERE (fork IS NOT NULL OR gap IS NOT NULL) AND gap IS NOT NULL
    """

  /// Entries that have not come though later ones of their machine have.
  func missingPieces(in some: Set<ChainID>? = nil) throws -> [MissingPiece] {
    let state = try trust.state()
    return try connection.all(Self.gaps) {
      (ChainID($0.hash(0)), $0.integer(1), $0.isNull(2) ? -1 : $0.integer(2))
    }.filter { some?.contains($0.0) ?? true }.map { chain, gap, last in
      let unit = state.standing(chain).office?.unit ?? state.unitJoined(by: chain)
      return MissingPiece(unit: unit ?? UnitCode(""), from: last + 1, to: gap - 1)
    }
  }
}
