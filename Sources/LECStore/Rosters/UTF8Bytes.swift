/// Writes code points as UTF-8 into a buffer that has room for three bytes a letter (four beyond U+FFFF).
enum UTF8Bytes {
  static func put(_ scalar: UInt32, in buffer: UnsafeMutableBufferPointer<UInt8>, at filled: inout Int) {
    func append(_ value: UInt32) {
      buffer[filled] = UInt8(truncatingIfNeeded: value)
      filled += 1
    }
    func tail(_ value: UInt32) { append(0x80 | value & 0x3F) }
    switch scalar {
    case 0..<0x80:
      append(scalar)
    case 0x80..<0x800:
      append(0xC0 | scalar >> 6)
      tail(scalar)
    case 0x800..<0x10000:
      append(0xE0 | scalar >> 12)
      tail(scalar >> 6)
      tail(scalar)
    default:
      append(0xF0 | scalar >> 18)
      tail(scalar >> 12)
      tail(scalar >> 6)
      tail(scalar)
    }
  }
}
