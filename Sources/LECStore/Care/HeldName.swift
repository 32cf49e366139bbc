import Glibc

/// A file or folder whose lock says that its maker still lives: what can be locked by others was left behind, and may be swept away.
enum HeldName {
  struct Held {
    var descriptor: Int32
    var path: String
  }

  /// Opens and locks what `open` gives, so that no sweep can have taken its name away in between. `open` gives nil when it was taken
  /// away before it could even be opened, and is asked again. `isNew`: it gives another name each time, and who holds that is a sweep.
  static func hold(isNew: Bool = false, _ open: () throws(StoreError) -> Held?) throws(StoreError) -> Held {
    for _ in 0..<8 {
      guard let held = try open() else { continue }
      // A file system without locks has no sweep either: that takes only what it can lock.
      if flock(held.descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        close(held.descriptor)
        if isNew { continue }
        throw .busy
      }
      var mine = stat(), there = stat()
      if fstat(held.descriptor, &mine) == 0, stat(held.path, &there) == 0, mine.st_ino == there.st_ino,
        mine.st_dev == there.st_dev
      {
        return held
      }
      close(held.descriptor)
    }
    throw .busy
  }

  /// Runs the body for what nobody holds any more, while nobody can take hold of it; false where there is nothing of that name.
  @discardableResult
  static func ifLeft(_ path: String, flags: Int32 = 0, _ body: () -> Void) -> Bool {
    let fd = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | flags)
    guard fd >= 0 else { return errno != ENOENT }
    defer { close(fd) }
    if flock(fd, LOCK_EX | LOCK_NB) == 0 { body() }
    return true
  }
}
