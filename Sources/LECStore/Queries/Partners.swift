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
    let forks = try unitsWithForks(state), releases = try unsentReleases()
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
        },
        forked: forks.count { isThere($0.unit) && !$0.hasGoneOn },
        putBack: forks.count { isThere($0.unit) && $0.hasGoneOn }, releases: releases[unit.code] ?? 0)
    }
  }

  private static let ownReleases = """
    SELECT confirmation_end.n, confirmation_end.unit FROM confirmation_end JOIN event ON event.n = confirmation_end.n
    JOIN chain ON chain.n = event.chain WHERE chain.id = ?1 AND confirmation <> x''
    """

  /// The confirmations released here that are in no file for the unit below through which they go: nobody there knows that there is
  /// something to mend.
  package func unsentReleases() throws -> [UnitCode: Int] {
    let table = BundleFileTable(connection: connection), ownChains = try trust.anchors().ownChains
    var out: [UnitCode: Int] = [:]
    guard let own = try ownUnit() else { return out }
    let rows = try ownChains.flatMap { chain in
      try connection.all(Self.ownReleases, [.blob(chain.hash.bytes)]) { ($0.integer(0), UnitCode($0.text(1))) }
    }
    for (n, unit) in rows {
      // Whoever has no machine is not told by a file.
      guard let next = try path(to: unit).first(where: { $0.parent == own.code }), try canSend(to: next.code) else {
        continue
      }
      if try table.made(for: next.code) ?? 0 < n { out[next.code, default: 0] += 1 }
    }
    return out
  }

  /// The units of machines in office whose file was used twice, each as often as that happened, and whether the machine noticed it.
  private func unitsWithForks(_ state: TrustState) throws -> [(unit: UnitCode, hasGoneOn: Bool)] {
    guard !state.forks.isEmpty else { return [] }
    let known = try trust.state(about: [], chains: state.forks.keys.sorted())
    return state.forks.keys.compactMap { chain in
      guard let office = known.standing(chain).office, office.reach == .open else { return nil }
      return (office.unit, known.hasGoneOn(from: chain))
    }
  }

  /// The same file is to be asked for, however many pieces of it are told.
  private static let mostBranches = 3

  private static let waitsBehind = """
    SELECT 1 FROM chain JOIN event ON event.chain = chain.n JOIN pending ON pending.n = event.n
    WHERE chain.id = ?1 AND seq >= ?2 AND verdict = 'waiting' AND reason = 'gap' LIMIT 1
    """

  /// What is missing of one chain: all from the first gap on, and before that on branches of their own, where a machine wrote on in two
  /// copies of its file.
  private func gaps(of chain: ChainID, _ fault: ChainFaults.Fault) throws -> [(first: Int64, next: Int64)] {
    var gaps: [(Int64, Int64)] = []
    if let gap = fault.gap {
      gaps.append((try ChainFaults(connection: connection).last(of: chain, before: gap) + 1, gap))
    }
    if let fork = fault.fork {
      let missing = try Set(ForkedChain(chain, from: fork, log).missing).sorted().filter { place in
        !gaps.contains { $0.0 <= place && place < $0.1 }
      }
      gaps += missing.prefix(Self.mostBranches).map { ($0, $0 + 1) }
    }
    return gaps
  }

  /// Entries that have not come though later ones of their machine have. Behind the end of a term nothing waits any more, and nobody is
  /// sent for what is of no use.
  func missingPieces(in some: Set<ChainID>? = nil) throws -> [MissingPiece] {
    let faults = try ChainFaults(connection: connection).all().filter { some?.contains($0.key) ?? true }
    let pieces = try faults.sorted { $0.key < $1.key }.flatMap { chain, fault in
      try gaps(of: chain, fault).filter { gap in
        let behind: [Value] = [.blob(chain.hash.bytes), .integer(gap.next)]
        return try connection.one(Self.waitsBehind, behind) { _ in true } ?? false
      }.map { (chain, $0) }
    }
    guard !pieces.isEmpty else { return [] }
    let state = try trust.state(about: [], chains: pieces.map(\.0))
    return pieces.map { chain, gap in
      MissingPiece(unit: state.unit(ofMachine: chain) ?? UnitCode(""), from: gap.first, to: gap.next - 1)
    }
  }
}
