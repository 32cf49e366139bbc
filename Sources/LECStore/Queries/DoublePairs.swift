package import LECModel

/// Finding the children on two lists where the data of both meet. The pairs are kept, and looked for again only around the
/// institutions whose lists changed: a department holds more than a million children.
extension Store {
  /// The pairs that nobody has claimed or decided yet, the strongest evidence first.
  package func doublePairs() throws -> [DoublePair] {
    try findDoubles()
    let known = Set(
      try claimRows().map { DoubleCandidates.Records($0.claim.asked.record, $0.claim.other.record) })
    return try PairTable(connection: connection).all().filter {
      !known.contains(DoubleCandidates.Records($0.first, $0.second))
    }
  }

  /// Brings the kept pairs up to date. On a file that can't be written they stay as they were.
  func findDoubles() throws {
    let table = PairTable(connection: connection)
    let due = try table.due()
    guard !due.isEmpty, !isReadOnly, !connection.isInTransaction else { return }
    try local {
      try connection.inTransaction {
        if due.count > PairTable.few { try searchAll(table) } else { try search(around: due, table) }
        try table.forgetDue()
      }
    }
  }

  /// Everybody again: once by number, once birth date by birth date, so that no more than the children of one day are in memory.
  private func searchAll(_ table: PairTable) throws {
    try table.clear()
    try table.add(DoubleCandidates.pairs(among: try table.sharingNumbers()))
    var day: [DoubleCandidates.Row] = []
    try table.eachByBirth { row in
      if let first = day.first, first.birth != row.birth {
        try table.add(DoubleCandidates.pairs(among: day))
        day.removeAll(keepingCapacity: true)
      }
      day.append(row)
    }
    try table.add(DoubleCandidates.pairs(among: day))
  }

  private func search(around units: Set<UnitCode>, _ table: PairTable) throws {
    var rows: [RecordID: DoubleCandidates.Row] = [:]
    for unit in units {
      try table.clear(unit)
      for row in try table.relatives(of: unit) { rows[row.record] = row }
    }
    let pairs = DoubleCandidates.pairs(among: Array(rows.values))
    try table.add(pairs.filter { units.contains($0.first.unit) || units.contains($0.second.unit) })
  }
}
