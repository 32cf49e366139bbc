/// The check at the end of a line of armour: the CRC-24 of OpenPGP (RFC 9580, section 6.1), which sees every slip of up to 24 bits
/// in a row. It finds mistakes; against people there is the signature.
enum LineCheck {
  private static let polynomial: UInt32 = 0x86_4CFB
  private static let start: UInt32 = 0xB7_04CE

  static func of(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var crc = start
    for byte in bytes {
      crc ^= UInt32(byte) << 16
      for _ in 0..<8 {
        crc <<= 1
        if crc & 0x100_0000 != 0 { crc ^= 0x100_0000 | polynomial }
      }
    }
    return crc
  }
}
