import Glibc
import LECModel
import LECStore

/// Bundles on disk, as they are read and written.
enum BundleFiles {
  /// The bytes of a bundle: a file, or the text form of one with whatever a chat wrote around it.
  static func read(_ path: String) throws -> [UInt8] {
    // Folders and sticks are looked through for bundles: what is too large to be one, or a text of one, is not read first.
    let head = try FileCare.beginning(path, count: 4096)
    if head.allSatisfy({ $0 == 0 }) { throw BundleError.notABundle }
    let isBinary = head.starts(with: Container.magic)
    guard let bytes = try FileCare.read(path, limit: isBinary ? Container.largestFile : Armor.largestText).bytes else {
      throw isBinary ? BundleError.tooLarge : BundleError.notABundle
    }
    return try Armor.unwrapped(bytes)
  }

  /// The files that a name stands for: itself, or in a folder all bundles and texts, by name.
  static func named(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [path] }
    defer { closedir(directory) }
    var out: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix("."), name.hasSuffix(".lec") || name.hasSuffix(".txt") { out.append(join(path, name)) }
    }
    return out.sorted()
  }

  /// Writes a file whole or not at all, and reads back what lies there then. Nothing that was there is written over.
  static func write(_ bytes: [UInt8], to path: String, forOthers: Bool = false) throws {
    if FileCare.exists(path) { throw StoreError.exists(path: path) }
    try FileCare.writeChecked(bytes, to: path, forOthers: forOthers)
  }

  /// Puts a file for another unit, or its text, where it goes. If that can't be done it was never made.
  static func put(
    _ made: MadeBundle, as text: String? = nil, to path: String, of store: Store, forOthers: Bool = true
  ) throws {
    let isTaken = FileCare.exists(path)
    do {
      try write(text.map { Array($0.utf8) } ?? made.bytes, to: path, forOthers: forOthers)
    } catch {
      // One that lies there is whole, and keeps its number. Where the data file can't be written either, the reason is the same.
      if isTaken || !FileCare.exists(path) { try? store.takeBack(made) }
      throw error
    }
  }

  /// A name that nothing lies under yet: this one, or with a number before its ending.
  static func free(_ path: String) -> String {
    guard FileCare.exists(path) else { return path }
    let stem = path.dropLast(4), ending = path.suffix(4)
    return (2...).lazy.map { "\(stem)-\($0)\(ending)" }.first { !FileCare.exists($0) } ?? path
  }

  /// Where a file goes: to the name that was said, or under its own name into the folder that was said.
  static func place(_ said: String?, _ name: String) -> String {
    guard let said, said.hasSuffix("/") || FileCare.isFolder(said) else { return said ?? name }
    return join(said, name)
  }

  static func join(_ folder: String?, _ name: String) -> String {
    guard let folder, !folder.isEmpty else { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
