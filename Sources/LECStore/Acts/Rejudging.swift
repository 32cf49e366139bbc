import LECModel

/// An act that says who is who changes what others count for. Looking at them again takes a transaction of its own, and minutes in a
/// province: a program that is killed in between finds a note of it and makes its tables anew.
extension Store {
  /// An act of the own unit in one transaction, and whatever it changes for others.
  func act<T>(
    by user: UserName, of own: Unit, changesTrust: Bool = true, _ body: (Writer) throws -> T
  ) throws -> T {
    guard changesTrust else { return try transaction(author: user, unit: own.code, body) }
    let before = try trust.state(), unclaimed = try SendingAgain(self).unclaimed()
    let result = try transaction(author: user, unit: own.code) { writer in
      try SettingTable(connection: connection).set(Setting.projection, "due")
      return try body(writer)
    }
    try rejudge(since: before, unclaimed)
    return result
  }

  /// What waited for an authority act counts now, what it cut no longer does. Where everything still counts that counted `before`,
  /// only the rest is looked at: reading a whole province anew takes minutes.
  private func rejudge(since before: TrustState, _ unclaimed: [ChainID: Int64]) throws {
    let now = try trust.state()
    try local {
      try connection.inTransaction {
        if now.keepsVerdicts(of: before) {
          let projector = try Projector(connection, trust: trust)
          try projector.settleWaiting()
          try projector.finish()
        } else {
          try replay()
        }
        try SendingAgain(self).claimed(of: unclaimed)
        try SettingTable(connection: connection).set(Setting.projection, String(ProjectionSchema.version))
      }
    }
    forgetFigures()
  }
}
