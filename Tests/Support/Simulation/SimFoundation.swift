import LECModel
import LECStore

/// Forty machines as they are when a simulation begins. Making them takes longer than what happens to them afterwards, so it is done
/// once, and every simulation gets copies. To the program they are the very files: the mark beside each names its new place.
struct SimFoundation: Sendable {
  struct Machine: Sendable {
    var name: String
    var unit: UnitCode
    var kind: UnitKind
    var parent: UnitCode?
    var file: [UInt8]
    var mark: [UInt8]
  }

  var machines: [Machine]

  static let made = Result { try SimFoundation() }

  private init() throws {
    let simulation = try Simulation(founding: 0)
    machines = try simulation.devices.map { device in
      device.store.close()
      return Machine(
        name: device.name, unit: device.unit, kind: device.kind, parent: device.parent,
        file: try Self.bytes(device.path), mark: try Self.bytes(device.path + "-mark"))
    }
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard let bytes = try FileCare.read(path, limit: 64 << 20).bytes else { throw StoreError.notFound(path: path) }
    return bytes
  }
}

extension SimFoundation.Machine {
  /// Puts the file and its mark at a place.
  func write(to path: String) throws {
    try FileCare.write(file, to: path)
    guard case .array(let f) = try CanonicalReader.read(mark), f.count == 5, let chain = f[0].hash,
      let sequence = f[1].integer, let head = f[2].hash, let machine = f[4].bytes
    else { throw StoreError.notFound(path: path) }
    var out = CanonicalWriter()
    out.array(5)
    out.hash(chain)
    out.integer(sequence)
    out.hash(head)
    out.integer(Int64(FileCare.identity(path)))
    out.byteString(machine)
    try FileCare.write(out.bytes, to: path + "-mark")
  }
}
