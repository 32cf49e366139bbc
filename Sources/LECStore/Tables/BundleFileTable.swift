import LECModel

/// The bundle files that were made and read here, known by their hash, with the receipts that came back. Local: never exchanged.
/// Only the last of them: offices that exchange files every day for years must not grow by it.
struct BundleFileTable {
  let connection: Connection

  private static let putMade = """
    INSERT OR REPLACE INTO bundle_file (hash, name, unit, number, made, at, events, upto)
    VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, ?7)
    """
  private static let putRead = """
    INSERT INTO bundle_file (hash, name, unit, number, made, at, events, chain) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7)
    ON CONFLICT (hash) DO UPDATE SET name = ?2, at = ?5 WHERE made = 0
    """
  /// A file that this machine made, and whose making it has lost: its number is not given again, and nobody has said to have read it.
  private static let putOwn = """
    INSERT INTO bundle_file (hash, name, unit, number, made, at, events, upto) VALUES (?1, ?2, ?3, ?4, 1, ?5, ?6, -1)
    ON CONFLICT (hash) DO NOTHING
    """
  static let latest = """
    SELECT name, number, at, received FROM bundle_file WHERE unit = ?1 AND made = ?2
    ORDER BY number DESC, at DESC LIMIT 1
    """
  static let base =
    "SELECT max(upto) FROM bundle_file WHERE unit = ?1 AND made = 1 AND received IS NOT NULL AND upto >= 0"
  private static let sent = "SELECT max(upto) FROM bundle_file WHERE unit = ?1 AND made = 1 AND upto >= 0"
  static let receipt = """
    SELECT name, number, at, received FROM bundle_file WHERE unit = ?1 AND made = 1 AND received IS NOT NULL
    ORDER BY upto DESC, at DESC LIMIT 1
    """
  static let lastNumber = "SELECT max(number) FROM bundle_file WHERE unit = ?1 AND made = 1"
  private static let lastRead = "SELECT max(number) FROM bundle_file WHERE chain = ?1 AND made = 0"
  static let before = "SELECT max(number) FROM bundle_file WHERE chain = ?1 AND made = 0 AND number < ?2"
  private static let acknowledge = """
    UPDATE bundle_file SET received = min(coalesce(received, ?3), ?3) WHERE hash = ?1 AND unit = ?2 AND made = 1
    """
  /// A receipt for a file that lies further back only makes the next delta longer.
  private static let mostMade: Int64 = 200
  private static let forgetMade = """
    DELETE FROM bundle_file WHERE unit = ?1 AND made = 1 AND number <= ?2 AND hash NOT IN (
      SELECT hash FROM bundle_file WHERE unit = ?1 AND made = 1 AND received IS NOT NULL
      ORDER BY upto DESC, at DESC LIMIT 1)
    """
  /// A file that lies further back can be read again without harm: it brings nothing that is not known.
  private static let mostRead: Int64 = 1000
  private static let forgetRead = """
    DELETE FROM bundle_file WHERE unit = ?1 AND made = 0 AND at < (
      SELECT at FROM bundle_file WHERE unit = ?1 AND made = 0 ORDER BY at DESC LIMIT 1 OFFSET ?2)
    """
  private static let shorten = "UPDATE bundle_file SET upto = ?1 WHERE made = 1 AND upto > ?1 AND unit = ?2"
  static let beyond = "SELECT DISTINCT unit FROM bundle_file WHERE made = 1 AND upto >= ?1 ORDER BY unit"

  func writeMade(_ hash: Hash32, _ name: String, _ header: BundleHeader, to unit: UnitCode, at: Moment, upto: Int64)
    throws(SQLiteError)
  {
    try connection.run(
      Self.putMade, .blob(hash.bytes), .text(name), .text(unit.text), .integer(header.number),
      .integer(at.milliseconds), .integer(header.events), .integer(upto))
    try connection.run(Self.forgetMade, .text(unit.text), .integer(header.number - Self.mostMade))
  }

  func takeBack(_ hash: Hash32) throws(SQLiteError) {
    try connection.run("DELETE FROM bundle_file WHERE hash = ?1 AND made = 1", .blob(hash.bytes))
  }

  /// `isOwn`: this machine made it. Of what is remembered here of its making nothing changes.
  func writeRead(_ hash: Hash32, _ name: String, _ header: BundleHeader, at: Moment, isOwn: Bool) throws(SQLiteError) {
    if isOwn, let receiver = header.to.first, !Planted.ownForgotten.isOn {
      return try connection.run(
        Self.putOwn, .blob(hash.bytes), .text(name), .text(receiver.text), .integer(header.number),
        .integer(at.milliseconds), .integer(header.events))
    }
    try connection.run(
      Self.putRead, .blob(hash.bytes), .text(name), .text(header.from.text), .integer(header.number),
      .integer(at.milliseconds), .integer(header.events), .blob(header.chain.hash.bytes))
    try connection.run(Self.forgetRead, .text(header.from.text), .integer(Self.mostRead))
  }

  func latest(_ unit: UnitCode, made: Bool) throws(SQLiteError) -> FileMark? {
    try connection.one(Self.latest, [.text(unit.text), .integer(made ? 1 : 0)], row: Self.mark)
  }

  /// The file with the most that this unit says to have read.
  func receipt(of unit: UnitCode) throws(SQLiteError) -> FileMark? {
    try connection.one(Self.receipt, [.text(unit.text)], row: Self.mark)
  }

  /// How far the log is known to the unit; nil without a receipt.
  func base(for unit: UnitCode) throws(SQLiteError) -> Int64? {
    let sql = Planted.deltaWithoutReceipt.isOn ? Self.sent : Self.base
    return try connection.one(sql, [.text(unit.text)]) { $0.isNull(0) ? nil : $0.integer(0) } ?? nil
  }

  /// How far the log is in files that were made for the unit, read there or not; nil where none was made.
  func made(for unit: UnitCode) throws(SQLiteError) -> Int64? {
    try connection.one(Self.sent, [.text(unit.text)]) { $0.isNull(0) ? nil : $0.integer(0) } ?? nil
  }

  func countMade() throws(SQLiteError) -> Int {
    try connection.one("SELECT count(*) FROM bundle_file WHERE made = 1") { Int($0.integer(0)) } ?? 0
  }

  func has(_ hash: Hash32) throws(SQLiteError) -> Bool {
    try connection.one("SELECT 1 FROM bundle_file WHERE hash = ?1", [.blob(hash.bytes)]) { _ in true } ?? false
  }

  /// The running number of the next file to a unit.
  func nextNumber(to unit: UnitCode) throws(SQLiteError) -> Int64 {
    if Planted.numbersAgain.isOn { return 1 }
    return (try connection.one(Self.lastNumber, [.text(unit.text)]) { $0.isNull(0) ? 0 : $0.integer(0) } ?? 0) + 1
  }

  /// The last file of a sending machine that was read before this one.
  func number(before header: BundleHeader) throws(SQLiteError) -> Int64? {
    try connection.one(Self.before, [.blob(header.chain.hash.bytes), .integer(header.number)]) {
      $0.isNull(0) ? nil : $0.integer(0)
    } ?? nil
  }

  func lastRead(of chain: ChainID) throws(SQLiteError) -> Int64? {
    try connection.one(Self.lastRead, [.blob(chain.hash.bytes)]) { $0.isNull(0) ? nil : $0.integer(0) } ?? nil
  }

  static let numbersRead = """
    SELECT number FROM bundle_file WHERE unit = ?1 AND made = 0 ORDER BY number DESC LIMIT 100
    """

  /// The newest files of a unit that were not read though a later one was.
  func unread(from unit: UnitCode) throws(SQLiteError) -> ClosedRange<Int64>? {
    let numbers = try connection.all(Self.numbersRead, [.text(unit.text)]) { $0.integer(0) }
    for (later, earlier) in zip(numbers, numbers.dropFirst()) where earlier + 1 < later {
      return earlier + 1...later - 1
    }
    return nil
  }

  /// A unit says that it read a file that was made here.
  func acknowledge(_ file: Hash32, by unit: UnitCode, at: Moment) throws(SQLiteError) {
    try connection.run(Self.acknowledge, .blob(file.bytes), .text(unit.text), .integer(at.milliseconds))
  }

  /// A machine of a unit began anew, as the log says at this place: what an earlier life of it has read may be gone there, and no file
  /// from before is anything to go on from.
  func void(for unit: UnitCode, before n: Int64) throws(SQLiteError) {
    try startOver(for: unit, before: n)
    try SettingTable(connection: connection).set(Setting.givesBack(to: unit), "1")
  }

  static let receivers = "SELECT DISTINCT unit FROM bundle_file WHERE made = 1 AND upto >= 0 AND upto < ?1"
  private static let startOver = "UPDATE bundle_file SET upto = -1 WHERE unit = ?1 AND made = 1 AND upto < ?2"

  /// The units that files were made for before this place of the log.
  func receivers(before n: Int64) throws(SQLiteError) -> [UnitCode] {
    try connection.all(Self.receivers, [.integer(n)]) { UnitCode($0.text(0)) }
  }

  /// The unit gets more from here on than before, old entries among it: the next file for it is whole.
  func startOver(for unit: UnitCode, before n: Int64) throws(SQLiteError) {
    try connection.run(Self.startOver, .text(unit.text), .integer(n))
  }

  /// Something behind this place of the log can be sent to a unit only now: the files that were made for it do not hold it.
  func shorten(to n: Int64, of unit: UnitCode) throws(SQLiteError) {
    try connection.run(Self.shorten, .integer(n), .text(unit.text))
  }

  /// The units for which files were made that went as far as this place.
  func receivers(beyond n: Int64) throws(SQLiteError) -> [UnitCode] {
    try connection.all(Self.beyond, [.integer(n)]) { UnitCode($0.text(0)) }
  }

  private static func mark(_ s: Statement) -> FileMark {
    FileMark(
      name: s.text(0), number: s.integer(1), at: Moment(milliseconds: s.integer(2)),
      received: s.isNull(3) ? nil : Moment(milliseconds: s.integer(3)))
  }
}
