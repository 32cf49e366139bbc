import Glibc

/// What the store asks of the file system.
package enum FileCare {
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// What a file says of itself in its first bytes, read before anything is opened or laid beside it.
  static func header(_ path: String) throws(StoreError) -> (isDatabase: Bool, application: Int64) {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { throw .cannotOpen(path: path) }
    let fd = Glibc.open(path, O_RDONLY | O_CLOEXEC)
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
    let fd = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    if fd >= 0 { close(fd) }
  }

  /// The name of a file system on which the live file must not lie; nil when it may.
  static func unsuitableFileSystem(_ path: String) -> String? {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let place = path.hasPrefix("/") ? (folder.isEmpty ? "/" : folder) : (folder.isEmpty ? "." : folder)
    return FileSystem.unsuitable(place)
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

  /// Writes a whole file: to a temporary name, synced, renamed, so that a reader sees the old one or the new one.
  package static func write(_ bytes: [UInt8], to path: String) throws(StoreError) {
    let temporary = path + ".part"
    let fd = Glibc.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard fd >= 0 else { throw errno == ENOSPC ? .diskFull : .cannotOpen(path: path) }
    var done = 0
    var failed = false
    while done < bytes.count, !failed {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(fd, $0.baseAddress, $0.count) }
      if count > 0 { done += count } else if errno != EINTR { failed = true }
    }
    failed = failed || fsync(fd) != 0
    let full = failed && errno == ENOSPC
    close(fd)
    guard !failed, Glibc.rename(temporary, path) == 0 else {
      unlink(temporary)
      throw full ? .diskFull : .cannotOpen(path: path)
    }
  }

  /// Reads a whole file of at most `limit` bytes; nil in `bytes` when it is larger.
  package static func read(_ path: String, limit: Int) throws(StoreError) -> (bytes: [UInt8]?, size: Int) {
    let fd = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { throw errno == ENOENT ? .notFound(path: path) : .cannotOpen(path: path) }
    defer { close(fd) }
    var info = stat()
    guard fstat(fd, &info) == 0, info.st_mode & S_IFMT != S_IFDIR else { throw .cannotOpen(path: path) }
    var out: [UInt8] = []
    out.reserveCapacity(min(limit, Int(info.st_size)) + 1)
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(fd, &chunk, chunk.count)
      if count == 0 { return (out, out.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw .cannotOpen(path: path)
      }
      if out.count + count > limit { return (nil, max(Int(info.st_size), out.count + count)) }
      out.append(contentsOf: chunk[..<count])
    }
  }

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

  static func rename(_ from: String, to: String) -> Bool { Glibc.rename(from, to) == 0 }

  package static func remove(_ path: String) { unlink(path) }
}
