/// An account of a unit. Its first password is handed out by the level above (AU-03); only its hash is kept, and not in the log.
package struct Account: Equatable, Sendable {
  package var user: UserName
  package var unit: UnitCode
  package var role: Role

  package init(user: UserName, unit: UnitCode, role: Role) {
    self.user = user
    self.unit = unit
    self.role = role
  }
}

/// Who one is: the role decides the menu, the commands and what the receiver accepts.
package enum Role: String, CaseIterable, Sendable {
  case institution, authority, district, province, department
}

/// The person behind an account, made at the first log-in (AU-06) and ended by a hand-over (AU-09).
package struct Profile: Equatable, Sendable {
  package var user: UserName
  package var first: String
  package var last: String
  package var position: String
  package var phone: String
  /// The person's public key: official acts carry its signature.
  package var key: [UInt8]

  package init(user: UserName, first: String, last: String, position: String, phone: String, key: [UInt8]) {
    self.user = user
    self.first = first
    self.last = last
    self.position = position
    self.phone = phone
    self.key = key
  }

  package var fullName: String { last.isEmpty ? first : first + " " + last }
}
