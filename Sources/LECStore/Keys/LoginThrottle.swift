import LECModel

/// Failed log-ins in a row, kept over a restart. Goes by the machine's own clock, which `--now` does not move.
struct LoginThrottle {
  enum Standing: Equatable {
    case free
    case wait(seconds: Int)
    case locked
  }

  let connection: Connection

  private static let put = "INSERT OR REPLACE INTO failure (user, count, until) VALUES (?1, ?2, ?3)"
  private static let get = "SELECT count, until FROM failure WHERE user = ?1"
  private static let remove = "DELETE FROM failure WHERE user = ?1"

  func standing(_ user: UserName, now: Moment) throws(SQLiteError) -> Standing {
    guard let row = try connection.one(Self.get, [.text(user.text)], row: { (Int($0.integer(0)), $0.integer(1)) })
    else {
      return .free
    }
    guard let wait = LoginDelay.seconds(afterFailures: row.0) else { return .locked }
    // A clock that was set back must not lock anybody out for longer than the rule says.
    let left = min(row.1 - now.milliseconds, Int64(wait) * 1000)
    return left > 0 ? .wait(seconds: Int((left + 999) / 1000)) : .free
  }

  /// Counts one more failure and tells how many there are now.
  func fail(_ user: UserName, now: Moment) throws(SQLiteError) -> Int {
    let count = 1 + (try connection.one(Self.get, [.text(user.text)]) { Int($0.integer(0)) } ?? 0)
    let wait = LoginDelay.seconds(afterFailures: count) ?? LoginDelay.longest
    try connection.run(
      Self.put, .text(user.text), .integer(Int64(count)), .integer(now.milliseconds + Int64(wait) * 1000))
    return count
  }

  func clear(_ user: UserName) throws(SQLiteError) { try connection.run(Self.remove, .text(user.text)) }
}
