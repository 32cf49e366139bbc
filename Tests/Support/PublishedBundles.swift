package import LECModel
package import LECStore

/// The published test files of the bundle format (`Tests/Vectors/bundle-1`) and a file that holds the keys to them.
package enum PublishedBundles {
  package static let folder = TestPaths.vectors + "/bundle-1"

  package struct Row: Sendable, CustomStringConvertible {
    package var name: String
    /// `ok`, or why it is refused.
    package var verdict: String
    /// What becomes of its events, as in `new 3 waiting 1`.
    package var judged: String
    /// The card that it is opened with by somebody who knows nothing yet; empty where the reader of all others opens it.
    package var card: String

    package var description: String { name }
  }

  package static func rows() throws -> [Row] {
    try text("verdicts.csv").split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: ",", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
      return fields.count == 5
        ? Row(name: fields[0], verdict: fields[1], judged: fields[2], card: fields[3]) : nil
    }
  }

  package static func bytes(_ name: String) throws -> [UInt8] {
    try FileCare.read(folder + "/" + name, limit: 1 << 20).bytes ?? []
  }

  private static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// The card that `keys.json` names.
  private static func card() throws -> CardCode {
    let typed = try text("keys.json").split(separator: "\"").drop { $0 != "card" }.dropFirst(2).first
    return try CardCode.read(typed.map(String.init) ?? "").get()
  }

  /// A new machine of province 99 that has joined with the published starter file.
  package static func reader(in folder: TemporaryFolder, world: World = Fixtures.world()) throws -> Store {
    try Store.join(at: folder.file("reader.db"), starter: bytes("starter.lec"), card: try card(), world: world).0
  }

  /// What becomes of it when a new machine joins with it and a card.
  package static func joined(_ row: Row, in folder: TemporaryFolder) throws -> String {
    let path = folder.file(row.name + ".db"), card = try CardCode.read(row.card).get()
    do {
      try Store.join(at: path, starter: bytes(row.name), card: card, world: Fixtures.world()).0.close()
      return "ok"
    } catch {
      return FileCare.exists(path) ? "left a file" : code(error)
    }
  }

  /// The verdict that an error stands for.
  package static func code(_ error: any Error) -> String {
    switch error {
    case let error as BundleError: error.rawValue
    case let error as ArmorError: error.code
    default: "\(error)"
    }
  }
}

extension BundleReport {
  /// What became of the events, in words for a table.
  package var judged: String {
    [("new", new), ("known", known), ("waiting", waiting), ("held", held), ("refused", refused)]
      .filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " ")
  }
}
