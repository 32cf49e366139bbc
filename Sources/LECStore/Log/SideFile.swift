import Glibc
package import LECModel

/// A small file beside the database that says where the chain stood. A database that was restored or copied no longer matches
/// it, and goes on with a new chain by itself.
package struct SideFile {
  package struct Mark: Equatable {
    package var chain: ChainID
    package var sequence: Int64
    package var head: EventID
    package var inode: UInt64
    package var machine: [UInt8]
  }

  package let path: String
  /// Whether each mark is on the disk before work goes on.
  package var isSynced = true

  package init(path: String, isSynced: Bool = true) {
    self.path = path
    self.isSynced = isSynced
  }

  package func read() -> Mark? {
    // What lies there may be anything: a pipe is not waited for, a link not followed.
    let fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard fd >= 0 else { return nil }
    defer { close(fd) }
    guard Self.isFile(fd) else { return nil }
    var buffer = [UInt8](repeating: 0, count: 512)
    let count = Glibc.read(fd, &buffer, buffer.count)
    guard count > 0, let value = try? CanonicalReader.read(Array(buffer[..<count])), let f = value.items, f.count == 5,
      let chain = f[0].hash, let sequence = f[1].integer, let head = f[2].hash, let number = f[3].integer,
      let machine = f[4].bytes, let inode = UInt64(exactly: number)
    else { return nil }
    return Mark(chain: ChainID(chain), sequence: sequence, head: EventID(head), inode: inode, machine: machine)
  }

  /// Written after a commit, in place: the mark is small enough for one write, and a torn one only costs a new chain.
  package func write(_ mark: Mark) {
    var out = CanonicalWriter()
    out.array(5)
    out.hash(mark.chain.hash)
    out.integer(mark.sequence)
    out.hash(mark.head.hash)
    out.integer(Int64(mark.inode & 0x7FFF_FFFF_FFFF_FFFF))
    out.byteString(mark.machine)
    guard let fd = opened() else { return }
    defer { close(fd) }
    _ = pwrite(fd, out.bytes, out.bytes.count, 0)
    _ = ftruncate(fd, off_t(out.bytes.count))
    if isSynced { _ = fdatasync(fd) }
  }

  /// The file to write to. Something else under its name goes, or every start of the program would begin a new chain.
  private func opened() -> Int32? {
    for _ in 0..<2 {
      let fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW, 0o600)
      if fd >= 0, Self.isFile(fd) { return fd }
      if fd >= 0 { close(fd) }
      var info = stat()
      guard lstat(path, &info) == 0, info.st_mode & S_IFMT != S_IFREG, unlink(path) == 0 else { return nil }
    }
    return nil
  }

  private static func isFile(_ descriptor: Int32) -> Bool {
    var info = stat()
    return fstat(descriptor, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
  }

  /// The inode of the database: another one means that the file was copied.
  package static func inode(of path: String) -> UInt64 {
    var info = stat()
    return stat(path, &info) == 0 ? UInt64(info.st_ino) & 0x7FFF_FFFF_FFFF_FFFF : 0
  }
}
