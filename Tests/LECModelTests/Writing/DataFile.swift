import Glibc

/// The tables in data/, read for tests that check the model against them.
enum DataFile {
  /// The rows after the heading, cut at commas; the tables quote nothing.
  static func rows(_ name: String, from file: StaticString = #filePath) -> [[String]] {
    var folder = "\(file)".split(separator: "/").dropLast(4).joined(separator: "/")
    folder = "/" + folder + "/data/" + name
    guard let handle = fopen(folder, "r") else { return [] }
    defer { fclose(handle) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, handle)
    return String(decoding: bytes[..<count], as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }
}
