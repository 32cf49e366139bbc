import LECModel

/// The confirmations that were made, and what ended them. Whether one still holds is not here: it is worked out.
struct ConfirmationTable {
  let connection: Connection

  private static let put = """
    INSERT OR REPLACE INTO confirmation (n, unit, round, dataset, digest, leaf, id, lamport)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
    """
  private static let end = """
    INSERT OR REPLACE INTO confirmation_end (n, unit, round, dataset, confirmation, reason, lamport)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
    """
  static let latest = """
    SELECT n, id, leaf, digest, lamport FROM confirmation WHERE unit = ?1 AND round = ?2 AND dataset = ?3
    ORDER BY lamport DESC, id DESC LIMIT 1
    """
  static let ends = """
    SELECT n, confirmation FROM confirmation_end
    WHERE unit = ?1 AND round = ?2 AND dataset = ?3
      AND (confirmation = ?4 OR (confirmation = x'' AND lamport > ?5)) ORDER BY lamport DESC LIMIT 1
    """

  /// The latest confirmation of a dataset, and whether and how it ended.
  struct Latest {
    var n: Int64
    var id: EventID
    var leaf: Hash32
    var digest: Hash32
    /// The event that ended it.
    var endedAt: Int64?
    var isReleased = false

    var stands: Bool { endedAt == nil }
  }

  func write(_ confirmation: Confirmation, event: StoredEvent) throws(SQLiteError) {
    try connection.run(
      Self.put, .integer(event.n), .text(confirmation.unit.text), .text(confirmation.round.text),
      .text(confirmation.dataset.rawValue), .blob(confirmation.digest.bytes),
      .blob(Sodium.hash(confirmation.leaf).bytes), .blob(event.id.hash.bytes), .integer(event.header.lamport))
  }

  func cancel(_ cancellation: Cancellation, event: StoredEvent) throws(SQLiteError) {
    try connection.run(
      Self.end, .integer(event.n), .text(event.header.unit.text), .text(cancellation.round.text),
      .text(cancellation.dataset.rawValue), .blob([]), .text(cancellation.reason), .integer(event.header.lamport))
  }

  func release(_ release: Release, event: StoredEvent) throws(SQLiteError) {
    try connection.run(
      Self.end, .integer(event.n), .text(release.unit.text), .text(release.round.text),
      .text(release.dataset.rawValue), .blob(release.confirmation.hash.bytes), .text(release.reason),
      .integer(event.header.lamport))
  }

  func latest(_ unit: UnitCode, _ round: RoundKey, _ dataset: Dataset) throws(SQLiteError) -> Latest? {
    let key: [Value] = [.text(unit.text), .text(round.text), .text(dataset.rawValue)]
    guard
      let row = try connection.one(
        Self.latest, key,
        row: {
          (
            Latest(n: $0.integer(0), id: EventID($0.hash(1)), leaf: $0.hash(2), digest: $0.hash(3)), $0.integer(4)
          )
        })
    else { return nil }
    var latest = row.0
    let ended = try connection.one(
      Self.ends, key + [.blob(latest.id.hash.bytes), .integer(row.1)], row: { ($0.integer(0), !$0.blob(1).isEmpty) })
    latest.endedAt = ended?.0
    latest.isReleased = ended?.1 ?? false
    return latest
  }
}
