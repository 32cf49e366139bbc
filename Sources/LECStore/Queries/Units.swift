package import LECModel

/// Who is in this file.
extension Store {
  /// The unit this file belongs to.
  package func ownUnit() throws -> Unit? {
    guard let code = try setting(Setting.unit) else { return nil }
    return try UnitTable(connection: connection).unit(UnitCode(code))
  }

  /// The code of the unit this file belongs to, known before anything about the unit is.
  func ownCode() throws -> UnitCode { UnitCode(try setting(Setting.unit) ?? "") }

  /// The unit whose data is looked at: the own one, or one below that was gone down into.
  package func subject() throws -> Unit? {
    guard let focus else { return try ownUnit() }
    return try UnitTable(connection: connection).unit(focus)
  }

  /// Whether a unit hangs below the own one, or in a district's view.
  package func isBelow(_ code: UnitCode) throws -> Bool {
    guard let own = try ownUnit(), code != own.code else { return false }
    return try trust.state(about: [code, own.code]).isInside(code, own.code)
  }

  package func unit(_ code: UnitCode) throws -> Unit? { try UnitTable(connection: connection).unit(code) }

  /// The office above the own unit: whom to ring.
  package func parentContact() throws -> Contact? {
    guard let parent = try ownUnit()?.parent else { return nil }
    return try UnitTable(connection: connection).unit(parent)?.contact
  }

  /// Those of the own unit's accounts that can log in on this machine.
  package func usersHere() throws -> [UserName] {
    let credentials = CredentialTable(connection: connection)
    return try users().filter { try credentials.credential($0) != nil }
  }

  /// The accounts of this file's own unit, by name.
  package func users() throws -> [UserName] {
    guard let unit = try ownUnit() else { return [] }
    return try AccountTable(connection: connection).accounts().filter { $0.unit == unit.code }.map(\.user)
  }

  /// The units directly below one, open ones first; a district's are the authorities in its view.
  package func children(of unit: Unit) throws -> [Unit] { try UnitTable(connection: connection).children(of: unit) }

  /// Units by part of their name or code.
  package func search(units text: String, limit: Int = 200) throws -> [Unit] {
    try UnitTable(connection: connection).search(text, limit: limit)
  }

  /// The units from the top of the tree down to this one.
  package func path(to unit: UnitCode) throws -> [Unit] {
    var out: [Unit] = []
    var next: UnitCode? = unit
    while let code = next, out.count < 8, let found = try self.unit(code) {
      out.insert(found, at: 0)
      next = found.parent
    }
    return out
  }

  /// Whom to ring at a unit: its person in office, else what the level above noted.
  package func contact(of unit: Unit) throws -> Contact? {
    let profiles = ProfileTable(connection: connection)
    for user in try profiles.usersInOffice(unit.code) {
      if let profile = try profiles.current(user) {
        return Contact(unit: unit.name, person: profile.fullName, phone: profile.phone)
      }
    }
    return unit.contact
  }

  package func rounds() throws -> [Round] { try RoundTable(connection: connection).rounds() }

  package func units() throws -> [Unit] { try UnitTable(connection: connection).units() }

  package func currentRound() throws -> Round? { try RoundTable(connection: connection).current() }

  package func now() -> Moment { world.now() }

  /// Grows with every event; a screen that remembers it knows when to ask again.
  package func version() throws -> Int64 { try log.last }
}
