package import LECModel

/// The tree: adding, renaming, moving, closing and merging units, by the level that owns them. Every earlier form stays in the log.
extension Store {
  package func addUnit(_ unit: Unit, by user: UserName) throws {
    if try self.unit(unit.code) != nil { throw Refusal(.codeTaken, .au02, detail: unit.code.text) }
    try setUnit(unit, by: user)
  }

  /// Changes a unit that exists.
  package func editUnit(_ code: UnitCode, by user: UserName, _ change: (inout Unit) -> Void) throws {
    guard var unit = try unit(code) else { throw Refusal(.noSuchUnit, .au02, detail: code.text) }
    let before = unit
    change(&unit)
    guard unit != before else { return }
    try setUnit(unit, by: user)
  }

  /// Closes a unit; what hangs below it goes to the successor, as when two local authorities are merged.
  package func closeUnit(_ code: UnitCode, on day: CalendarDate, into successor: UnitCode?, by user: UserName) throws {
    guard let unit = try unit(code) else { throw Refusal(.noSuchUnit, .au02, detail: code.text) }
    if let successor, try self.unit(successor)?.isOpen != true || successor == code {
      throw Refusal(.noSuchUnit, .au02, detail: successor.text)
    }
    let below = try children(of: unit).filter(\.isOpen)
    if successor == nil, !below.isEmpty {
      throw Refusal(.wrongState, .au02, count: below.count, detail: unit.name)
    }
    let own = try whoSetsUnits()
    let table = UnitTable(connection: connection)
    try act(by: user, of: own) { writer in
      for child in below {
        var moved = child
        moved.parent = successor
        try writer.add(
          .unitSet, EventBody(.unit(moved, ends: try ends(from: child, to: moved))),
          base: try table.heads(child.code), about: child.code)
      }
      var closed = unit
      closed.closed = day
      closed.successor = successor
      try writer.add(.unitSet, EventBody(.unit(closed)), base: try table.heads(code), about: code)
    }
  }

  private func whoSetsUnits() throws -> Unit {
    guard let own = try ownUnit() else { throw Refusal(.notYourUnit, .au04) }
    guard Rights.right(of: Role(own.kind), to: .unitSet, on: .child) == .allowed else {
      throw Refusal(.notYourTask, .au02, level: .authority, lifter: try parentContact())
    }
    return own
  }

  private func setUnit(_ unit: Unit, by user: UserName) throws {
    let own = try whoSetsUnits()
    guard let parent = unit.parent, let above = try self.unit(parent) else {
      throw Refusal(.noSuchUnit, .au02, detail: unit.parent?.text ?? "")
    }
    let old = try self.unit(unit.code)
    guard above.isOpen || old?.parent == parent else { throw Refusal(.noSuchUnit, .au02, detail: parent.text) }
    if let office = unit.office, office != old?.office, try self.unit(office)?.kind != .district {
      throw Refusal(.noSuchUnit, .au02, detail: office.text)
    }
    guard unit.kind.mayHang(under: above.kind) else {
      throw Refusal(.notAllowed, .au02, level: above.kind.level, detail: unit.code.text)
    }
    guard UnitRules.isCode(unit.code, unit.kind) else { throw Refusal(.badCode, .au04, detail: unit.code.text) }
    // Nobody gets or loses a right by a new name, nor by a unit that nothing waits for.
    let isHarmless =
      if let old { unit.hasSamePlace(as: old) } else { try PendingTable(connection: connection).isEmpty }
    try act(by: user, of: own, changesTrust: !isHarmless) { writer in
      let seen = try UnitTable(connection: connection).heads(unit.code)
      let ends = try ends(from: old, to: unit)
      try writer.add(.unitSet, EventBody(.unit(unit, ends: ends)), base: seen, about: unit.code)
    }
    forgetFigures()
  }

  /// Opens a further account of the own unit or of one below, for a second person.
  package func addAccount(_ name: UserName, of code: UnitCode, by user: UserName) throws -> String {
    guard let unit = try unit(code), let own = try ownUnit() else {
      throw Refusal(.noSuchUnit, .au02, detail: code.text)
    }
    guard UserRules.mayHold(name, code), try AccountTable(connection: connection).account(name) == nil else {
      throw Refusal(.badValue, .au04, detail: name.text)
    }
    let first = FirstPassword.make(world.random(16))
    let credential = try seal(Array("first".utf8), under: first, isFirst: true)
    try transaction(author: user, unit: own.code) { writer in
      try writer.add(
        .accountSet, EventBody(.account(Account(user: name, unit: code, role: Role(unit.kind)))), about: code)
      if code == own.code { try CredentialTable(connection: connection).write(name, credential) }
    }
    return first
  }
}
