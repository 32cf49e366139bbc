import Glibc

/// Files that belong together and are being made: they lie in a folder within their place until all of them are whole.
///
/// What a maker that was killed has left goes with the next sweep; but once all are whole the folder has another name, and the next
/// sweep puts the rest of them into their place.
package final class PartFolder {
  private static let partName = "set" + PartFile.ending
  static let wholeName = "set.lecterm-whole"
  private static let companions = ["-wal", "-shm", "-lock", "-mark"]

  /// Where they are to be made.
  package let path: String
  private let folder: String
  private let descriptor: Int32
  private var isDone = false

  package init(in folder: String) throws(StoreError) {
    if let name = FileSystem.unsuitable(folder) { throw .fileSystem(path: folder, name: name) }
    PartFile.sweep(folder)
    self.folder = folder
    path = folder + "/" + Self.partName
    descriptor = try Self.locked(path, folder)
  }

  deinit {
    if !isDone { FileCare.removeFolder(path) }
    close(descriptor)
  }

  private static func locked(_ path: String, _ folder: String) throws(StoreError) -> Int32 {
    let held = try HeldName.hold { () throws(StoreError) in
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw PartFile.failure(errno, folder) }
      let fd = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard fd >= 0 || errno == ENOENT else { throw PartFile.failure(errno, folder) }
      return fd < 0 ? nil : HeldName.Held(descriptor: fd, path: path)
    }
    for name in FileCare.names(in: path) { FileCare.removeAll(path + "/" + name) }
    return held.descriptor
  }

  /// Puts everything into its place. What has come there in the meantime stays, and nothing is put beside it.
  package func finish() throws(StoreError) {
    let names = FileCare.names(in: path)
    try FileCare.requireSettled(path)
    if let there = names.first(where: { !Self.isCompanion($0) && FileCare.exists(folder + "/" + $0) }) {
      throw .exists(path: folder + "/" + there)
    }
    let synced = FileSystem.syncAll(descriptor)
    guard synced == 0 else { throw PartFile.failure(synced, folder) }
    let whole = folder + "/" + Self.wholeName
    guard rename(path, whole) == 0 else { throw PartFile.failure(errno, folder) }
    // From here on it is there, whoever brings it to its end.
    isDone = true
    try Self.settle(whole, folder)
    try PartFile.syncFolder(of: whole)
  }

  /// Does with a folder that nobody holds what its name says: half made, it goes; whole, it is put into its place.
  static func sweep(_ path: String) {
    guard path.hasSuffix("/" + wholeName) else { return FileCare.removeFolder(path) }
    // What finds no place now finds it with a later sweep.
    try? settle(path, FileCare.folder(of: path))
  }

  /// Folders first, then each file after what belongs to it: a file that can be opened has its mark beside it.
  private static func settle(_ whole: String, _ folder: String) throws(StoreError) {
    let names = FileCare.names(in: whole).filter { !isCompanion($0) }
    var there: String?
    for name in names.filter({ !$0.hasSuffix(".db") }) + names.filter({ $0.hasSuffix(".db") }) {
      let from = whole + "/" + name, place = folder + "/" + name
      let isFree = !FileCare.exists(place)
      if isFree, name.hasSuffix(".db") {
        for rest in companions { try bring(from + rest, to: place + rest) }
      }
      let number = isFree ? FileSystem.renameAsNew(from, place) : EEXIST
      if number == EEXIST { there = place } else if number != 0 { throw PartFile.failure(number, folder) }
    }
    FileCare.removeFolder(whole)
    if let there { throw .exists(path: there) }
  }

  /// What belongs to a file, before it. What an earlier file of that name has left goes: its log would be taken for this one's.
  private static func bring(_ rest: String, to place: String) throws(StoreError) {
    if rename(rest, place) == 0 { return }
    guard errno == ENOENT else { throw PartFile.failure(errno, place) }
    if place.hasSuffix("-wal") || place.hasSuffix("-shm") { unlink(place) }
  }

  private static func isCompanion(_ name: String) -> Bool { companions.contains { name.hasSuffix(".db" + $0) } }
}
