import Glibc

/// A file that is being written: it lies beside its place under a name that says so, and takes its place whole or not at all.
///
/// The lock on it says that its writer still lives. What nobody holds was left by a program that was killed or lost its power, and
/// is taken away by whoever writes into that folder next, and in the folder of the data when the program starts.
final class PartFile {
  /// Not `.part`: that is what browsers call a download, and those are not ours to take away.
  static let ending = ".lecterm-part"
  private static let companions = ["", "-wal", "-shm", "-journal", "-lock", "-mark"]

  let path: String
  private let target: String
  private let descriptor: Int32
  private var isDone = false

  /// `sweeps`: not for whoever writes many files into one folder, and has swept it before.
  init(for target: String, sweeps: Bool = true) throws(StoreError) {
    if sweeps { Self.sweep(FileCare.folder(of: target)) }
    self.target = target
    path = target + Self.ending
    descriptor = try Self.locked(path, target)
  }

  deinit {
    // Taken away while it is still locked: after that the name may be another writer's.
    if !isDone { Self.remove(path) }
    close(descriptor)
  }

  private static func locked(_ path: String, _ target: String) throws(StoreError) -> Int32 {
    let held = try HeldName.hold { () throws(StoreError) in
      let fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard fd >= 0 else { throw failure(errno, target) }
      return HeldName.Held(descriptor: fd, path: path)
    }
    guard ftruncate(held.descriptor, 0) == 0 else {
      let number = errno
      close(held.descriptor)
      throw failure(number, target)
    }
    return held.descriptor
  }

  func write(_ bytes: [UInt8]) throws(StoreError) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { done += count } else if errno != EINTR { throw Self.failure(errno, target) }
    }
  }

  /// On the disk, then under its name, then the name on the disk: in this order there is no moment without a whole file.
  /// `asNew`: a file that has come to the place in the meantime stays, and this one goes.
  func finish(forOthers: Bool = false, asNew: Bool = false, isSynced: Bool = true) throws(StoreError) {
    // Sticks that know no owners can't and need not do this.
    if forOthers { _ = fchmod(descriptor, 0o644) }
    if isSynced { try sync() }
    try place(asNew: asNew, isSynced: isSynced)
  }

  private func sync() throws(StoreError) {
    guard fsync(descriptor) == 0 else { throw Self.failure(errno, target) }
  }

  private func place(asNew: Bool, isSynced: Bool) throws(StoreError) {
    let number = asNew ? FileSystem.renameAsNew(path, target) : rename(path, target) == 0 ? 0 : errno
    guard number == 0 else { throw Self.failure(number, target) }
    isDone = true
    if isSynced { try Self.syncFolder(of: target) }
  }

  /// The names in the folder of a file are on the disk.
  static func syncFolder(of target: String) throws(StoreError) {
    let folder = open(FileCare.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    defer { close(folder) }
    // Some file systems can't sync a folder and say so; only a failed one is told.
    if fsync(folder) != 0, errno == EIO || errno == ENOSPC { throw Self.failure(errno, target) }
  }

  /// The same for a database that was closed: its mark goes along, and what lies about from an earlier file of that name goes.
  /// `announce` is called when nothing but the name is missing: what it throws leaves no file, and what it tells is told before
  /// there is one.
  func finishDatabase(isSynced: Bool = true, announce: () throws -> Void = {}) throws {
    guard !FileCare.exists(target) else { throw StoreError.exists(path: target) }
    // What could not be brought from the log into the file found no room there.
    guard FileCare.size(path + "-wal") == 0 else {
      throw FileCare.freeSpace(path) == 0 ? StoreError.diskFull : .diskFailed
    }
    for rest in ["-wal", "-shm", "-mark"] { unlink(target + rest) }
    for rest in ["-wal", "-shm", "-lock"] { unlink(path + rest) }
    if isSynced { try sync() }
    try announce()
    guard rename(path + "-mark", target + "-mark") == 0 else { throw Self.failure(errno, target) }
    try place(asNew: true, isSynced: isSynced)
  }

  static func failure(_ number: Int32, _ target: String) -> StoreError {
    switch number {
    case ENOSPC, EDQUOT: .diskFull
    case EIO: .diskFailed
    case EEXIST: .exists(path: target)
    case EFBIG: .fileLimit(path: target)
    default: .cannotOpen(path: target)
    }
  }

  private static func remove(_ path: String) { for one in companions { unlink(path + one) } }

  /// Takes away what writers that are no more have left in a folder, and ends what they had whole.
  static func sweep(_ folder: String) {
    guard let directory = opendir(folder) else { return }
    var left: Set<String> = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      for one in companions where name.hasSuffix(ending + one) { left.insert(String(name.dropLast(one.utf8.count))) }
      if name == PartFolder.wholeName { left.insert(name) }
    }
    closedir(directory)
    for name in left { sweepOne(folder + "/" + name) }
  }

  private static func sweepOne(_ path: String) {
    let isThere = HeldName.ifLeft(path) {
      if FileCare.isFolder(path) { PartFolder.sweep(path) } else { remove(path) }
    }
    // Of some nothing but what belongs to it is left.
    if !isThere { remove(path) }
  }
}
