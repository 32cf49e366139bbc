/// Who is here: an account whose password was right.
package struct Session: Equatable, Sendable {
  package var user: UserName
  package var unit: UnitCode
  package var role: Role
  /// Nil until the person has made a profile (AU-06).
  package var profile: Profile?
  /// The first password was used: a new one must be set before anything else (AU-07).
  package var mustChangePassword: Bool

  package init(
    user: UserName, unit: UnitCode, role: Role, profile: Profile?, mustChangePassword: Bool
  ) {
    self.user = user
    self.unit = unit
    self.role = role
    self.profile = profile
    self.mustChangePassword = mustChangePassword
  }
}

/// Why somebody is not let in.
package enum LoginError: Error, Equatable, Sendable {
  case wrong(failures: Int, wait: Int)
  case mustWait(seconds: Int)
  case locked(contact: Contact?)
  case noMemory
}

/// A new password that will not do.
package struct PasswordRefused: Error, Equatable, Sendable {
  package var fault: PasswordRule.Fault

  package init(fault: PasswordRule.Fault) { self.fault = fault }
}
