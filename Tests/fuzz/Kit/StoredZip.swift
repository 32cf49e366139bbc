/// A ZIP archive whose parts are stored as they are: so that a mutated part still has the checksum a reader asks for.
enum StoredZip {
  static func pack(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var out: [UInt8] = [], directory: [UInt8] = []
    for part in parts {
      let offset = out.count
      let name = Array(part.name.utf8)
      let common =
        little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(crc(part.bytes), 4)
        + little(UInt32(part.bytes.count), 4) + little(UInt32(part.bytes.count), 4) + little(UInt32(name.count), 2)
      out += little(0x0403_4B50, 4) + common + little(0, 2) + name + part.bytes
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 2)
        + little(0, 4) + little(UInt32(offset), 4) + name
    }
    let start = out.count
    return out + directory + little(0x0605_4B50, 4) + little(0, 2) + little(0, 2) + little(UInt32(parts.count), 2)
      + little(UInt32(parts.count), 2) + little(UInt32(directory.count), 4) + little(UInt32(start), 4) + little(0, 2)
  }

  private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { value, byte in table[Int((value ^ UInt32(byte)) & 0xFF)] ^ value >> 8 }
  }
}
