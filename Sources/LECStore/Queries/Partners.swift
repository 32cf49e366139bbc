package import LECModel

/// What went to and came from other units.
extension Store {
  /// The last file read from a unit.
  package func lastFile(from unit: UnitCode) throws -> (name: String, number: Int64, at: Moment)? {
    try BundleFileTable(connection: connection).latest(unit, made: false)
  }

  /// The last file made for a unit.
  package func lastFile(to unit: UnitCode) throws -> (name: String, number: Int64, at: Moment)? {
    try BundleFileTable(connection: connection).latest(unit, made: true)
  }

  /// Whether a file for that unit could be opened there: it has a machine whose key is known.
  package func canSend(to unit: UnitCode) throws -> Bool {
    let state = try trust.state()
    guard let own = try ownUnit() else { return false }
    let relation = state.relation(from: own.code, to: unit)
    let isUp = state.relation(from: unit, to: own.code) == .child
    guard relation == .child || isUp || own.parent == unit else { return false }
    return state.boxKeys[unit] != nil
      || state.chains.values.contains { $0.office?.unit == unit && $0.office?.limit == .max }
  }

  package func relation(to unit: UnitCode) throws -> Relation {
    guard let own = try ownUnit() else { return .foreign }
    return try trust.state().relation(from: own.code, to: unit)
  }
}
