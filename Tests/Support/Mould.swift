import LECModel
package import LECStore
import Synchronization

/// Training files that are made once in this process and handed out as copies: making a whole set takes seconds, and hundreds of
/// tests begin with the same few. A copy goes on where the files were left: its marks say that it is no copy, and its luck is what
/// was left of theirs.
package struct Mould: Sendable {
  private let files: [String: [UInt8]]
  private let luck: Luck

  /// What is made in the folder that `make` is given, the first time that this name is asked for.
  package static func named(_ name: String, make: (String, World) throws -> Void) throws -> Mould {
    #if DEBUG
      // What is made while a mistake is planted is of no use to others, and theirs is of none here.
      guard Planted.now == nil else { return try Mould(make) }
    #endif
    let place = places.withLock { places in
      let place = places[name] ?? Place()
      places[name] = place
      return place
    }
    return try place.mould.withLock { mould in
      if let mould { return mould }
      let made = try Mould(make)
      mould = made
      return made
    }
  }

  private init(_ make: (String, World) throws -> Void) throws {
    let folder = TemporaryFolder()
    let luck = FixtureLuck(Luck(seed: 1))
    try make(folder.path, Fixtures.world(luck: luck))
    var files: [String: [UInt8]] = [:]
    for name in FileCare.names(in: folder.path) {
      files[name] = try FileCare.read(folder.file(name), limit: 64 << 20).bytes
    }
    self.files = files
    self.luck = luck.rest
  }

  /// Lays the files into a folder; the world in which they are to be opened comes back.
  package func cast(in folder: String) throws -> World {
    for (name, bytes) in files { try FileCare.write(bytes, to: folder + "/" + name, isSynced: false) }
    for name in files.keys where name.hasSuffix(".db") {
      let path = folder + "/" + name, side = SideFile(path: path + "-mark", isSynced: false)
      guard var mark = side.read() else { continue }
      mark.inode = SideFile.inode(of: path)
      side.write(mark)
    }
    return Fixtures.world(luck: FixtureLuck(luck))
  }

  /// Whoever comes second waits until the first has made it.
  private final class Place: Sendable {
    let mould = Mutex<Mould?>(nil)
  }

  private static let places = Mutex<[String: Place]>([:])
}
