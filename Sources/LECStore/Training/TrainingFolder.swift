package import LECModel

/// The files of one training set: those beside a training file that have grown from the same root. A real file that lies in the same
/// folder is none of them, and is not even opened for writing.
package struct TrainingFolder: Sendable {
  package let path: String
  private let root: String

  /// Refused where the file is a real one.
  package init(of store: Store) throws {
    try store.requireTraining()
    path = FileCare.folder(of: store.path)
    root = try store.setting(Setting.root) ?? ""
  }

  /// The set that lies in a folder; refused where there is none.
  package init(at folder: String) throws {
    for name in FileCare.names(in: folder) where name.hasSuffix(".db") {
      guard let root = Self.root(of: folder + "/" + name) else { continue }
      path = folder
      self.root = root
      return
    }
    guard FileCare.isFolder(folder) else { throw StoreError.notFound(path: folder) }
    throw Refusal(.trainingOnly, .op04)
  }

  /// What a trainer puts aside: marks, and files on their way.
  var aside: String { path + "/trainer" }

  /// The files of the set, by name.
  package var files: [String] {
    FileCare.names(in: path).filter { $0.hasSuffix(".db") }.map { path + "/" + $0 }.filter { has($0) }
  }

  package func has(_ file: String) -> Bool { !root.isEmpty && Self.root(of: file) == root }

  /// The file of a unit.
  package func file(of unit: UnitCode) throws -> String {
    for file in files where Self.setting(Setting.unit, of: file) == unit.text { return file }
    throw Refusal(.noSuchUnit, .au02, detail: unit.text)
  }

  /// Files between the units of this set that lie in a folder.
  package func letters(in folder: String) -> [String] {
    FileCare.names(in: folder).filter { $0.hasSuffix(".lec") }.map { folder + "/" + $0 }.filter { letter in
      guard let bytes = try? FileCare.read(letter, limit: Container.largestFile).bytes,
        let header = try? Container.inspect(bytes)
      else { return false }
      return header.training && header.root.hash.hex == root
    }
  }

  /// Read without a change: the root of a training file, nil for every other file.
  private static func root(of file: String) -> String? {
    setting(Setting.training, of: file) == "1" ? setting(Setting.root, of: file) : nil
  }

  private static func setting(_ name: String, of file: String) -> String? {
    guard let header = try? FileCare.header(file), header.isDatabase, header.application == LogSchema.applicationID,
      let connection = try? Connection(path: file, create: false, readOnly: true)
    else { return nil }
    defer { connection.close() }
    return (try? SettingTable(connection: connection).value(name)) ?? nil
  }
}
