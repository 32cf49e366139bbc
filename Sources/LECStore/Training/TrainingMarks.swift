package import LECModel

/// A point of a training set to which it can be set back at once: copies of all files of the set, of the files between them, and the
/// time it was. Marks lie in the set's own folder.
package struct TrainingMarks: Sendable {
  package struct Mark: Equatable, Sendable {
    package var name: String
    /// Where the set's clock stood.
    package var clock: Moment
  }

  /// The mark of the beginning, made with the set.
  package static let asMade = "as-made"
  /// The mark of what there was before the set was last set back: a slip of the finger loses nothing.
  package static let beforeReset = "before-reset"

  package let training: TrainingFolder
  /// Not where the whole set is being made, and synced when it is there.
  private let isSynced: Bool

  package init(_ training: TrainingFolder, isSynced: Bool = true) {
    self.training = training
    self.isSynced = isSynced
  }

  private var folder: String { training.aside + "/marks" }
  private var journal: String { training.aside + "/resetting" }
  private static let clockName = "clock", lettersName = "beside", wayName = "way"

  /// The marks there are, the beginning first and then by time of the clock.
  package var all: [Mark] {
    let found = FileCare.names(in: folder).filter { !$0.hasPrefix(".") }.compactMap { name in
      clock(of: name).map { Mark(name: name, clock: $0) }
    }
    let first = found.filter { $0.name == Self.asMade }
    return first + found.filter { $0.name != Self.asMade }.sorted { ($0.clock, $0.name) < ($1.clock, $1.name) }
  }

  private func clock(of name: String) -> Moment? {
    guard let bytes = try? FileCare.read(folder + "/" + name + "/" + Self.clockName, limit: 64).bytes else {
      return nil
    }
    return Moment(iso: String(decoding: bytes, as: UTF8.self))
  }

  /// Makes the mark of the beginning where there is none yet.
  package func setFirst(clock: Moment) throws {
    if self.clock(of: Self.asMade) == nil { try mark(Self.asMade, clock: clock) }
  }

  /// The same for a set that was just made and that nobody has open: nothing that lies empty stays beside its files.
  package static func setFirst(in folder: String) throws {
    try FileCare.requireSettled(folder)
    let training = try TrainingFolder(at: folder)
    let files = training.files
    try TrainingMarks(training, isSynced: false).setFirst(clock: TrainingSet.clock)
    for file in files { FileCare.tidy(file) }
  }

  /// Sets a mark of that name; one that has it already stays as it is, and the name is refused.
  package func mark(_ name: String, clock: Moment) throws {
    let place = folder + "/" + name
    guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), name.utf8.count < 200 else {
      throw Refusal(.badValue, .op04, detail: name)
    }
    guard !FileCare.exists(place) else { throw StoreError.exists(path: place) }
    let part = try copy(clock: clock)
    try FileCare.rename(part, to: place)
  }

  /// Copies the set as it is into a folder that has no name yet.
  private func copy(clock: Moment) throws -> String {
    let part = folder + "/.part"
    FileCare.removeFolder(part)
    for one in [part, part + "/" + Self.lettersName, part + "/" + Self.wayName] {
      guard FileCare.makeFolders(one) else { throw StoreError.cannotOpen(path: one) }
    }
    for file in training.files {
      try Self.copy(file, to: part + "/" + Self.last(file), isSynced: isSynced)
    }
    try copy(training.letters(in: training.path), to: part + "/" + Self.lettersName)
    try copy(training.letters(in: training.way), to: part + "/" + Self.wayName)
    // Written last: a copy without it is none.
    try FileCare.write(Array(clock.iso.utf8), to: part + "/" + Self.clockName, isSynced: isSynced)
    return part
  }

  /// A database as it is, even while somebody writes in it.
  private static func copy(_ file: String, to other: String, isSynced: Bool = true) throws(StoreError) {
    do throws(SQLiteError) {
      let connection = try Connection(path: file, create: false, readOnly: true)
      defer { connection.close() }
      try connection.backup(to: other, isSynced: isSynced)
    } catch {
      throw StoreError(error, path: file)
    }
  }

  private func copy(_ letters: [String], to folder: String) throws {
    FileCare.sweep(in: folder)
    for letter in letters {
      guard let bytes = try FileCare.read(letter, limit: Container.largestFile).bytes else { continue }
      try FileCare.write(
        bytes, to: folder + "/" + Self.last(letter), forOthers: true, isSynced: isSynced, sweeps: false)
    }
  }

  // MARK: Setting back

  /// Sets the whole set back to a mark and says where its clock stands now. Every file of it must be closed by whoever asks; a
  /// program that still has one open goes on in a file that is no more, and finds that out by `FileCare.identity`.
  package func reset(to name: String, from now: Moment) throws -> Moment {
    guard let clock = clock(of: name) else { throw StoreError.notFound(path: folder + "/" + name) }
    let before = try copy(clock: now)
    try FileCare.write(Array(name.utf8), to: journal)
    try bringBack(folder + "/" + name, clock: clock)
    FileCare.remove(journal)
    // What there was takes its place as a mark only now: it may be that very mark that was gone back to.
    FileCare.removeFolder(folder + "/" + Self.beforeReset)
    try FileCare.rename(before, to: folder + "/" + Self.beforeReset)
    return clock
  }

  /// Whether the program was killed while it set the set back.
  package var isUnfinished: Bool { FileCare.exists(journal) }

  /// Ends what was begun when the program was killed while it set the set back.
  package func finishReset() throws {
    guard FileCare.exists(journal) else { return }
    guard let bytes = try FileCare.read(journal, limit: 1024).bytes,
      let clock = clock(of: String(decoding: bytes, as: UTF8.self))
    else {
      FileCare.remove(journal)
      return
    }
    try bringBack(folder + "/" + String(decoding: bytes, as: UTF8.self), clock: clock)
    FileCare.remove(journal)
  }

  private func bringBack(_ mark: String, clock: Moment) throws {
    let kept = FileCare.names(in: mark).filter { $0.hasSuffix(".db") }
    for file in training.files where !kept.contains(Self.last(file)) { try takeAway(file) }
    for name in kept { try replace(training.path + "/" + name, with: mark + "/" + name) }
    for (from, to) in [(Self.lettersName, training.path), (Self.wayName, training.way)] {
      for letter in training.letters(in: to) { FileCare.remove(letter) }
      guard FileCare.makeFolders(to) else { throw StoreError.cannotOpen(path: to) }
      try copy(training.letters(in: mark + "/" + from), to: to)
    }
    // All files tell the same time, whichever is opened next; and none is left that can't be opened.
    for name in kept {
      let store = try Store.open(training.path + "/" + name, world: .live())
      defer { store.close() }
      try store.moveTrainingClock(to: clock)
    }
  }

  /// Puts a copy in the place of a file: whole or not at all, while nobody writes. Its missing mark makes it begin a new chain at
  /// its first write, so that no number of an entry is used twice, wherever a file of the time that is gone may still lie.
  private func replace(_ file: String, with copy: String) throws {
    guard let lock = WriteLock(path: file + "-lock") else { throw StoreError.cannotOpen(path: file) }
    try lock.hold {
      let part = try PartFile(for: file)
      try Self.copy(copy, to: part.path)
      for rest in ["-wal", "-shm", "-mark"] { FileCare.remove(file + rest) }
      try part.finish()
    }
  }

  private func takeAway(_ file: String) throws {
    guard let lock = WriteLock(path: file + "-lock") else { throw StoreError.cannotOpen(path: file) }
    try lock.hold { for rest in ["", "-wal", "-shm", "-mark", "-lock"] { FileCare.remove(file + rest) } }
  }

  private static func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension TrainingFolder {
  /// Where files lie that have been made and have not come.
  package var way: String { aside + "/way" }
}
