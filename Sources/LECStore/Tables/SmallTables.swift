import LECModel

/// Requests to the level above to release a dataset.
struct ReleaseRequestTable {
  let connection: Connection

  private static let put = """
    INSERT OR REPLACE INTO release_request (n, unit, round, dataset, words) VALUES (?1, ?2, ?3, ?4, ?5)
    """
  static let latest = """
    SELECT n, words FROM release_request WHERE unit = ?1 AND round = ?2 AND dataset = ?3 ORDER BY n DESC LIMIT 1
    """

  func write(_ request: ReleaseRequest, unit: UnitCode, n: Int64) throws(SQLiteError) {
    try connection.run(
      Self.put, .integer(n), .text(unit.text), .text(request.round.text), .text(request.dataset.rawValue),
      .text(request.words))
  }

  func latest(_ unit: UnitCode, _ round: RoundKey, _ dataset: Dataset) throws(SQLiteError) -> (n: Int64, words: String)?
  {
    try connection.one(Self.latest, [.text(unit.text), .text(round.text), .text(dataset.rawValue)]) {
      ($0.integer(0), $0.text(1))
    }
  }
}

/// Who last entered data of which dataset.
struct EnteredTable {
  let connection: Connection

  private static let put = """
    INSERT INTO entered (dataset, user, n) VALUES (?1, ?2, ?3) ON CONFLICT (dataset, user) DO UPDATE SET n = max(n, ?3)
    """
  static let since = "SELECT user, n FROM entered WHERE dataset = ?1 AND n > ?2"

  func write(_ dataset: Dataset, _ user: UserName, _ n: Int64) throws(SQLiteError) {
    try connection.run(Self.put, .text(dataset.rawValue), .text(user.text), .integer(n))
  }

  /// Who has entered since a place of the log, and where last.
  func entries(_ dataset: Dataset, after n: Int64) throws(SQLiteError) -> [UserName: Int64] {
    let rows = try connection.all(Self.since, [.text(dataset.rawValue), .integer(n)]) {
      (UserName($0.text(0)), $0.integer(1))
    }
    return Dictionary(rows) { _, last in last }
  }
}

/// The files that were read in, so that one can be known again and taken back.
struct ImportTable {
  let connection: Connection

  private static let put = """
    INSERT OR REPLACE INTO import_step (n, chain, seq, file, hash, added, changed, taken_back)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)
    """
  private static let takeBack = "UPDATE import_step SET taken_back = ?3 WHERE chain = ?1 AND seq = ?2"
  static let all = "SELECT n, chain, seq, file, hash, added, changed, taken_back FROM import_step ORDER BY n DESC"

  func write(_ mark: ImportMark, n: Int64, chain: Int64, sequence: Int64) throws(SQLiteError) {
    try connection.run(
      Self.put, .integer(n), .integer(chain), .integer(sequence), .text(mark.file), .blob(mark.fileHash.bytes),
      .integer(mark.added), .integer(mark.changed))
  }

  func takeBack(chain: Int64, sequence: Int64, n: Int64) throws(SQLiteError) {
    try connection.run(Self.takeBack, .integer(chain), .integer(sequence), .integer(n))
  }

  func all() throws(SQLiteError) -> [ImportStep] {
    try connection.all(Self.all) {
      ImportStep(
        n: $0.integer(0), chain: $0.integer(1), sequence: $0.integer(2), file: $0.text(3), fileHash: $0.hash(4),
        added: Int($0.integer(5)), changed: Int($0.integer(6)), isTakenBack: $0.integer(7) != 0)
    }
  }
}
