import LECModel

extension Store {
  /// Copies the file while it is in use; the copy is opened and looked over before this returns.
  package func backup(to target: String) throws {
    guard !FileCare.exists(target) else { throw StoreError.exists(path: target) }
    let part = try PartFile(for: target)
    do {
      try connection.backup(to: part.path)
    } catch {
      throw StoreError(error, path: target)
    }
    try Self.lookOver(part.path)
    try part.finish(asNew: true)
  }

  /// Opens a copy without changing it and checks its structure and that it is ours.
  private static func lookOver(_ path: String) throws {
    // A pipe that lies under the name would be waited for.
    _ = try FileCare.header(path)
    let copy: Connection
    do { copy = try Connection(path: path, create: false, readOnly: true) } catch {
      throw StoreError(error, path: path)
    }
    defer { copy.close() }
    do {
      guard try copy.one("PRAGMA application_id", row: { $0.integer(0) }) == LogSchema.applicationID else {
        throw StoreError.notOurs(path: path)
      }
      guard try copy.one("PRAGMA quick_check(1)", row: { $0.text(0) }) == "ok" else {
        throw StoreError.damaged(path: path)
      }
    } catch let error as SQLiteError {
      throw StoreError(error, path: path)
    }
  }

  /// Brings a backup to a new place as a working file. A file that is already there stays as it is: the name is refused.
  package static func restore(from source: String, to target: String, world: World) throws -> Store {
    guard FileCare.exists(source) else { throw StoreError.notFound(path: source) }
    guard !FileCare.exists(target) else { throw StoreError.exists(path: target) }
    try lookOver(source)
    let part = try PartFile(for: target)
    do {
      let from = try Connection(path: source, create: false, readOnly: true)
      defer { from.close() }
      try from.backup(to: part.path)
    } catch {
      throw StoreError(error, path: target)
    }
    for rest in ["-wal", "-shm", "-mark"] { FileCare.remove(target + rest) }
    try part.finish(asNew: true)
    // The missing mark makes the restored file begin a new chain at its first write.
    return try open(target, world: world)
  }
}
