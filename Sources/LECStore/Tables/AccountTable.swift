import LECModel

/// The accounts of the units in this file.
struct AccountTable {
  let connection: Connection

  private static let put = """
    INSERT INTO account (user, unit, role) VALUES (?1, ?2, ?3) ON CONFLICT (user) DO UPDATE SET unit = ?2, role = ?3
    """
  static let byUser = "SELECT user, unit, role FROM account WHERE user = ?1"
  static let all = "SELECT user, unit, role FROM account ORDER BY user"

  func write(_ account: Account) throws(SQLiteError) {
    try connection.run(Self.put, .text(account.user.text), .text(account.unit.text), .text(account.role.rawValue))
  }

  func account(_ user: UserName) throws(SQLiteError) -> Account? {
    try connection.one(Self.byUser, [.text(user.text)], row: Self.read) ?? nil
  }

  func accounts() throws(SQLiteError) -> [Account] { try connection.all(Self.all, row: Self.read).compactMap { $0 } }

  private static func read(_ s: Statement) -> Account? {
    Role(rawValue: s.text(2)).map { Account(user: UserName(s.text(0)), unit: UnitCode(s.text(1)), role: $0) }
  }
}
