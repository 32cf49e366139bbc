import Glibc

/// Where things are when nobody says.
enum Places {
  /// $LECTERM_FILE, else lecterm.db under $XDG_DATA_HOME or ~/.local/share.
  static var defaultFile: String {
    if let file = variable("LECTERM_FILE") { return file }
    let base = variable("XDG_DATA_HOME") ?? (variable("HOME") ?? ".") + "/.local/share"
    return base + "/lecterm/lecterm.db"
  }

  /// $LECTERM_LOG, if it is set.
  static var logFile: String? { variable("LECTERM_LOG") }

  /// A folder of its own for a throw-away training set.
  static func throwAway() -> String? {
    var template = Array(((variable("TMPDIR") ?? "/tmp") + "/lecterm-XXXXXX").utf8CString)
    return mkdtemp(&template).map { String(cString: $0) }
  }

  /// Takes a throw-away folder away again with all files in it.
  static func throwAway(_ folder: String) {
    guard let directory = opendir(folder) else { return }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { unlink(folder + "/" + name) }
    }
    closedir(directory)
    rmdir(folder)
  }

  /// The path from the root, so that a person can find the file again.
  static func full(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
