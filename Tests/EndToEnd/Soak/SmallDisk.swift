import Glibc
import TestSupport

/// A folder that is a disk of its own, where this machine lets us make one, so that it can be filled to the last page.
struct SmallDisk {
  let path: String
  /// Whether it is one; else it is a folder like others.
  let isDisk: Bool
  private static let page = 4096
  private var filler: String { path + "/filler" }

  init(_ path: String, _ size: Int?) {
    self.path = path
    mkdir(path, 0o700)
    isDisk = size.map { mount("tmpfs", path, "tmpfs", 0, "size=\($0),mode=700") == 0 } ?? false
  }

  /// Leaves so many free pages.
  func fill(leaving pages: Int) {
    var info = statvfs()
    guard statvfs(path, &info) == 0 else { return }
    let room = Int(info.f_bavail) * Int(info.f_frsize) - pages * Self.page
    let fd = open(filler, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard fd >= 0 else { return }
    defer { close(fd) }
    if room > 0 { posix_fallocate(fd, 0, off_t(room)) }
  }

  func empty() { unlink(filler) }

  func remove() { if isDisk { umount2(path, Int32(MNT_DETACH)) } }
}

enum Folder {
  static func names(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var out: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { out.append(name) }
    }
    return out.sorted()
  }

  /// New content in the same inode.
  static func overwrite(_ path: String, _ bytes: [UInt8]) throws {
    struct NotWritten: Error { let path: String }
    let fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard fd >= 0 else { throw NotWritten(path: path) }
    defer { close(fd) }
    guard write(fd, bytes, bytes.count) == bytes.count else { throw NotWritten(path: path) }
  }
}
