/// Brings a file to this program's format, or says why it can't be.
struct Migration {
  let connection: Connection

  func run(isNew: Bool, path: String) throws {
    let application = try connection.one("PRAGMA application_id") { $0.integer(0) } ?? 0
    if !isNew, application != LogSchema.applicationID { throw StoreError.notOurs(path: path) }
    let version = Int(try connection.one("PRAGMA user_version") { $0.integer(0) } ?? 0)
    guard version <= LogSchema.steps.count else { throw StoreError.newerFormat(path: path) }
    guard version < LogSchema.steps.count || isNew else { return }
    try connection.execute("BEGIN IMMEDIATE")
    do {
      for step in LogSchema.steps[version...] {
        for sql in step { try connection.execute(sql) }
      }
      if isNew {
        for sql in ProjectionSchema.create { try connection.execute(sql) }
        try SettingTable(connection: connection).set(Setting.projection, String(ProjectionSchema.version))
        try connection.execute("PRAGMA application_id = \(LogSchema.applicationID)")
      }
      try connection.execute("PRAGMA user_version = \(LogSchema.steps.count)")
      try connection.execute("COMMIT")
    } catch {
      if connection.isInTransaction { try? connection.execute("ROLLBACK") }  // the first error is the one to tell
      throw error
    }
  }

  /// After an unclean end the file is looked over before anything is shown from it.
  func quickCheck(path: String) throws {
    let answer = try connection.one("PRAGMA quick_check(1)") { $0.text(0) }
    guard answer == "ok" else { throw StoreError.damaged(path: path) }
  }
}
