import Glibc

/// Where data/ is: language files, code tables, lessons, themes, all plain files that are found at run time.
///
/// Looked for in this order: $LECTERM_DATA; data/ beside the program; ../share/lecterm from the program; data/ beside the
/// Package.swift above a development build; /usr/share/lecterm. A folder counts when it holds lang/.
struct DataFolder: Sendable {
  let path: String

  init(path: String) { self.path = path }

  /// The folder of this run, or nil where none of the places has one.
  static func find() -> DataFolder? {
    candidates().first { exists($0 + "/lang") }.map { DataFolder(path: $0) }
  }

  /// Paths of the files in one folder of data/ whose names end so, in the order of their names.
  func files(in folder: String, ending: String) -> [String] {
    guard let directory = opendir(path + "/" + folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name.hasSuffix(ending) { names.append(folder + "/" + name) }
    }
    return names.sorted()
  }

  /// The bytes of one file of data/, named from its root; empty where it can't be read.
  func bytes(of file: String) -> [UInt8] {
    let handle = open(path + "/" + file, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return [] }
    defer { close(handle) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(handle, &chunk, chunk.count)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  private static func candidates() -> [String] {
    var places: [String] = []
    if let asked = getenv("LECTERM_DATA") { places.append(String(cString: asked)) }
    if let folder = programFolder() {
      places.append(folder + "/data")
      places.append(folder + "/../share/lecterm")
      var above = folder
      for _ in 0..<6 {
        above = parent(of: above)
        if exists(above + "/Package.swift") { places.append(above + "/data") }
      }
    }
    return places + ["/usr/share/lecterm"]
  }

  private static func programFolder() -> String? {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &path, path.count)
    guard length > 0 else { return nil }
    return parent(of: String(decoding: path[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }

  private static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }
}
