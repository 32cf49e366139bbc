package import LECModel

extension Store {
  /// Whether anything of an erased child still lies in the log.
  private static let isHere = """
    EXISTS (SELECT 1 FROM event WHERE (event.id = erased.record OR event.record = erased.record) AND body IS NOT NULL)
    """
  private static let orders = """
    SELECT erased.record, erased.unit, erased.n, \(isHere) FROM erased ORDER BY erased.n, erased.record
    """
  private static let mayBeHere = "SELECT record, unit FROM erased WHERE \(isHere) ORDER BY record, unit"

  /// Every child that an order names, in the order in which the orders came.
  package func erasures() throws -> [ErasureEntry] {
    let rows = try connection.all(Self.orders) {
      (RecordID(EventID($0.hash(0))), UnitCode($0.text(1)), $0.integer(2), $0.integer(3) != 0)
    }
    return try rows.compactMap { record, unit, n, mayBeHere in
      if let first = try log.number(of: record.event), try log.event(first)?.header.unit != unit { return nil }
      let isHere = try mayBeHere && self.isHere(record, of: unit)
      guard let order = try log.event(n), case .erasure(let erasure)? = order.body?.content else { return nil }
      return ErasureEntry(
        record: record, unit: unit, name: isHere ? try nameBefore(record) : "", reason: erasure.reason,
        person: try person(order.header.author, at: n), at: order.header.time, isHere: isHere)
    }
  }

  /// How many children were ordered to be erased and still lie here.
  package func erasuresDue() throws -> Int { try erasedHere().count }

  /// The children that were erased and of whom something still lies in the log.
  func erasedHere() throws -> [(record: RecordID, unit: UnitCode)] {
    try connection.all(Self.mayBeHere) { (RecordID(EventID($0.hash(0))), UnitCode($0.text(1))) }.filter {
      try isHere($0.0, of: $0.1)
    }
  }

  private func isHere(_ record: RecordID, of unit: UnitCode) throws -> Bool {
    try log.history(of: record).contains { $0.body != nil && $0.header.unit == unit }
  }

  /// The name as the log still has it: the tables let go of it with the order.
  private func nameBefore(_ record: RecordID) throws -> String {
    let values = Merge.fold(try log.history(of: record).compactMap { RecordEvent($0) }).values
    var student = Student()
    for field in [StudentField.title, .first, .middle, .last] { student[field] = values[field.rawValue] ?? "" }
    return student.fullName
  }
}
