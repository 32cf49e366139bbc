package import LECModel

/// The department's snapshot of the reference date, its amendments, and proofs against it (CF-11, CF-13).
extension Store {
  /// Freezes what the department has received: every institution's digest and figures, one root over all of it.
  @discardableResult
  package func takeSnapshot(password: String, by user: UserName) throws -> Snapshot {
    guard let own = try ownUnit(), own.kind == .department, let round = try currentRound() else {
      throw Refusal(.notYourTask, .cf13, level: .department)
    }
    if let known = try snapshot(of: round.key) {
      throw Refusal(.frozenAlready, .cf13, level: .department, detail: known.round.text)
    }
    let key = try signingKey(user, password: password)
    var parts: [SnapshotPart] = []
    for province in try children(of: own) where province.isOpen {
      parts.append(SnapshotPart(round: round.key, province: province.code, rows: try rows(of: province, round)))
    }
    let named = parts.map { part in
      Snapshot.Part(
        province: part.province, root: Self.root(of: part), rows: Int64(part.rows.count),
        total: part.rows.reduce(0) { $0 + $1.total })
    }
    let snapshot = Snapshot(
      round: round.key, reference: round.reference, parts: named,
      root: MerkleTree.root(of: named.map(\.root)) { Sodium.hash($0) })
    try transaction(author: user, unit: own.code) { writer in
      for part in parts { try writer.add(.snapshotPart, EventBody(.snapshotPart(part)), sign: key) }
      try writer.add(.snapshotTaken, EventBody(.snapshot(snapshot)), sign: key)
    }
    return snapshot
  }

  static func root(of part: SnapshotPart) -> Hash32 {
    MerkleTree.root(of: part.rows.map { Sodium.hash($0.leaf(round: part.round)) }) { Sodium.hash($0) }
  }

  private func rows(of province: Unit, _ round: Round) throws -> [SnapshotRow] {
    var out: [SnapshotRow] = []
    for authority in try board(of: province) {
      if let others = authority.state(.others), others.name != .nothing {
        out.append(row(authority, others, total: authority.others))
      }
      for one in try board(of: authority.unit) {
        for state in one.datasets { out.append(row(one, state, total: state.dataset == .students ? nil : 0)) }
      }
    }
    return out
  }

  private func row(_ one: UnitStanding, _ state: DatasetState, total: Int?) -> SnapshotRow {
    let all = state.counts.all
    return SnapshotRow(
      unit: one.unit.code, dataset: state.dataset, digest: state.digest, total: Int64(total ?? all.total),
      male: Int64(total == nil ? all.male : 0), female: Int64(total == nil ? all.female : 0),
      isConfirmed: state.name == .confirmed)
  }

  static let snapshotOf = "SELECT body FROM snapshot WHERE round = ?1 ORDER BY lamport, id LIMIT 1"
  static let rowsOf = """
    SELECT unit, dataset, digest, total, male, female, confirmed, part, place FROM snapshot_row
    WHERE round = ?1 AND province = ?2 ORDER BY part, place
    """

  /// The snapshot of a round; of two the first counts.
  package func snapshot(of round: RoundKey) throws -> Snapshot? {
    guard let bytes = try connection.one(Self.snapshotOf, [.text(round.text)], row: { $0.blob(0) }),
      let value = try? CanonicalReader.read(bytes),
      case .snapshot(let snapshot)? = EventBody(value, kind: .snapshotTaken)?.content
    else { return nil }
    return snapshot
  }

  /// The rows of one province as they were frozen, in their order.
  func snapshotRows(of province: UnitCode, round: RoundKey) throws -> [SnapshotRow] {
    guard let named = try snapshot(of: round)?.parts.first(where: { $0.province == province }) else { return [] }
    let all = try connection.all(Self.rowsOf, [.text(round.text), .text(province.text)]) {
      (
        part: $0.blob(7),
        row: Dataset(rawValue: $0.text(1)).map { [s = $0] dataset in
          SnapshotRow(
            unit: UnitCode(s.text(0)), dataset: dataset, digest: s.hash(2), total: s.integer(3), male: s.integer(4),
            female: s.integer(5), isConfirmed: s.integer(6) != 0)
        }
      )
    }
    // A part that the snapshot does not name stays out: its rows do not give the root.
    for (_, rows) in Dictionary(grouping: all, by: { $0.part }) {
      let part = SnapshotPart(round: round, province: province, rows: rows.compactMap(\.row))
      if Self.root(of: part) == named.root { return part.rows }
    }
    return []
  }

  /// How many children of a province were frozen; nil where its rows are not here.
  package func frozenTotals(of province: UnitCode, round: RoundKey) throws -> FrozenTotals? {
    let rows = try snapshotRows(of: province, round: round)
    guard !rows.isEmpty else { return nil }
    func sum(_ isOther: Bool) -> Int {
      rows.filter { ($0.dataset == .others) == isOther }.reduce(0) { $0 + Int($1.total) }
    }
    return FrozenTotals(listed: sum(false), others: sum(true))
  }

  /// What speaks for waiting with the snapshot; nil where there is no round.
  package func snapshotReadiness() throws -> SnapshotReadiness? {
    guard let own = try ownUnit(), let round = try currentRound() else { return nil }
    var institutions = 0, open = 0
    for province in try children(of: own) where province.isOpen {
      for authority in try board(of: province) {
        for one in try board(of: authority.unit) {
          institutions += 1
          if one.state(.students)?.name != .confirmed { open += 1 }
        }
      }
    }
    return SnapshotReadiness(
      reference: round.reference, daysAhead: max(0, round.reference.dayNumber - now().date.dayNumber),
      institutions: institutions, open: round.policy == .open ? 0 : open)
  }

  /// What was frozen for a unit, by dataset.
  package func frozen(_ unit: UnitCode, round: RoundKey) throws -> [SnapshotRow] {
    guard let province = try path(to: unit).first(where: { $0.kind == .province }) else { return [] }
    return try snapshotRows(of: province.code, round: round).filter { $0.unit == unit }
  }

  /// Records that a unit's figures changed after the snapshot: a numbered amendment beside it.
  @discardableResult
  package func amend(_ code: UnitCode, reason: String, password: String, by user: UserName) throws -> [Amendment] {
    guard let own = try ownUnit(), own.kind == .department, let round = try currentRound(),
      try snapshot(of: round.key) != nil, let unit = try unit(code)
    else { throw Refusal(.notYourTask, .cf13, level: .department, detail: code.text) }
    let key = try signingKey(user, password: password)
    let before = try frozen(code, round: round.key)
    let latest = try amendments(round: round.key)
    let now = try standing(of: unit, round: round)
    var number = latest.map(\.number).max() ?? 0
    var made: [Amendment] = []
    for state in now.datasets {
      let fresh = row(now, state, total: state.dataset == .students ? nil : state.dataset == .others ? now.others : 0)
      let known =
        latest.last { $0.row.unit == code && $0.row.dataset == state.dataset }?.row
        ?? before.first { $0.dataset == state.dataset }
      if known?.digest == fresh.digest { continue }
      number += 1
      made.append(Amendment(round: round.key, number: number, row: fresh, reason: reason))
    }
    guard !made.isEmpty else { throw Refusal(.nothingToAmend, .cf13, level: .department, detail: unit.name) }
    try transaction(author: user, unit: own.code) { writer in
      for amendment in made { try writer.add(.amended, EventBody(.amendment(amendment)), sign: key) }
    }
    return made
  }

  package func amendments(round: RoundKey) throws -> [Amendment] {
    try connection.all("SELECT body FROM amendment WHERE round = ?1 ORDER BY number, n", [.text(round.text)]) {
      $0.blob(0)
    }.compactMap { bytes in
      guard let value = try? CanonicalReader.read(bytes),
        case .amendment(let amendment)? = EventBody(value, kind: .amended)?.content
      else { return nil }
      return amendment
    }
  }
}
