/// Writes deterministic CBOR (RFC 8949, section 4.2): shortest integers, definite lengths, map keys in ascending order.
///
/// Written by hand because the libraries at hand keep the order they are given and do not shorten integers. Map keys here are
/// always small integers, and the caller writes them ascending: `CanonicalReader` refuses anything else.
package struct CanonicalWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Empties the buffer and keeps its memory, for long runs of events.
  package mutating func reset() { bytes.removeAll(keepingCapacity: true) }

  private mutating func head(_ major: UInt8, _ value: UInt64) {
    let type = major << 5
    switch value {
    case 0..<24:
      bytes.append(type | UInt8(value))
    case 24...0xFF:
      bytes.append(type | 24)
      bytes.append(UInt8(value))
    case 0x100...0xFFFF:
      bytes.append(type | 25)
      big(value, 2)
    case 0x1_0000...0xFFFF_FFFF:
      bytes.append(type | 26)
      big(value, 4)
    default:
      bytes.append(type | 27)
      big(value, 8)
    }
  }

  private mutating func big(_ value: UInt64, _ count: Int) {
    for i in (0..<count).reversed() { bytes.append(UInt8(truncatingIfNeeded: value >> (UInt64(i) * 8))) }
  }

  package mutating func unsigned(_ value: UInt64) { head(0, value) }
  package mutating func integer(_ value: Int64) {
    if value < 0 { head(1, UInt64(bitPattern: ~value)) } else { head(0, UInt64(value)) }
  }
  package mutating func byteString(_ value: [UInt8]) {
    head(2, UInt64(value.count))
    bytes.append(contentsOf: value)
  }
  package mutating func hash(_ value: Hash32) {
    head(2, 32)
    value.append(to: &bytes)
  }
  package mutating func text(_ value: String) {
    head(3, UInt64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }
  package mutating func array(_ count: Int) { head(4, UInt64(count)) }
  package mutating func map(_ count: Int) { head(5, UInt64(count)) }
  package mutating func bool(_ value: Bool) { bytes.append(value ? 0xF5 : 0xF4) }
  package mutating func null() { bytes.append(0xF6) }
}
