package import LECModel

extension Store {
  /// Makes a file with all that `body` puts into it, and closes it: under another name until it is whole, so that a machine that
  /// dies meanwhile, or has no room, leaves none; and never in the place of a file that is there. `announce` tells what was made
  /// before the file is real: nobody is to have a file whose codes were never seen. `unit` is the one whose card its machine joins with.
  static func making<T>(
    _ path: String, training: Bool, for unit: UnitCode? = nil, world: World, announce: (T) throws -> Void = { _ in },
    _ body: (Store) throws -> T
  ) throws -> T {
    if let name = FileCare.unsuitableFileSystem(path) { throw StoreError.fileSystem(path: path, name: name) }
    guard !FileCare.exists(path) else { throw StoreError.exists(path: path) }
    let part = try PartFile(for: path)
    let made: T
    do {
      let half = try create(part: part, training: training, for: unit, world: world)
      defer { half.close() }
      made = try body(half)
    }
    // What can be made again at any time is synced by whoever makes many of them.
    try part.finishDatabase(isSynced: !world.canMakeAgain) { try announce(made) }
    return made
  }

  /// Makes a new, empty file with the first event of its first chain.
  package static func create(_ path: String, training: Bool, for unit: UnitCode? = nil, world: World) throws -> Store {
    try making(path, training: training, for: unit, world: world) { _ in }
    return try open(path, world: world)
  }
}
