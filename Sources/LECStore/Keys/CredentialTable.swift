import LECModel

/// What a password opens: the person's signing key, or before the profile a mark, sealed under the stretched password.
struct Credential {
  var salt: [UInt8]
  var cost: Sodium.Cost
  var sealed: [UInt8]
  var isFirst: Bool
}

/// The passwords of this machine's accounts. Local: never an event, never in a bundle.
struct CredentialTable {
  let connection: Connection

  private static let put = """
    INSERT OR REPLACE INTO credential (user, salt, operations, memory, sealed, first) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    """
  static let get = "SELECT salt, operations, memory, sealed, first FROM credential WHERE user = ?1"

  func write(_ user: UserName, _ c: Credential) throws(SQLiteError) {
    try connection.run(
      Self.put, .text(user.text), .blob(c.salt), .integer(Int64(c.cost.operations)), .integer(Int64(c.cost.memory)),
      .blob(c.sealed), .integer(c.isFirst ? 1 : 0))
  }

  func credential(_ user: UserName) throws(SQLiteError) -> Credential? {
    try connection.one(Self.get, [.text(user.text)]) {
      Credential(
        salt: $0.blob(0), cost: Sodium.Cost(operations: UInt64(clamping: $0.integer(1)), memory: Int($0.integer(2))),
        sealed: $0.blob(3), isFirst: $0.integer(4) != 0)
    }
  }
}
