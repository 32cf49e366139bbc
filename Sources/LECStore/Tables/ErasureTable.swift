import LECModel

/// Orders to erase, and the children they hold for. An order holds for a child when the event that took the child out is there and
/// whoever wrote it had the right to: both can be seen from headers, which stay when everything else is gone.
struct ErasureTable {
  let connection: Connection

  private static let put = """
    INSERT OR REPLACE INTO erasure (n, place, record, removal, leaf, unit, reason, lamport, tie)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
    """
  static let naming = "SELECT n, record, leaf, unit, lamport, tie FROM erasure WHERE removal = ?1"
  /// The earliest order is the one, in whatever order they come.
  private static let erase = """
    INSERT INTO erased (record, unit, leaf, n, lamport, tie) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (record, unit) DO UPDATE SET leaf = ?3, n = ?4, lamport = ?5, tie = ?6
    WHERE (?5, ?6) < (lamport, tie)
    """
  static let has = "SELECT 1 FROM erased WHERE record = ?1 AND unit = ?2"
  static let isEmpty = "SELECT NOT EXISTS (SELECT 1 FROM erased)"

  func write(_ erasure: Erasure, _ event: StoredEvent) throws(SQLiteError) {
    for (i, child) in erasure.children.enumerated() {
      try connection.run(
        Self.put, .integer(event.n), .integer(Int64(i)), .blob(child.record.event.hash.bytes),
        .blob(child.removal.hash.bytes), .blob(child.leaf?.bytes ?? []), .text(event.header.unit.text),
        .text(erasure.reason.rawValue), .integer(event.header.lamport), .blob(event.id.hash.bytes))
    }
  }

  /// Takes out the child of this event if an order names it; whether one does.
  func settle(_ removal: StoredEvent) throws(SQLiteError) -> Bool {
    guard let record = removal.header.record else { return false }
    let orders = try connection.all(Self.naming, [.blob(removal.id.hash.bytes)]) {
      (
        n: $0.integer(0), record: RecordID(EventID($0.hash(1))), leaf: $0.blob(2), unit: $0.text(3),
        lamport: $0.integer(4), tie: $0.blob(5)
      )
    }
    var isNamed = false
    for order in orders where order.record == record && order.unit == removal.header.unit.text {
      try connection.run(
        Self.erase, .blob(record.event.hash.bytes), .text(order.unit), .blob(order.leaf), .integer(order.n),
        .integer(order.lamport), .blob(order.tie))
      isNamed = true
    }
    return isNamed
  }

  func has(_ record: RecordID, of unit: UnitCode) throws(SQLiteError) -> Bool {
    try connection.one(Self.has, [.blob(record.event.hash.bytes), .text(unit.text)]) { _ in true } ?? false
  }

  var isEmpty: Bool {
    get throws(SQLiteError) { try connection.one(Self.isEmpty) { $0.integer(0) != 0 } ?? true }
  }
}
