import Glibc
import LECStore

/// Where things are when nobody says.
enum Places {
  /// $LECTERM_FILE, else lecterm.db under $XDG_DATA_HOME or ~/.local/share.
  static var defaultFile: String { variable("LECTERM_FILE") ?? base + "/lecterm.db" }

  private static var base: String {
    (variable("XDG_DATA_HOME") ?? (variable("HOME") ?? ".") + "/.local/share") + "/lecterm"
  }

  /// Makes the folder that a new file is to stand in: on a new machine there is none yet.
  static func makeFolder(of path: String) throws {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    if !folder.isEmpty, !FileCare.makeFolders(folder) { throw StoreError.cannotOpen(path: path) }
  }

  /// $LECTERM_LOG, if it is set.
  static var logFile: String? { variable("LECTERM_LOG") }

  /// Where the files of exercises are kept.
  static var exercises: String { base + "/exercises" }

  /// The files with that ending in a folder and those within it, a few levels down.
  static func files(under folder: String, ending: String, depth: Int = 4) -> [String] {
    if folder.hasSuffix(ending) { return [folder] }
    guard depth > 0, let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var found: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasPrefix(".") { continue }
      if name.hasSuffix(ending) {
        found.append(folder + "/" + name)
      } else if entry.pointee.d_type == UInt8(DT_DIR) {
        found += files(under: folder + "/" + name, ending: ending, depth: depth - 1)
      }
    }
    return found.sorted()
  }

  /// Where folders are made that are thrown away.
  static var passing: String { variable("TMPDIR") ?? "/tmp" }

  /// A new folder there that stays: whoever was told its name takes it away.
  static func newFolder() -> String? {
    var template = Array((passing + "/lecterm-XXXXXX").utf8CString)
    return mkdtemp(&template).map { String(cString: $0) }
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
