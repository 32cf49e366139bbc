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

  private static let saltsOf = "SELECT salts FROM device_key WHERE chain = ?1 AND salts IS NOT NULL"
  private static let putSalts = "UPDATE device_key SET salts = ?2 WHERE chain = ?1"

  /// What the salts of this chain follow from; nil until the first is needed.
  func salts(_ chain: ChainID) throws(SQLiteError) -> SaltSeed? {
    try connection.one(Self.saltsOf, [.blob(chain.hash.bytes)]) { SaltSeed($0.blob(0)) } ?? nil
  }

  func write(_ seed: SaltSeed, of chain: ChainID) throws(SQLiteError) {
    try connection.run(Self.putSalts, .blob(chain.hash.bytes), .blob(seed.bytes))
  }

  /// The secret box keys, newest chain last.
  func boxSecrets() throws(SQLiteError) -> [[UInt8]] { try connection.all(Self.boxes) { $0.blob(0) } }
}
