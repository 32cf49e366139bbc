import Glibc

/// One lock file beside the database, held around every write transaction and every checkpoint.
///
/// The library that Debian ships can lose a commit when a checkpoint of one process meets the restart of the log by another;
/// with this lock the two never meet, and writers wait in line instead of failing.
package final class WriteLock {
  private let descriptor: Int32
  private var depth = 0

  /// Opens or makes the lock file; nil when that is not possible.
  package init?(path: String) {
    let fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard fd >= 0 else { return nil }
    descriptor = fd
  }

  deinit { close(descriptor) }

  /// Runs the body while no other process writes.
  package func hold<T>(_ body: () throws -> T) throws -> T {
    if depth == 0 {
      while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    }
    depth += 1
    defer {
      depth -= 1
      if depth == 0 { _ = flock(descriptor, LOCK_UN) }
    }
    return try body()
  }
}
