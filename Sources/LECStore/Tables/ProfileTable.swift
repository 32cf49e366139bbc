import LECModel

/// The people who held the accounts, one after the other: old entries keep the name of the person who made them.
struct ProfileTable {
  let connection: Connection

  private static let put = """
    INSERT OR REPLACE INTO profile (n, user, first, last, position, phone, key, chain, lamport, tie)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    """
  private static let putEnd = "INSERT OR REPLACE INTO profile_end (n, user, unit, lamport) VALUES (?1, ?2, ?3, ?4)"
  private static let columns = "profile.user, first, last, position, phone, key"
  /// Nothing later has ended it.
  static let isInOffice = """
    NOT EXISTS (SELECT 1 FROM profile_end e WHERE e.lamport > profile.lamport
      AND (e.user = profile.user OR e.unit = (SELECT unit FROM account WHERE account.user = profile.user)))
    """
  /// Of several machines of one account the profile of this one, else the newest.
  static let current = """
    SELECT \(columns) FROM profile LEFT JOIN chain ON chain.n = profile.chain
    WHERE profile.user = ?1 AND \(isInOffice)
    ORDER BY chain.id IN (SELECT chain FROM device_key) DESC, lamport DESC, tie DESC LIMIT 1
    """
  /// On one machine, up to an entry there.
  static let onMachine = """
    SELECT \(columns) FROM profile JOIN event AS made ON made.n = profile.n
    WHERE user = ?1 AND made.chain = (SELECT n FROM chain WHERE id = ?2) AND made.seq <= ?3
    ORDER BY made.seq DESC LIMIT 1
    """
  static let upTo = """
    SELECT \(columns) FROM profile WHERE user = ?1 AND lamport <= ?2 ORDER BY lamport DESC, tie DESC LIMIT 1
    """
  static let inOffice = """
    SELECT DISTINCT account.user FROM account JOIN profile ON profile.user = account.user
    WHERE account.unit = ?1 AND \(isInOffice)
    """

  func write(_ profile: Profile, _ event: StoredEvent) throws(SQLiteError) {
    let chain = try EventLog(connection: connection).chainNumber(event.header.chain)
    try connection.run(
      Self.put, .integer(event.n), .text(profile.user.text), .text(profile.first), .text(profile.last),
      .text(profile.position), .text(profile.phone), .blob(profile.key), .integer(chain),
      .integer(event.header.lamport), .blob(event.id.hash.bytes))
  }

  /// Somebody hands over.
  func end(_ user: UserName, _ event: StoredEvent) throws(SQLiteError) {
    try connection.run(
      Self.putEnd, .integer(event.n), .text(user.text), .text(""), .integer(event.header.lamport))
  }

  /// A term of office ends: whoever held an account of the unit no longer does.
  func endAll(of unit: UnitCode, _ event: StoredEvent) throws(SQLiteError) {
    try connection.run(
      Self.putEnd, .integer(event.n), .text(""), .text(unit.text), .integer(event.header.lamport))
  }

  func current(_ user: UserName) throws(SQLiteError) -> Profile? {
    try connection.one(Self.current, [.text(user.text)], row: Self.read)
  }

  /// Who held the account when the event at this place was written: whoever was there on the same machine, in this life of its file
  /// or an earlier one. Two people may hold one account on two machines. Else by the counters.
  func holder(of user: UserName, at n: Int64) throws(SQLiteError) -> Profile? {
    guard let header = try EventLog(connection: connection).event(n)?.header else { return try current(user) }
    var last = header.sequence
    for chain in try MachineLives(connection: connection).lives(before: header.chain) {
      if let profile = try connection.one(
        Self.onMachine, [.text(user.text), .blob(chain.hash.bytes), .integer(last)], row: Self.read)
      {
        return profile
      }
      last = .max
    }
    return try connection.one(Self.upTo, [.text(user.text), .integer(header.lamport)], row: Self.read)
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
