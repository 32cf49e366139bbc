import LECModel

/// The secret halves of this machine's own chains.
struct DeviceKeys {
  let connection: Connection

  private static let put = "INSERT INTO device_key (chain, signing, box) VALUES (?1, ?2, ?3)"
  private static let signingOf = "SELECT signing FROM device_key WHERE chain = ?1"
  private static let boxes = "SELECT box FROM device_key"

  func write(_ chain: ChainID, signing: [UInt8], box: [UInt8]) throws(SQLiteError) {
    try connection.run(Self.put, .blob(chain.hash.bytes), .blob(signing), .blob(box))
  }

  func signing(_ chain: ChainID) throws(SQLiteError) -> [UInt8]? {
    try connection.one(Self.signingOf, [.blob(chain.hash.bytes)]) { $0.blob(0) }
  }

  /// The secret box keys, newest chain last.
  func boxSecrets() throws(SQLiteError) -> [[UInt8]] { try connection.all(Self.boxes) { $0.blob(0) } }
}
