/// Bytes that came from the terminal and were not yet understood.
struct Bytes: Sendable {
  private var bytes: [UInt8] = []
  private var start = 0

  var isEmpty: Bool { start == bytes.count }
  var count: Int { bytes.count - start }

  /// The byte so many places on, if it has come.
  subscript(_ offset: Int) -> UInt8? {
    offset >= 0 && offset < count ? bytes[start + offset] : nil
  }

  mutating func append(_ more: some Sequence<UInt8>) {
    if start > 0, isEmpty {
      bytes.removeAll(keepingCapacity: true)
      start = 0
    }
    bytes.append(contentsOf: more)
  }

  /// Leaves out the first bytes.
  mutating func drop(_ number: Int) { start = min(bytes.count, start + max(0, number)) }

  /// Whether these bytes come at that place; nil when what has come is only the beginning of them.
  func has(_ wanted: [UInt8], at offset: Int = 0) -> Bool? {
    for (number, byte) in wanted.enumerated() {
      guard let have = self[offset + number] else { return nil }
      if have != byte { return false }
    }
    return true
  }

  /// The UTF-8 letter at a place.
  func letter(at offset: Int) -> Letter {
    guard let first = self[offset] else { return .incomplete }
    let length: Int
    switch first {
    case 0..<0x80: return .letter(Unicode.Scalar(first), 1)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return .broken
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in 1..<length {
      guard let byte = self[offset + next] else { return .incomplete }
      guard byte & 0xC0 == 0x80 else { return .broken }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return .broken }
    return .letter(scalar, length)
  }

  enum Letter: Equatable { case letter(Unicode.Scalar, Int), incomplete, broken }
}
