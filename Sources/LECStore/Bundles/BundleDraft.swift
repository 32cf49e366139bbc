import LECModel

/// A file before it is closed: what stands in it, and with which keys its machine signs it and reads it again.
struct BundleDraft {
  var header: BundleHeader
  var plain: [UInt8]
  var secret: [UInt8]
  var ownBox: [UInt8]
  /// How many names occur in it.
  var words: Int
  /// How far the log reaches in it.
  var upto: Int64
  /// What the entries of each unit take of it.
  var weights: [UnitCode: Int]

  func sealed(
    as header: BundleHeader, for seals: [[UInt8]], card: Container.CardLock? = nil, random: (Int) -> [UInt8]
  ) throws -> [UInt8] {
    try Container.write(
      header, plain: plain, recipients: seals + [ownBox], card: card, signing: secret, random: random)
  }
}
