import LECModel

/// Why a file cannot be opened, read or written. Cases carry facts; sentences are made by the program.
package enum StoreError: Error, Equatable, Sendable {
  case notFound(path: String)
  case exists(path: String)
  case cannotOpen(path: String)
  /// A folder, a device, a pipe or a link that leads in a circle, where a file is expected.
  case notAFile(path: String)
  case tooLarge(path: String)
  /// The name has bytes that are no text, and can't be said to the system again.
  case badName(path: String)
  case notADatabase(path: String)
  case notOurs(path: String)
  case newerFormat(path: String)
  case damaged(path: String)
  /// The live file may not lie on a network or FAT file system: locks and syncs mean nothing there.
  case fileSystem(path: String, name: String)
  /// The disk is full or failed: the file is read-only until the program is started again.
  case diskFull
  case diskFailed
  /// Files may not become so large here: a limit of the account, or of the file system.
  case fileLimit(path: String)
  case readOnly
  /// The copy that was kept when a year was closed: it is only looked at.
  case closedYear(String)
  case busy
  case database(SQLiteError)

  init(_ error: SQLiteError, path: String) {
    if error.isFull { self = .diskFull; return }
    if error.isInputOutput { self = .diskFailed; return }
    if error.isCorrupt { self = .damaged(path: path); return }
    if error.isNoDatabase { self = .notADatabase(path: path); return }
    if error.isCannotOpen { self = .cannotOpen(path: path); return }
    if error.isReadOnly { self = .readOnly; return }
    if error.isBusy { self = .busy; return }
    self = .database(error)
  }
}
