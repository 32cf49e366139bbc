import LECModel

/// Which of several entries about one thing is the later one: the one with the larger counter, but never one before the entry that its
/// author had seen and named. Else a counter set far ahead would make an entry that nobody could ever replace.
///
/// The place of an entry is its counter, or one behind the place of what it names. It follows from the entries alone, in whatever
/// order they come: one that comes after those that name it moves them.
struct Precedence {
  let connection: Connection

  private static let put = "INSERT OR REPLACE INTO overtaking (base, id, place) VALUES (?1, ?2, ?3)"
  static let placeOf = "SELECT place FROM overtaking WHERE id = ?1"
  static let naming = "SELECT id FROM overtaking WHERE base = ?1"
  static let isEmpty = "SELECT NOT EXISTS (SELECT 1 FROM overtaking)"

  var isEmpty: Bool {
    get throws(SQLiteError) { try connection.one(Self.isEmpty) { $0.integer(0) != 0 } ?? true }
  }

  /// The event with its place for a counter: what the tables compare.
  func placed(_ event: StoredEvent) throws(SQLiteError) -> StoredEvent {
    guard let base = Self.replaced(by: event.header) else { return event }
    var placed = event
    if let seen = try place(of: base), !Planted.counterWins.isOn {
      placed.header.lamport = max(event.header.lamport, seen + 1)
    }
    try connection.run(
      Self.put, .blob(base.hash.bytes), .blob(event.id.hash.bytes), .integer(placed.header.lamport))
    return placed
  }

  func place(of id: EventID) throws(SQLiteError) -> Int64? {
    if let known = try connection.one(Self.placeOf, [.blob(id.hash.bytes)], row: { $0.integer(0) }) { return known }
    let log = EventLog(connection: connection)
    guard let n = try log.number(of: id) else { return nil }
    return try log.event(n)?.header.lamport
  }

  /// The entries that name this one.
  func followers(of id: EventID) throws(SQLiteError) -> [EventID] {
    try connection.all(Self.naming, [.blob(id.hash.bytes)]) { EventID($0.hash(0)) }
  }

  /// What an entry replaces, when it says so. One is enough: it names the last of those that are there.
  static func replaced(by header: EventHeader) -> EventID? {
    guard let kind = header.kind, kind.replacesEarlier else { return nil }
    return header.base.first
  }
}

extension EventKind {
  /// Entries of which the last one holds. Children, basic information and units have rules of their own for what their author had
  /// seen (Merge, UnitOrder).
  fileprivate var replacesEarlier: Bool {
    switch self {
    case .roundSet, .profileMade, .handedOver, .termEnded, .findingExplained, .confirmed, .confirmationCancelled,
      .accepted,
      .acceptanceTakenBack, .claimAnswered, .sampleFound, .otherSchoolSet, .otherCounted:
      true
    default: false
    }
  }
}
