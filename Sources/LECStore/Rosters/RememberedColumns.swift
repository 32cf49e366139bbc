extension Store {
  private static let columnsSetting = "columns."

  /// What was said about sheets with this header before: a setting of this machine, for schools send the same sheet each term.
  package func rememberedColumns(_ signature: String) throws -> [String: String] {
    guard let text = try setting(Self.columnsSetting + signature) else { return [:] }
    var pairs: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let sign = line.lastIndex(of: "=") else { continue }
      pairs[String(line[..<sign])] = String(line[line.index(after: sign)...])
    }
    return pairs
  }

  func remember(_ pairs: [String: String], _ signature: String) throws {
    let text = pairs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
    try set(Self.columnsSetting + signature, to: text)
  }
}
