import Glibc

/// A folder for one test, removed with everything in it when the test is over.
package final class TemporaryFolder {
  package let path: String

  /// `inMemory`: many small files that need not outlive the machine's power.
  package init(inMemory: Bool = false) {
    let place = inMemory && access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(place)/lecterm-test-XXXXXX".utf8CString)
    let made = mkdtemp(&template).map { String(cString: $0) }
    path = made ?? "/tmp/lecterm-test-\(getpid())"
  }

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
