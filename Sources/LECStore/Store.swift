package import LECModel

/// The door to one file: opens it, answers questions about it, and is the only place where it changes.
package final class Store {
  package let path: String
  let connection: Connection
  private(set) var world: World
  let log: EventLog
  let trust: TrustBook
  /// The unit whose roster is looked at, when it is another than the own one: a level above goes down into it.
  package var focus: UnitCode? { didSet { if focus != oldValue { forgetFigures() } } }
  private let lock: WriteLock
  private let side: SideFile
  /// Why the next write begins a new chain; nil while the side file matches.
  private(set) var newChain: Genesis.Reason?
  /// After a failed or full disk nothing is written any more: a retry could hide what was lost.
  package private(set) var isReadOnly = false
  /// How much one file holds; tests make it less.
  var largestPlain = Container.largestPlain
  var mostNames = BundleContent.mostWords
  /// The undo and redo steps of this session.
  var undoStack: [UndoStep] = []
  var redoStack: [UndoStep] = []
  /// Digests by dataset, good until the next event.
  var digestCache: [DigestKey: (at: Int64, digest: Hash32)] = [:]
  var standings: [DigestKey: (at: Int64, standing: UnitStanding)] = [:]
  var flaggedCache: (at: Int64, records: Set<RecordID>)?
  var findingsCache: (at: Int64, day: CalendarDate, findings: [Finding])?

  struct DigestKey: Hashable {
    var dataset: Dataset
    var unit: UnitCode
    var round: RoundKey
  }

  /// Opens an existing file. Settings are checked, the format brought up to date, and a copied or restored file noticed.
  package static func open(_ path: String, world: World) throws -> Store {
    guard FileCare.exists(path) else { throw StoreError.notFound(path: path) }
    // Looked at before it is opened: another program's file must stay as it is, without anything of ours beside it.
    let header = try FileCare.header(path)
    guard header.isDatabase else { throw StoreError.notADatabase(path: path) }
    // After a power cut the mark of a new file may still stand in the log beside it, next to our lock: it is looked for again
    // once that has been read.
    let waits = header.application == 0 && FileCare.size(path + "-wal") > 0 && FileCare.exists(path + "-lock")
    guard waits || header.application == LogSchema.applicationID else { throw StoreError.notOurs(path: path) }
    return try Store(path: path, world: world, creating: nil)
  }

  /// Makes a new, empty file under the name that one has while it is being made.
  static func create(part: PartFile, training: Bool, for unit: UnitCode?, world: World) throws -> Store {
    try Store(path: part.path, world: world, creating: training, for: unit)
  }

  private init(path: String, world: World, creating training: Bool?, for unit: UnitCode? = nil) throws {
    guard Sodium.isReady else { throw StoreError.cannotOpen(path: path) }
    guard !world.isForTraining || training != false else { throw Refusal(.trainingOnly, .op04) }
    if let name = FileCare.unsuitableFileSystem(path) { throw StoreError.fileSystem(path: path, name: name) }
    guard let lock = WriteLock(path: path + "-lock") else { throw StoreError.cannotOpen(path: path) }
    let wasClean = FileCare.size(path + "-wal") == 0
    if training != nil { FileCare.makePrivate(path) }
    FileCare.mendRights(beside: path)
    do {
      // A file that is there may be a real one: it is synced until that is known.
      let isSynced = training == nil || !world.canMakeAgain
      connection = try lock.hold { try Connection(path: path, create: training != nil, isSynced: isSynced) }
    } catch let error as SQLiteError {
      throw StoreError(error, path: path)
    }
    self.path = path
    self.world = world
    self.lock = lock
    log = EventLog(connection: connection)
    trust = TrustBook(connection)
    side = SideFile(path: path + "-mark", isSynced: !world.canMakeAgain)
    do {
      try lock.hold { try Migration(connection: connection).run(isNew: training != nil, path: path) }
      if !wasClean { try Migration(connection: connection).quickCheck(path: path) }
      guard !world.isForTraining || training != nil || isTraining else { throw Refusal(.trainingOnly, .op04) }
      if world.canMakeAgain { try connection.execute("PRAGMA synchronous = OFF") }
      if let training {
        try transaction(author: UserName("")) { try $0.beginChain(.first, training: training, for: unit) }
        // Brings our mark out of the write-ahead log into the header, by which the file is known as ours from now on.
        connection.checkpoint(truncate: true)
      } else {
        // Under the lock: another process writes its mark before it lets go, so the two are never seen apart.
        newChain = try lock.hold { try reasonForNewChain() }
        if try setting(Setting.projection) != String(ProjectionSchema.version) { _ = try rebuild() }
        isReadOnly = try setting(Setting.closedYear) != nil
      }
    } catch let error as SQLiteError {
      throw StoreError(error, path: path)
    }
  }

  /// Brings the write-ahead log into the file, so that a copy of the file alone is whole.
  package func close() {
    // A checkpoint left out only makes the next start slower.
    _ = try? lock.hold { connection.checkpoint(truncate: true) }
    connection.close()
  }

  /// The same for a file that nobody else has open: nothing that lies empty stays beside it.
  package func closeTidily() {
    close()
    FileCare.tidy(path)
  }

  func forgetFigures() {
    digestCache = [:]
    standings = [:]
    findingsCache = nil
    flaggedCache = nil
  }

  package var isTraining: Bool { (try? setting(Setting.training)) == "1" }

  /// Lets this file's clock stand at another time and run on from there; who may is asked before.
  func stand(at moment: Moment) { world = world.starting(at: moment) }

  // MARK: Writing

  /// Runs the body in one transaction: all of its events, their tables and the settings, or nothing at all.
  @discardableResult
  func transaction<T>(author: UserName, unit: UnitCode = UnitCode(""), _ body: (Writer) throws -> T) throws -> T {
    guard !isReadOnly else { throw try whyReadOnly() }
    do {
      return try lock.hold {
        try connection.execute("BEGIN IMMEDIATE")
        let writer: Writer
        let result: T
        do {
          writer = try Writer(connection, world, trust: trust, author: author, unit: unit)
          if let reason = newChain {
            try writer.beginChain(reason, training: isTraining)
          }
          result = try body(writer)
          try writer.finish()
          try connection.execute("COMMIT")
        } catch {
          // A failed commit has rolled back already.
          if connection.isInTransaction { try? connection.execute("ROLLBACK") }
          trust.forget()
          throw error
        }
        newChain = nil
        if let head = writer.head {
          side.write(
            SideFile.Mark(
              chain: head.chain, sequence: head.sequence, head: head.id, inode: SideFile.inode(of: path),
              machine: world.machine))
        }
        if FileCare.size(path + "-wal") > 8 << 20 { connection.checkpoint(truncate: false) }
        return result
      }
    } catch let error as SQLiteError {
      if error.isFull || error.isInputOutput { isReadOnly = true }
      throw StoreError(error, path: path)
    }
  }

  private func whyReadOnly() throws -> StoreError { try closedYear().map { .closedYear($0) } ?? .readOnly }

  /// Many questions as of one moment: one lock for all of them instead of one for each.
  package func reading<T>(_ body: () throws -> T) throws -> T {
    guard !connection.isInTransaction else { return try body() }
    try connection.execute("BEGIN")
    // Nothing was written, so that there is nothing to lose when this fails.
    defer { try? connection.execute("COMMIT") }
    return try trust.holding(body)
  }

  /// A change to this machine's own tables (drafts, settings, failed log-ins): no event, same lock, same transaction rules.
  func local<T>(_ body: () throws -> T) throws -> T {
    guard !isReadOnly else { throw try whyReadOnly() }
    do {
      return try lock.hold(body)
    } catch let error as SQLiteError {
      if error.isFull || error.isInputOutput { isReadOnly = true }
      throw StoreError(error, path: path)
    }
  }

  private func reasonForNewChain() throws -> Genesis.Reason? {
    guard let hex = try setting(Setting.chain), let bytes = Hex.bytes(hex), let hash = Hash32(bytes) else {
      return .unmarked
    }
    guard let mark = side.read() else { return .unmarked }
    let chain = ChainID(hash)
    if mark.machine != world.machine { return .moved }
    if mark.inode != SideFile.inode(of: path) { return .copied }
    guard let head = try log.head(of: mark.chain), head.sequence >= mark.sequence else { return .restored }
    // Power that went between an entry and its mark: all that the mark tells of is here, and more, in the same chain or, where that
    // entry began a new one, beyond it.
    return mark.chain == chain && head.id == mark.head ? nil : .behind
  }
}
