package import LECModel

/// What made a confirmation void.
extension Store {
  /// Where a void confirmation first stopped holding; nil for one that holds, or was never made.
  package func voidCause(of state: DatasetState, _ unit: Unit) throws -> VoidCause? {
    guard state.name == .void, let confirmed = state.confirmed, let round = try currentRound() else { return nil }
    if !state.hasRightFigures {
      return VoidCause(.figures, unit: unit, person: confirmed.person, since: confirmed.at)
    }
    if state.dataset.hasOwnRows(at: unit.kind) {
      return try ownCause(state.dataset, unit, confirmed)
    }
    return try causeBelow(state.dataset, unit, confirmed, round)
  }

  /// The first unit below that is not as it was when the level above confirmed.
  private func causeBelow(
    _ dataset: Dataset, _ unit: Unit, _ confirmed: ConfirmedBy, _ round: Round
  ) throws -> VoidCause? {
    let marks = Dictionary(
      confirmed.confirmation.children.map { ($0.unit, $0.leaf) }, uniquingKeysWith: { first, _ in first })
    var seen: Set<UnitCode> = []
    for one in try board(of: unit) {
      guard let below = one.state(dataset), below.name != .nothing else { continue }
      seen.insert(one.unit.code)
      // What it did since is no matter to a confirmation that it was never part of.
      guard let mark = marks[one.unit.code] else {
        return VoidCause(.added, unit: one.unit, above: unit, since: confirmed.at)
      }
      if below.name == .void, let cause = try voidCause(of: below, one.unit) { return cause }
      if below.name == .confirmed, below.confirmed.map({ Sodium.hash($0.confirmation.leaf) }) == mark { continue }
      let latest = try ConfirmationTable(connection: connection).latest(one.unit.code, round.key, dataset)
      guard let at = try (latest?.endedAt ?? latest?.n).flatMap({ try log.event($0) }) else {
        return VoidCause(.gone, unit: one.unit, since: confirmed.at)
      }
      return VoidCause(
        unit: one.unit, changes: 1, person: try person(at.header.author, at: at.n), since: at.header.time)
    }
    guard let gone = marks.keys.filter({ !seen.contains($0) }).min(), let left = try self.unit(gone) else { return nil }
    return VoidCause(.takenAway, unit: left, above: unit, since: confirmed.at)
  }

  static let changesOf = "SELECT n FROM event WHERE n > ?1 AND kind BETWEEN ?2 AND ?3 ORDER BY n"

  private func ownCause(_ dataset: Dataset, _ unit: Unit, _ confirmed: ConfirmedBy) throws -> VoidCause? {
    guard let start = try log.number(of: confirmed.event) else { return nil }
    let kinds: (Int64, Int64) =
      switch dataset {
      case .students: (10, 15)
      case .basics: (20, 20)
      case .others: (80, 81)
      }
    var first: StoredEvent?
    var count = 0
    for n in try connection.all(
      Self.changesOf, [.integer(start), .integer(kinds.0), .integer(kinds.1)], row: { $0.integer(0) })
    {
      guard let event = try log.event(n), event.header.unit == unit.code else { continue }
      if first == nil { first = event }
      count += 1
    }
    guard let first else { return nil }
    return VoidCause(
      unit: unit, changes: count, person: try person(first.header.author, at: first.n), since: first.header.time)
  }

  /// Whether a unit's rows are other than what was frozen.
  package func hasChanged(_ row: SnapshotRow, _ unit: Unit) throws -> Bool {
    guard let round = try currentRound() else { return false }
    return try standing(of: unit, round: round).state(row.dataset)?.digest != row.digest
  }
}
