import LECModel

/// What the salts of one chain's events follow from. Salts never repeat what they were drawn from, so whoever has one knows nothing
/// of the others; whoever has the seed has all of them, and gets it only where every body of the chain may be read anyway.
///
/// Without it, a bundle would carry sixteen bytes for every event that no packing makes smaller.
struct SaltSeed: Equatable, Sendable {
  static let size = 32
  static let saltSize = 16
  let bytes: [UInt8]

  init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  init(_ random: (Int) -> [UInt8]) { bytes = random(Self.size) }

  /// The salt of the event with this number in its chain.
  func salt(_ sequence: Int64) -> [UInt8] {
    var number: [UInt8] = []
    for shift in stride(from: 56, through: 0, by: -8) { number.append(UInt8(truncatingIfNeeded: sequence >> shift)) }
    return Array(Sodium.hash(number, key: bytes).bytes.prefix(Self.saltSize))
  }
}
