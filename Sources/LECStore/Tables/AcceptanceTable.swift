import LECModel

/// What the level above said about confirmations, and the exceptions it gave.
struct AcceptanceTable {
  let connection: Connection

  static let latest = """
    SELECT confirmation, taken_back FROM acceptance WHERE unit = ?1 AND round = ?2 AND dataset = ?3
    ORDER BY lamport DESC, tie DESC LIMIT 1
    """
  static let exemptions = "SELECT n, until FROM exemption WHERE unit = ?1 AND round = ?2"

  /// Whether the last word about this confirmation is that it was accepted.
  func isAccepted(_ id: EventID, _ unit: UnitCode, _ round: RoundKey, _ dataset: Dataset) throws(SQLiteError) -> Bool {
    try connection.one(Self.latest, [.text(unit.text), .text(round.text), .text(dataset.rawValue)]) {
      $0.hash(0) == id.hash && $0.integer(1) == 0
    } ?? false
  }

  /// Until when the level above lets a unit confirm after the deadline. One that says it was written tomorrow or later waits for
  /// that day: it could reach as far as it likes.
  func exemption(_ unit: UnitCode, _ round: RoundKey, now: Moment) throws(SQLiteError) -> Moment? {
    let log = EventLog(connection: connection)
    let rows = try connection.all(Self.exemptions, [.text(unit.text), .text(round.text)]) {
      (n: $0.integer(0), until: Moment(milliseconds: $0.integer(1)))
    }
    var latest: Moment?
    for row in rows where latest.map({ $0 < row.until }) ?? true {
      guard let event = try log.event(row.n), event.header.time - now <= 86_400_000 else { continue }
      latest = row.until
    }
    return latest
  }
}
