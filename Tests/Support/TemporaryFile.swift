import Glibc

/// A folder for one test, removed with everything in it when the test is over.
package final class TemporaryFolder {
  package let path: String

  package init() {
    var template = Array("\(Self.place)/lecterm-test-XXXXXX".utf8CString)
    let made = mkdtemp(&template).map { String(cString: $0) }
    path = made ?? "/tmp/lecterm-test-\(getpid())"
  }

  /// In memory where there is room: no file of a test need outlive the machine's power, and half of the time would go by waiting
  /// for the disk. A container may have 64 MiB there, which is too little.
  private static let place: String = {
    var space = statvfs()
    let memory = "/dev/shm"
    guard access(memory, W_OK) == 0, statvfs(memory, &space) == 0 else { return "/tmp" }
    return space.f_bavail * UInt(space.f_bsize) > 1 << 30 ? memory : "/tmp"
  }()

  deinit { Self.remove(path) }

  package func file(_ name: String) -> String { path + "/" + name }

  private static func remove(_ path: String) {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      let full = path + "/" + name
      if entry.pointee.d_type == UInt8(DT_DIR) { remove(full) } else { unlink(full) }
    }
    closedir(folder)
    rmdir(path)
  }
}
