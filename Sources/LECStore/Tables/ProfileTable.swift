import LECModel

/// The people who held the accounts, one after the other: old entries keep the name of the person who made them.
struct ProfileTable {
  let connection: Connection

  private static let put = """
    INSERT OR REPLACE INTO profile (n, user, first, last, position, phone, key, ended)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)
    """
  private static let endNow = "UPDATE profile SET ended = ?2 WHERE user = ?1 AND ended = 0"
  private static let endUnit = """
    UPDATE profile SET ended = ?2 WHERE ended = 0 AND n < ?2 AND user IN (SELECT user FROM account WHERE unit = ?1)
    """
  private static let columns = "user, first, last, position, phone, key"
  static let current = "SELECT \(columns) FROM profile WHERE user = ?1 AND ended = 0 ORDER BY n DESC LIMIT 1"
  static let at = "SELECT \(columns) FROM profile WHERE user = ?1 AND n <= ?2 ORDER BY n DESC LIMIT 1"
  static let inOffice = """
    SELECT DISTINCT account.user FROM account JOIN profile ON profile.user = account.user
    WHERE account.unit = ?1 AND profile.ended = 0
    """

  func write(_ profile: Profile, n: Int64) throws(SQLiteError) {
    try connection.run(Self.endNow, .text(profile.user.text), .integer(n))
    try connection.run(
      Self.put, .integer(n), .text(profile.user.text), .text(profile.first), .text(profile.last),
      .text(profile.position), .text(profile.phone), .blob(profile.key))
  }

  func end(_ user: UserName, n: Int64) throws(SQLiteError) {
    try connection.run(Self.endNow, .text(user.text), .integer(n))
  }

  /// A term of office ends: whoever held an account of the unit no longer does.
  func endAll(of unit: UnitCode, n: Int64) throws(SQLiteError) {
    try connection.run(Self.endUnit, .text(unit.text), .integer(n))
  }

  func current(_ user: UserName) throws(SQLiteError) -> Profile? {
    try connection.one(Self.current, [.text(user.text)], row: Self.read)
  }

  /// Who held the account when the event at this place was written.
  func holder(of user: UserName, at n: Int64) throws(SQLiteError) -> Profile? {
    try connection.one(Self.at, [.text(user.text), .integer(n)], row: Self.read)
  }

  func usersInOffice(_ unit: UnitCode) throws(SQLiteError) -> [UserName] {
    try connection.all(Self.inOffice, [.text(unit.text)]) { UserName($0.text(0)) }
  }

  private static func read(_ s: Statement) -> Profile {
    Profile(
      user: UserName(s.text(0)), first: s.text(1), last: s.text(2), position: s.text(3), phone: s.text(4),
      key: s.blob(5))
  }
}
