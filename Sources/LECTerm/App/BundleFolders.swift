import Glibc
import LECStore

/// Where files for this unit may lie: beside the data file, in Downloads, on a stick.
enum BundleFolders {
  static func files(near folder: String) -> [String] {
    var places = [folder]
    if let home = getenv("HOME").map({ String(cString: $0) }) { places.append(home + "/Downloads") }
    places += ["/media", "/run/media"].flatMap {
      names(in: $0, ending: "").flatMap { one in [one] + names(in: one, ending: "") }
    }
    return places.flatMap { names(in: $0, ending: ".lec") }.prefix(40).map { $0 }
  }

  private static func names(in folder: String, ending: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var out: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix("."), name.hasSuffix(ending) { out.append(folder + "/" + name) }
    }
    return out.sorted()
  }
}
