import Glibc
import LECStore
import TestSupport
import Testing

/// A folder of test cases under Tests/Vectors.
enum VectorFolder: String {
  case broken = "csv-broken"
  case good = "csv-good"
  case brokenBooks = "xlsx-broken"
  case goodBooks = "xlsx-good"

  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" } + "/Vectors"

  var path: String { "\(Self.root)/\(rawValue)" }

  /// The names of the files with this ending, in order.
  func names(ending: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(ending) { names.append(name) }
    }
    return names.sorted()
  }

  func bytes(_ name: String) throws -> [UInt8] { try RosterFile.read("\(path)/\(name)") }

  func lines(_ name: String) throws -> [String] {
    String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

/// Everything a reading says, for comparing: the first problem, or none.
func firstProblem(_ bytes: [UInt8], words: HeaderWords = .shipped) -> CSVProblem? {
  do {
    var sheet = try RosterSheet(bytes, words: words)
    while let row = try sheet.next() {
      if let problem = row.problem { return problem }
    }
    return nil
  } catch {
    return error
  }
}
