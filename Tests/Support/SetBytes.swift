import Glibc

/// What files there are below a folder and what is in them, for comparing two sets. The mark beside a data file is left out: it says
/// on which machine and in which place of the disk the file lies, and that is another for every copy.
package enum SetBytes {
  package static func of(_ folder: String, below: String = "") -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    guard let directory = opendir(folder) else { return out }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != "..", !name.hasSuffix("-mark") else { continue }
      if entry.pointee.d_type == UInt8(DT_DIR) {
        out.merge(of(folder + "/" + name, below: below + name + "/")) { first, _ in first }
      } else {
        out[below + name] = bytes(folder + "/" + name)
      }
    }
    return out
  }

  /// The names of files that are in one alone or differ.
  package static func differences(_ one: [String: [UInt8]], _ other: [String: [UInt8]]) -> [String] {
    Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted()
  }

  private static func bytes(_ path: String) -> [UInt8] {
    let fd = open(path, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { return [] }
    defer { close(fd) }
    var out: [UInt8] = [], chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(fd, &chunk, chunk.count), count > 0 { out += chunk[..<count] }
    return out
  }
}
