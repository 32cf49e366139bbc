import CSQLite

/// One connection to one file: opens it with every safety setting on, prepares each SQL constant once.
package final class Connection {
  private var handle: OpaquePointer?
  private var statements: [String: Statement] = [:]
  /// How many rows were read in all: what a test counts, since it can't count on time.
  package private(set) var rowsRead = 0

  /// Opens a file, creating it when asked to. Never opens a file that somebody else's database says is not SQLite.
  /// `isSynced`: not for what can be made again, and is synced when all of it is there.
  package init(path: String, create: Bool, readOnly: Bool = false, isSynced: Bool = true) throws(SQLiteError) {
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
    flags |= readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    if create { flags |= SQLITE_OPEN_CREATE }
    let code = sqlite3_open_v2(path, &handle, flags, nil)
    guard code == SQLITE_OK else {
      let error = self.error(code, sql: "open")
      sqlite3_close_v2(handle)
      handle = nil
      throw error
    }
    // Before anything else: the first thing that is written is the journal mode.
    if !isSynced { try execute("PRAGMA synchronous = OFF") }
    try harden(readOnly: readOnly, isSynced: isSynced)
  }

  deinit { close() }

  /// Gives everything back; the connection is of no use afterwards.
  package func close() {
    for statement in statements.values { statement.finalize() }
    statements = [:]
    sqlite3_close_v2(handle)
    handle = nil
  }

  private func harden(readOnly: Bool, isSynced: Bool) throws(SQLiteError) {
    let switches: [(Int32, Int32)] = [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_DQS_DML, 0),
      (SQLITE_DBCONFIG_DQS_DDL, 0), (SQLITE_DBCONFIG_ENABLE_FKEY, 1), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
      (SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0), (SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1),
    ]
    for (option, wanted) in switches {
      var now: Int32 = -1
      let code = cs_config(handle, option, wanted, &now)
      guard code == SQLITE_OK, now == wanted else { throw error(code, sql: "config \(option)") }
    }
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 << 20)
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 16)
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    sqlite3_busy_timeout(handle, 5000)
    if !readOnly { try execute("PRAGMA journal_mode = WAL") }
    if isSynced { try execute("PRAGMA synchronous = FULL") }
    try execute("PRAGMA cell_size_check = ON")
    try execute("PRAGMA mmap_size = 0")
    try execute("PRAGMA cache_size = -12000")
    try execute("PRAGMA wal_autocheckpoint = 0")
  }

  /// Runs SQL constants that give no rows and take no values: schema, pragmas, begin and commit.
  package func execute(_ sql: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code, sql: sql) }
  }

  /// Runs the body in one transaction: all of what it changes, or nothing.
  func inTransaction<T>(_ body: () throws -> T) throws -> T {
    try execute("BEGIN IMMEDIATE")
    do {
      let result = try body()
      try execute("COMMIT")
      return result
    } catch {
      if isInTransaction { try? execute("ROLLBACK") }  // the first error is the one to tell
      throw error
    }
  }

  /// The prepared form of a constant; prepared at the first use and kept.
  package func statement(_ sql: String) throws(SQLiteError) -> Statement {
    if let known = statements[sql] { return known }
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw error(code, sql: sql) }
    let statement = Statement(prepared, sql: sql)
    statements[sql] = statement
    return statement
  }

  /// Lets go of every prepared constant, so that tables can be dropped.
  func forgetStatements() {
    for statement in statements.values { statement.finalize() }
    statements = [:]
  }

  /// Runs a constant with values and forgets its rows.
  package func run(_ sql: String, _ values: Value...) throws(SQLiteError) {
    let statement = try statement(sql)
    defer { statement.reset() }
    for (i, value) in values.enumerated() { try statement.bind(i + 1, value) }
    while try statement.step() {}
  }

  /// All rows of a constant, each made by `row`.
  package func all<T>(
    _ sql: String, _ values: [Value] = [], row: (Statement) -> T
  ) throws(SQLiteError) -> [T] {
    let statement = try statement(sql)
    defer { statement.reset() }
    for (i, value) in values.enumerated() { try statement.bind(i + 1, value) }
    var out: [T] = []
    while try statement.step() { out.append(row(statement)) }
    rowsRead += out.count
    return out
  }

  /// The same for as many rows as there may be: none is kept. `row` must not run the same constant.
  func each(_ sql: String, _ values: [Value] = [], row: (Statement) throws(SQLiteError) -> Void) throws(SQLiteError) {
    let statement = try statement(sql)
    defer { statement.reset() }
    for (i, value) in values.enumerated() { try statement.bind(i + 1, value) }
    while try statement.step() {
      rowsRead += 1
      try row(statement)
    }
  }

  /// The first row of a constant, or nil.
  package func one<T>(
    _ sql: String, _ values: [Value] = [], row: (Statement) -> T
  ) throws(SQLiteError) -> T? {
    let statement = try statement(sql)
    defer { statement.reset() }
    for (i, value) in values.enumerated() { try statement.bind(i + 1, value) }
    guard try statement.step() else { return nil }
    rowsRead += 1
    return row(statement)
  }

  package var lastRow: Int64 { sqlite3_last_insert_rowid(handle) }
  package var changes: Int { Int(sqlite3_changes64(handle)) }
  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Moves the write-ahead log into the file. The caller holds the write lock: see WriteLock.
  package func checkpoint(truncate: Bool) {
    guard handle != nil else { return }  // closed already
    // A checkpoint that could not finish is no loss: the next one goes on where this one stopped.
    _ = sqlite3_wal_checkpoint_v2(
      handle, nil, truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE, nil, nil)
  }

  /// Writes the file anew, so that nothing of what was deleted is left in its free space, and empties the log beside it.
  func compact() throws(SQLiteError) {
    // It works through a database of its own, and attaching is forbidden otherwise.
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1)
    defer { sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0) }
    forgetStatements()
    try execute("VACUUM")
    checkpoint(truncate: true)
  }

  /// Copies this whole database into a new file by SQLite's own backup, which is right even while others write.
  package func backup(to path: String, isSynced: Bool = true) throws(SQLiteError) {
    let target = try Connection(path: path, create: true, isSynced: isSynced)
    guard let job = sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw target.error(SQLITE_ERROR, sql: "backup")
    }
    let stepped = sqlite3_backup_step(job, -1)
    let finished = sqlite3_backup_finish(job)
    guard stepped == SQLITE_DONE, finished == SQLITE_OK else { throw target.error(stepped, sql: "backup") }
    target.checkpoint(truncate: true)
    // One plain file is handed over, without a log beside it.
    try target.execute("PRAGMA journal_mode = DELETE")
  }

  private func error(_ code: Int32, sql: String) -> SQLiteError {
    SQLiteError(code: code, message: handle.map { String(cString: sqlite3_errmsg($0)) } ?? "", sql: sql)
  }
}
