import LECModel

/// What the level above said about confirmations, and the exceptions it gave.
struct AcceptanceTable {
  let connection: Connection

  static let latest = """
    SELECT confirmation, taken_back FROM acceptance WHERE unit = ?1 AND round = ?2 AND dataset = ?3
    ORDER BY lamport DESC, tie DESC LIMIT 1
    """
  static let exemption = "SELECT max(until) FROM exemption WHERE unit = ?1 AND round = ?2"

  /// Whether the last word about this confirmation is that it was accepted.
  func isAccepted(_ id: EventID, _ unit: UnitCode, _ round: RoundKey, _ dataset: Dataset) throws(SQLiteError) -> Bool {
    try connection.one(Self.latest, [.text(unit.text), .text(round.text), .text(dataset.rawValue)]) {
      $0.hash(0) == id.hash && $0.integer(1) == 0
    } ?? false
  }

  /// Until when the level above lets a unit confirm after the deadline.
  func exemption(_ unit: UnitCode, _ round: RoundKey) throws(SQLiteError) -> Moment? {
    try connection.one(Self.exemption, [.text(unit.text), .text(round.text)]) {
      $0.isNull(0) ? nil : Moment(milliseconds: $0.integer(0))
    } ?? nil
  }
}
