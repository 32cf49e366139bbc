import LECModel
import LECStore

/// Bundles on disk, as the command line reads and writes them.
enum BundleFiles {
  static func read(_ path: String) throws -> [UInt8] {
    guard FileCare.exists(path) else { throw StoreError.notFound(path: path) }
    guard let bytes = try FileCare.read(path, limit: Container.largestFile).bytes else { throw BundleError.tooLarge }
    return bytes
  }

  /// Writes under another name first and renames: the file is whole or not there.
  static func write(_ bytes: [UInt8], to path: String) throws {
    if FileCare.exists(path) { throw StoreError.exists(path: path) }
    try FileCare.write(bytes, to: path)
  }

  static func join(_ folder: String?, _ name: String) -> String {
    guard let folder, !folder.isEmpty else { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
