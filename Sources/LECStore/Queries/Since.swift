package import LECModel

extension Store {
  private static let touchedSince = """
    SELECT DISTINCT coalesce(record, id) FROM event WHERE n > ?1 AND kind BETWEEN 10 AND 15
    """

  /// The exact difference by child and field since a confirmation: what a reviewer would want to read.
  package func differences(since confirmation: EventID) throws -> [StudentDifference] {
    guard let start = try log.number(of: confirmation), let unit = try log.event(start)?.header.unit else { return [] }
    let records = try connection.all(Self.touchedSince, [.integer(start)]) { RecordID(EventID($0.hash(0))) }
    return try records.compactMap { record in
      guard let change = try change(of: record, by: { $0.n > start }), change.unit == unit, !change.isSameToConfirm
      else { return nil }
      return try difference(change)
    }
  }
}
