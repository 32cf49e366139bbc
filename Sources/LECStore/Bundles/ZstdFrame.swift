/// The head of a zstd frame (RFC 8878, section 3.1.1.1), read by hand: the library says what it claims only in functions that it
/// does not promise to keep, and its limit of the window does not hold on every way through it.
struct ZstdFrame: Equatable {
  let window: UInt64
  /// What the frame says it becomes; ours always say it.
  let content: UInt64

  static let largestWindow: UInt64 = 8 << 20

  /// Nil for anything but an ordinary frame that says its size and asks for no dictionary.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 5, Array(bytes[..<4]) == [0x28, 0xB5, 0x2F, 0xFD] else { return nil }
    let descriptor = bytes[4]
    let isSingle = descriptor & 0x20 != 0
    guard descriptor & 0x08 == 0, descriptor & 0x03 == 0 else { return nil }
    let sizes = [isSingle ? 1 : 0, 2, 4, 8][Int(descriptor >> 6)]
    let start = isSingle ? 5 : 6
    guard sizes > 0, bytes.count >= start + sizes else { return nil }
    var content: UInt64 = 0
    for byte in bytes[start..<start + sizes].reversed() { content = content << 8 | UInt64(byte) }
    if sizes == 2 { content += 256 }
    self.content = content
    if isSingle {
      window = content
    } else {
      let base: UInt64 = 1 << (10 + UInt64(bytes[5] >> 3))
      window = base + base / 8 * UInt64(bytes[5] & 7)
    }
  }
}
