import CSQLite

/// What SQLite said, without the values that were bound: those are people's data.
package struct SQLiteError: Error, Equatable, Sendable {
  package var code: Int32
  package var message: String
  package var sql: String

  /// The disk is full, or may not be written.
  package var isFull: Bool { code & 0xFF == SQLITE_FULL }
  package var isBusy: Bool { code & 0xFF == SQLITE_BUSY }
  package var isReadOnly: Bool { code & 0xFF == SQLITE_READONLY || code & 0xFF == SQLITE_PERM }
  package var isNoDatabase: Bool { code & 0xFF == SQLITE_NOTADB }
  package var isCorrupt: Bool { code & 0xFF == SQLITE_CORRUPT }
  package var isInputOutput: Bool { code & 0xFF == SQLITE_IOERR }
  package var isCannotOpen: Bool { code & 0xFF == SQLITE_CANTOPEN }
}
