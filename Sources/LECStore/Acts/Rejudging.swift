import LECModel

/// An act that says who is who changes what others count for, and that takes a transaction of its own: looking at a whole province takes
/// minutes. A program that is killed in between finds a note of it and makes its tables anew.
extension Store {
  /// Inside the transaction of such an act.
  func noteRejudging() throws { try SettingTable(connection: connection).set(Setting.projection, "due") }

  /// After an authority act of one's own: what waited for it counts now, what it cut no longer does. Where everything still counts
  /// that counted `before`, only the rest is looked at: reading a whole province anew takes minutes.
  func rejudge(since before: TrustState) throws {
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
        try SettingTable(connection: connection).set(Setting.projection, String(ProjectionSchema.version))
      }
    }
    forgetFigures()
  }
}
