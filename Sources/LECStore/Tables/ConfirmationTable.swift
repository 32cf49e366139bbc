import LECModel

/// The confirmations that were made, and whether they were taken back. Whether one still holds is not here: it is worked out.
struct ConfirmationTable {
  let connection: Connection

  private static let put = """
    INSERT OR REPLACE INTO confirmation (n, unit, round, dataset, digest, cancelled) VALUES (?1, ?2, ?3, ?4, ?5, 0)
    """
  private static let cancel = """
    UPDATE confirmation SET cancelled = ?4 WHERE unit = ?1 AND round = ?2 AND dataset = ?3 AND cancelled = 0
    """
  static let latest = """
    SELECT n, cancelled FROM confirmation WHERE unit = ?1 AND round = ?2 AND dataset = ?3 ORDER BY n DESC LIMIT 1
    """

  func write(_ confirmation: Confirmation, n: Int64) throws(SQLiteError) {
    try connection.run(
      Self.put, .integer(n), .text(confirmation.unit.text), .text(confirmation.round.text),
      .text(confirmation.dataset.rawValue), .blob(confirmation.digest.bytes))
  }

  func cancel(_ cancellation: Cancellation, unit: UnitCode, n: Int64) throws(SQLiteError) {
    try connection.run(
      Self.cancel, .text(unit.text), .text(cancellation.round.text), .text(cancellation.dataset.rawValue), .integer(n))
  }

  /// The place of the latest confirmation, and whether it was taken back.
  func latest(_ unit: UnitCode, _ round: RoundKey, _ dataset: Dataset) throws(SQLiteError) -> (
    n: Int64, cancelled: Bool
  )? {
    try connection.one(Self.latest, [.text(unit.text), .text(round.text), .text(dataset.rawValue)]) {
      ($0.integer(0), $0.integer(1) != 0)
    }
  }
}
