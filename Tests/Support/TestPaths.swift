/// Where the test files lie.
package enum TestPaths {
  /// The project's folder, found from this source file.
  package static let project: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()
  package static let vectors = project + "/Tests/Vectors"
}
