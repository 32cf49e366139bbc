/// A code that a school made up itself before 2561, beginning with G or P. It is kept as it is and must be replaced (GC-11).
package enum LegacyCode {
  /// The code in capitals, or nil for what can't be one.
  package static func read(_ text: String) -> String? { read(squeezed: IdentityText.squeezed(text)) }

  static func read(squeezed bytes: [UInt8]) -> String? {
    guard (6...13).contains(bytes.count), bytes[0] == 0x47 || bytes[0] == 0x50,
      bytes.allSatisfy({ IdentityText.isDigit($0) || (0x41...0x5A).contains($0) })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
