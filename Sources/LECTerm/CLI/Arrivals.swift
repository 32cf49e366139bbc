import LECStore

/// Which files of a folder have arrived. What is still being written stands otherwise at the next look; what stood still and was
/// handed on comes again when it has changed.
struct Arrivals {
  /// Whether a file is to stand still from one look to the next first. Who looks only once can't wait.
  let waits: Bool
  private var seen: [String: FileStamp] = [:]
  private var handed: [String: FileStamp] = [:]

  init(waits: Bool) { self.waits = waits }

  mutating func arrived(_ paths: [String], stamp: (String) -> FileStamp?) -> [String] {
    var out: [String] = []
    var now: [String: FileStamp] = [:]
    for path in paths {
      // What can't even be looked at is handed on once: the reader says why.
      let mark = stamp(path) ?? FileStamp(inode: 0, size: 0, seconds: 0, nanoseconds: 0)
      now[path] = mark
      guard handed[path] != mark, !waits || seen[path] == mark else { continue }
      handed[path] = mark
      out.append(path)
    }
    // What went away may come again under its name.
    handed = handed.filter { now[$0.key] != nil }
    seen = now
    return out
  }
}
