import LECStore

/// Gives every line of a text the check that it should have, so that what stands before it is looked at.
enum ArmourMending {
  static func closed(_ text: [UInt8]) -> [UInt8] {
    let plus = UInt8(ascii: "+"), slash = UInt8(ascii: "/")
    var pieces = text.filter { $0 > 0x20 }.split(separator: slash, omittingEmptySubsequences: false).map(Array.init)
    guard let first = pieces.first, let cut = first.lastIndex(of: plus) else { return text }
    let mark = Array(first[..<cut].suffix(8))
    for i in 0..<pieces.count - 1 {
      guard let cut = pieces[i].lastIndex(of: plus) else { continue }
      let body = Array(pieces[i][..<cut])
      pieces[i] = body + [plus] + check(mark + body)
    }
    return Array(pieces.joined(separator: [slash]))
  }

  /// The CRC-24 of RFC 9580 in five characters: written a second time on purpose, from the manual page.
  private static func check(_ bytes: [UInt8]) -> [UInt8] {
    var crc: UInt32 = 0xB7_04CE
    for byte in bytes {
      crc ^= UInt32(byte) << 16
      for _ in 0..<8 { crc = crc & 0x80_0000 != 0 ? (crc << 1 ^ 0x86_4CFB) & 0xFF_FFFF : crc << 1 }
    }
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    return [20, 15, 10, 5, 0].map { alphabet[Int(crc >> $0 & 31)] }
  }
}
