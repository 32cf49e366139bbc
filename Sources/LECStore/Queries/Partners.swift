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
    guard let own = try ownUnit() else { return false }
    let state = try trust.state(about: [own.code, unit])
    if unit == own.code {
      let others = try otherMachines()
      return others.contains { state.boxKey(of: unit) != nil || state.standing($0).office != nil }
    }
    let relation = state.relation(from: own.code, to: unit)
    let isUp = state.relation(from: unit, to: own.code) == .child
    guard relation == .child || isUp || own.parent == unit else { return false }
    return !state.machines(of: unit).isEmpty
  }

  package func relation(to unit: UnitCode) throws -> Relation {
    guard let own = try ownUnit() else { return .foreign }
    return try trust.state(about: [own.code, unit]).relation(from: own.code, to: unit)
  }

  /// The units that files go to and come from: the office above first, then those below, then further machines of the own unit.
  package func partners() throws -> [PartnerEntry] {
    guard let own = try ownUnit() else { return [] }
    var units = try children(of: own).filter(\.isOpen)
    if let parent = try own.parent.flatMap({ try unit($0) }) { units.insert(parent, at: 0) }
    if try !otherMachines().isEmpty { units.append(own) }
    return try reading { try partners(units, of: own) }
  }

  /// How things stand with one of them.
  package func partner(_ code: UnitCode) throws -> PartnerEntry? {
    guard let own = try ownUnit(), let unit = try unit(code) else { return nil }
    return try reading { try partners([unit], of: own).first }
  }

  private func partners(_ units: [Unit], of own: Unit) throws -> [PartnerEntry] {
    let missing = try missingPieces()
    let pending = try PendingTable(connection: connection).sums()
    let state = try trust.state(about: units.map(\.code) + pending.keys + missing.map(\.unit))
    let forked = try unitsWithForks(state)
    var sums = WaitingSums(connection: connection)
    let ownChains = try trust.anchors().ownChains
    let table = BundleFileTable(connection: connection)
    let echoes = try echoes(
      after: units.map { try min(table.made(for: $0.code) ?? 0, table.base(for: $0.code) ?? 0) }.min() ?? 0, ownChains)
    let writers = ChainWriters(trust: trust)
    return try units.map { unit in
      let selection = try BundleSelection(trust: trust, own: own.code, receiver: unit.code, writers: writers)
      let base = try table.base(for: unit.code), made = try table.made(for: unit.code)
      // A single machine beside this one has what it wrote itself; of several each lacks what the others wrote.
      let further = unit.code == own.code ? try otherMachines() : []
      let its = further.count == 1 ? further : []
      let echo = further.count > 1 ? nil : echoes[unit.code]
      let (changes, bytes) = try sums.after(base ?? 0, selection, ownChains, except: its, echo: echo)
      func isThere(_ code: UnitCode) -> Bool {
        unit.code == own.code ? code == own.code : unit.code != own.parent && state.isInside(code, unit.code)
      }
      let held = pending.filter { isThere($0.key) }.values
      return PartnerEntry(
        unit: unit, isParent: unit.code == own.parent, isOwn: unit.code == own.code,
        canSend: try canSend(to: unit.code),
        lastOut: try lastFile(to: unit.code), receipt: try receipt(of: unit.code),
        lastIn: try lastFile(from: unit.code), changes: changes,
        bytes: changes == 0 ? 0 : try fileSize(for: unit.code, after: base) ?? bytes,
        unsent: made == base
          ? changes : try sums.after(made ?? 0, selection, ownChains, except: its, echo: echo).changes,
        owesReceipt: echoes[unit.code]?.pieces.last.map { $0.before > made ?? 0 } ?? false,
        pending: held.reduce(0) { $0 + $1.count },
        oldestPending: held.map(\.oldest).min(),
        missing: try missing.filter { isThere($0.unit) }.map { piece in
          var piece = piece
          piece.files = try table.unread(from: unit.code)
          return piece
        }, forked: forked.count(where: isThere))
    }
  }

  /// The units of machines in office whose file was used twice, each as often as that happened.
  private func unitsWithForks(_ state: TrustState) throws -> [UnitCode] {
    guard !state.forks.isEmpty else { return [] }
    let known = try trust.state(about: [], chains: state.forks.keys.sorted())
    return state.forks.keys.compactMap { chain in
      known.standing(chain).office.flatMap { $0.reach == .open ? $0.unit : nil }
    }
  }

  static let gaps = """
    SELECT chain.id, chain.gap, (SELECT max(seq) FROM event WHERE event.chain = chain.n AND seq < chain.gap)
    FROM chain WHERE (fork IS NOT NULL OR gap IS NOT NULL) AND gap IS NOT NULL
    """

  private static let forks =
    "SELECT id, fork FROM chain WHERE (fork IS NOT NULL OR gap IS NOT NULL) AND fork IS NOT NULL"

  /// What is missing on a branch of its own, where a machine wrote on in two copies of its file.
  private func branchGaps(in some: Set<ChainID>?) throws -> [(ChainID, Int64, Int64)] {
    let forks = try connection.all(Self.forks) { (ChainID($0.hash(0)), $0.integer(1)) }
    return try forks.filter { some?.contains($0.0) ?? true }.flatMap { chain, fork in
      try ForkedChain(chain, from: fork, log).missing.map { (chain, $0 + 1, $0 - 1) }
    }
  }

  /// Entries that have not come though later ones of their machine have.
  func missingPieces(in some: Set<ChainID>? = nil) throws -> [MissingPiece] {
    let gaps =
      try connection.all(Self.gaps) {
        (ChainID($0.hash(0)), $0.integer(1), $0.isNull(2) ? -1 : $0.integer(2))
      }.filter { some?.contains($0.0) ?? true } + branchGaps(in: some)
    guard !gaps.isEmpty else { return [] }
    let state = try trust.state(about: [], chains: gaps.map(\.0))
    return gaps.map { chain, gap, last in
      let unit = state.standing(chain).office?.unit ?? state.unitJoined(by: chain)
      return MissingPiece(unit: unit ?? UnitCode(""), from: last + 1, to: gap - 1)
    }
  }
}
