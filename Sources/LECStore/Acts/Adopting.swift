package import LECModel

/// Making held entries count: what the predecessor at the own unit wrote, and what an office wrote about a unit after that had been
/// moved away from it.
extension Store {
  /// Everything about one unit that could be adopted, in the order in which it came.
  package func adoptable(about unit: UnitCode) throws -> [EventID] {
    var rights = AdoptionRights(self)
    return try PendingTable(connection: connection).held(about: unit).compactMap { row in
      try rights.unit(adopting: row.header, row.verdict) == nil ? nil : row.id
    }
  }

  /// Makes held entries count, all or none; returns how many wait all the same, for an earlier one that has not come.
  @discardableResult
  package func adopt(_ ids: [EventID], by user: UserName) throws -> Int {
    guard let own = try ownUnit() else { throw Refusal(.notYourUnit, .au09) }
    var rights = AdoptionRights(self)
    let units = try ids.map { id in
      guard let n = try log.number(of: id), let verdict = try PendingTable(connection: connection).verdict(of: n),
        let header = try log.event(n)?.header, let unit = try rights.unit(adopting: header, verdict)
      else { throw Refusal(.wrongState, .au09, detail: RecordID(id).short) }
      return unit
    }
    try act(by: user, of: own) { writer in
      for (id, unit) in zip(ids, units) {
        try writer.add(.adopted, EventBody(.adoption(Adoption(event: id))), about: unit)
      }
    }
    return try ids.count { try log.number(of: $0).map(PendingTable(connection: connection).has) ?? false }
  }
}
