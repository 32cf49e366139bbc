import LECModel

extension Store {
  /// Why a bundle would not even be opened here; nil where it would, or where it is so large that trying would be felt.
  package func refusal(of bundle: [UInt8]) throws -> BundleError? {
    guard bundle.count < 1 << 20 else { return nil }
    do { _ = try open(bundle: bundle) } catch let error as BundleError { return error }
    return nil
  }

  /// With how many keys files can be opened here.
  package func openingKeys() throws -> Int {
    try connection.one("SELECT (SELECT count(*) FROM box_key) + (SELECT count(*) FROM device_key)") {
      Int($0.integer(0))
    }
      ?? 0
  }

  /// Grows with everything by which a sender can become known, whoever brought it: a file that could not be opened for want of that
  /// need not be tried again before.
  package func acquaintance() throws -> Int64 { try trust.version() }
}
