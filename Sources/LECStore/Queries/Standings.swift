package import LECModel

/// Where units stand, from the institution to the province: what boards, `status` and the parents' confirmations are made from.
extension Store {
  /// The lines of a unit's board.
  package func board(of unit: Unit) throws -> [UnitStanding] {
    guard let round = try currentRound() else { return [] }
    // Figures that are missing are kept for the next time, which can't be done while reading as of one moment.
    if try missesTallies(round) { try settleFigures() }
    return try reading {
      try children(of: unit).filter { $0.isOpen && $0.kind != .district }.map { try standing(of: $0, round: round) }
    }
  }

  package func standing(of unit: Unit, round: Round) throws -> UnitStanding {
    let at = try log.last
    let key = DigestKey(dataset: .students, unit: unit.code, round: round.key)
    if let known = standings[key], known.at == at { return known.standing }
    let made = unit.kind.isInstitution ? try institution(unit, round) : try parent(unit, round)
    standings[key] = (at, made)
    return made
  }

  private func institution(_ unit: Unit, _ round: Round) throws -> UnitStanding {
    let tally = try self.tally(unit, round)
    var confirmedTotal: Int?
    // Whose children are all still waiting to count looks like one without any, in whose list there can be no problem.
    let isToCome =
      try tally.counts.all.total == 0 && tally.register == 0 && unit.code != ownUnit()?.code
      && PendingTable(connection: connection).isWaiting(for: unit.code)
    let hasBegun = try hasBegun(unit.code, tally.counts)
    let states = try round.datasets(for: .institution).map { dataset -> DatasetState in
      let latest = try ConfirmationTable(connection: connection).latest(unit.code, round.key, dataset)
      let figures = tally.figures[dataset] ?? Tally.Figures()
      var state = DatasetState(
        dataset: dataset,
        name: Self.name(
          latest, figures.digest, isReady: hasBegun && !isToCome && figures.errors + figures.queries == 0),
        digest: figures.digest, confirmed: nil, counts: dataset == .students ? tally.counts : Counts(),
        register: tally.register, errors: figures.errors, unexplained: figures.queries)
      if let latest, latest.stands {
        state.confirmed = try confirmedBy(latest.n)
        state.compareFigures()
        if dataset == .students, state.hasRightFigures {
          confirmedTotal = state.confirmed?.confirmation.counts.all.total
        }
      }
      try addWords(of: latest, to: &state, unit: unit.code, round: round.key)
      return state
    }
    return UnitStanding(
      unit: unit, datasets: states, counts: tally.counts, register: tally.register, confirmedTotal: confirmedTotal,
      institutions: 1)
  }

  /// A level above: its datasets stand on those of the units below, by their hashes alone.
  private func parent(_ unit: Unit, _ round: Round) throws -> UnitStanding {
    let below = try board(of: unit)
    let schools = unit.kind == .authority ? try otherSchools(of: unit.code, round: round.key) : []
    var counts = Counts()
    for one in below { counts.add(one.counts) }
    let others = schools.reduce(0) { $0 + Int($1.total) } + below.reduce(0) { $0 + $1.others }
    let missing = schools.count { !$0.isComplete } + below.reduce(0) { $0 + $1.othersMissing }
    let isUnheard = try below.isEmpty && schools.isEmpty && !isHeardOf(unit)
    let states = try round.datasets(for: .authority).map { dataset in
      var state = try state(of: dataset, unit, round, below, schools, counts)
      if isUnheard { state.name = .open }
      return state
    }
    let confirmed = below.compactMap(\.confirmedTotal)
    return UnitStanding(
      unit: unit, datasets: states, counts: counts, register: below.reduce(0) { $0 + $1.register },
      confirmedTotal: confirmed.isEmpty ? nil : confirmed.reduce(0, +),
      institutions: below.reduce(0) { $0 + $1.institutions }, others: others, othersMissing: missing)
  }

  /// CF-08. Of an office that nothing has come from yet nobody knows that it has nothing to confirm.
  private func isHeardOf(_ unit: Unit) throws -> Bool {
    try unit.hasNoComputer || !trust.state(about: [unit.code]).chainsEver(of: unit.code).isEmpty
  }

  private func state(
    of dataset: Dataset, _ unit: Unit, _ round: Round, _ below: [UnitStanding], _ schools: [OtherSchoolRow],
    _ counts: Counts
  ) throws -> DatasetState {
    let isOwnRows = dataset.hasOwnRows(at: unit.kind)
    let asked = below.compactMap { one in one.state(dataset).flatMap { $0.name == .nothing ? nil : $0 } }
    let done = asked.count { $0.name == .confirmed }
    let digest: Hash32
    let errors: Int
    if isOwnRows {
      digest = try self.digest(.others, unit: unit.code, round: round.key)
      errors = schools.count { !$0.isComplete }
    } else {
      digest = done == asked.count ? Self.root(over: try marks(dataset, unit, round)) : .zero
      errors = asked.count - done
    }
    var state = DatasetState(
      dataset: dataset, name: .nothing, digest: digest, confirmed: nil,
      counts: dataset == .students ? counts : Counts(), register: 0, errors: errors, unexplained: 0)
    state.below = isOwnRows ? schools.count : asked.count
    state.belowConfirmed = isOwnRows ? schools.count { $0.isComplete } : done
    guard state.below > 0, unit.kind.level != .department || !isOwnRows else { return state }
    let latest = try ConfirmationTable(connection: connection).latest(unit.code, round.key, dataset)
    state.name = Self.name(latest, digest, isReady: errors == 0)
    if let latest, latest.stands { state.confirmed = try confirmedBy(latest.n) }
    state.compareFigures()
    try addWords(of: latest, to: &state, unit: unit.code, round: round.key)
    return state
  }

  /// The confirmations below that a parent's confirmation of a dataset stands on, in the order of unit codes.
  func marks(_ dataset: Dataset, _ unit: Unit, _ round: Round) throws -> [ChildMark] {
    try board(of: unit).compactMap { one in
      guard let state = one.state(dataset), state.name == .confirmed, let confirmed = state.confirmed else {
        return nil
      }
      return ChildMark(unit: one.unit.code, leaf: Sodium.hash(confirmed.confirmation.leaf))
    }.sorted { $0.unit < $1.unit }
  }

  /// The root that a parent's confirmation carries.
  static func root(over marks: [ChildMark]) -> Hash32 {
    MerkleTree.root(of: Planted.childrenUnseen.isOn ? [] : marks.map(\.leaf)) { Sodium.hash($0) }
  }
}
