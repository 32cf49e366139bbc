import Glibc

/// What the store asks of the file system.
package enum FileCare {
  /// Whether anything lies under a name, and be it a link that leads in a circle.
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 || errno == ELOOP }

  package static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// What a file says of itself in its first bytes, read before anything is opened or laid beside it.
  static func header(_ path: String) throws(StoreError) -> (isDatabase: Bool, application: Int64) {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { throw .cannotOpen(path: path) }
    let fd = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard fd >= 0 else { throw .cannotOpen(path: path) }
    defer { close(fd) }
    var bytes = [UInt8](repeating: 0, count: 100)
    guard Glibc.read(fd, &bytes, 100) == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      return (false, 0)
    }
    return (true, bytes[68..<72].reduce(0) { $0 << 8 | Int64($1) })
  }

  package static func size(_ path: String) -> Int {
    var info = stat()
    return stat(path, &info) == 0 ? Int(info.st_size) : 0
  }

  /// Makes the file with rights for its owner alone, before SQLite writes the first byte.
  static func makePrivate(_ path: String) {
    let fd = Glibc.open(path, O_RDWR | O_NONBLOCK | O_CREAT | O_CLOEXEC, 0o600)
    if fd >= 0 { close(fd) }
  }

  /// What lies beside a data file has its rights: made while it could only be read, it would keep the file closed for ever.
  static func mendRights(beside path: String) {
    let wanted = mode(path)
    for side in [path + "-wal", path + "-shm"] where exists(side) {
      if wanted & 0o200 != 0, mode(side) & 0o200 == 0 { chmod(side, wanted & 0o777) }
    }
  }

  /// The name of a file system on which the live file must not lie; nil when it may.
  static func unsuitableFileSystem(_ path: String) -> String? {
    return FileSystem.unsuitable(folder(of: path))
  }

  /// The folders of a path, made if they are missing; false when that is not possible.
  package static func makeFolders(_ folder: String) -> Bool {
    var built = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      built += (built.isEmpty || built.hasSuffix("/") ? "" : "/") + part
      if mkdir(built, 0o700) != 0, errno != EEXIST { return false }
    }
    return true
  }

  /// Writes a whole file: a reader sees the old one or the new one, after a power cut too.
  /// Only its owner may read it, unless it is for others: an encrypted file on a stick that keeps owners.
  /// `isSynced`, `sweeps`: not for one of many files in a folder that somebody else sweeps, or syncs when all are there.
  package static func write(
    _ bytes: [UInt8], to path: String, forOthers: Bool = false, isSynced: Bool = true, sweeps: Bool = true
  ) throws(StoreError) {
    let part = try PartFile(for: path, sweeps: sweeps)
    try part.write(bytes)
    try part.finish(forOthers: forOthers, isSynced: isSynced)
  }

  /// Writes a file and reads it back from the disk itself: a stick that takes everything and keeps nothing is found out here.
  package static func writeChecked(_ bytes: [UInt8], to path: String, forOthers: Bool = false) throws(StoreError) {
    try write(bytes, to: path, forOthers: forOthers)
    forget(path)
    guard (try? read(path, limit: bytes.count))?.bytes == bytes else {
      remove(path)
      throw .diskFailed
    }
  }

  /// Makes the next read of a file come from the disk and not from memory, where that can be asked for.
  private static func forget(_ path: String) {
    let fd = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard fd >= 0 else { return }
    _ = posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED)
    close(fd)
  }

  /// Takes away what a program that was killed has left half written beside a file.
  package static func sweep(beside path: String) { sweep(in: folder(of: path)) }

  /// The same in a folder.
  package static func sweep(in folder: String) { PartFile.sweep(folder) }

  /// The folder in which a file lies.
  package static func folder(of path: String) -> String {
    guard let cut = path.lastIndex(of: "/") else { return "." }
    return cut == path.startIndex ? "/" : String(path[..<cut])
  }

  /// A file that another library wrote under a passing name: synced, for its owner alone, and given its name.
  static func settle(_ passing: String, as path: String) throws(StoreError) {
    let fd = Glibc.open(passing, O_RDWR | O_CLOEXEC)
    guard fd >= 0 else { throw .cannotOpen(path: path) }
    let isSynced = fchmod(fd, 0o600) == 0 && fsync(fd) == 0
    let isFull = errno == ENOSPC
    close(fd)
    guard isSynced, Glibc.rename(passing, path) == 0 else { throw isFull ? .diskFull : .cannotOpen(path: path) }
  }

  /// Opens a file to be read. Nothing else that may lie under a name is waited for: a pipe would never answer.
  private static func opened(_ path: String) throws(StoreError) -> (descriptor: Int32, size: Int) {
    let fd = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard fd >= 0 else {
      switch errno {
      case ENOENT where path.unicodeScalars.contains("\u{FFFD}"): throw .badName(path: path)
      case ENOENT: throw .notFound(path: path)
      case ELOOP, ENXIO, ENODEV: throw .notAFile(path: path)
      default: throw .cannotOpen(path: path)
      }
    }
    var info = stat()
    guard fstat(fd, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      close(fd)
      throw .notAFile(path: path)
    }
    return (fd, Int(info.st_size))
  }

  /// The first bytes of a file, as many as there are.
  package static func beginning(_ path: String, count: Int) throws(StoreError) -> [UInt8] {
    let fd = try opened(path).descriptor
    defer { close(fd) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, Glibc.read(fd, buffer.baseAddress, count))
    }
  }

  /// What tells one state of a file from a later one while it arrives; nil where there is none.
  package static func stamp(_ path: String) -> FileStamp? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return FileStamp(
      inode: UInt64(info.st_ino), size: Int(info.st_size), seconds: info.st_mtim.tv_sec,
      nanoseconds: info.st_mtim.tv_nsec)
  }

  /// Reads a whole file of at most `limit` bytes; nil in `bytes` when it is larger.
  package static func read(_ path: String, limit: Int) throws(StoreError) -> (bytes: [UInt8]?, size: Int) {
    let (fd, size) = try opened(path)
    defer { close(fd) }
    // Said before a byte of it is read: a file of nothing but a size costs nobody anything to make.
    guard size <= limit else { return (nil, size) }
    var out: [UInt8] = []
    out.reserveCapacity(size + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(fd, &chunk, chunk.count)
      if count == 0 { return (out, out.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .cannotOpen(path: path)
      }
      if out.count + count > limit { return (nil, max(size, out.count + count)) }
      out.append(contentsOf: chunk[..<count])
    }
  }

  /// The same for files that are refused when they are larger.
  package static func whole(_ path: String, limit: Int) throws(StoreError) -> [UInt8] {
    guard let bytes = try read(path, limit: limit).bytes else { throw .tooLarge(path: path) }
    return bytes
  }

  /// The names in a folder, in order; none where it can't be looked into.
  package static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Takes a folder away with all that is in it; a link in it goes, and not what it leads to.
  package static func removeFolder(_ path: String) {
    for name in names(in: path) { removeAll(path + "/" + name) }
    rmdir(path)
  }

  /// Takes a file or a folder away.
  static func removeAll(_ path: String) {
    var info = stat()
    if lstat(path, &info) == 0, info.st_mode & S_IFMT == S_IFDIR { removeFolder(path) } else { unlink(path) }
  }

  /// Gives a file or folder another name; nothing is put over one that has it, but a file over a file.
  package static func rename(_ path: String, to other: String) throws(StoreError) {
    guard Glibc.rename(path, other) == 0 else { throw errno == ENOSPC ? .diskFull : .cannotOpen(path: other) }
  }

  /// What tells this file from another one of the same name: it changes when a file is put in its place.
  package static func identity(_ path: String) -> UInt64 { SideFile.inode(of: path) }

  /// The access bits of a file.
  static func mode(_ path: String) -> UInt32 {
    var info = stat()
    return stat(path, &info) == 0 ? UInt32(info.st_mode) & 0o777 : 0
  }

  /// Bytes that may still be written beside the file.
  static func freeSpace(_ path: String) -> Int {
    var info = statvfs()
    return statvfs(path, &info) == 0 ? Int(info.f_bavail) * Int(info.f_frsize) : 0
  }

  package static func remove(_ path: String) { unlink(path) }

  /// Takes the write-ahead log of a closed file away when all of it has been brought into the file.
  static func tidy(_ path: String) {
    guard size(path + "-wal") == 0 else { return }
    remove(path + "-wal")
    remove(path + "-shm")
  }

  /// Refused when a file of a folder, closed and tidied, still has its log beside it: what is in that found no room in the file.
  static func requireSettled(_ folder: String) throws(StoreError) {
    guard names(in: folder).contains(where: { $0.hasSuffix(".db-wal") }) else { return }
    throw freeSpace(folder) == 0 ? .diskFull : .diskFailed
  }
}
