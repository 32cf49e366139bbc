import LECModel

/// The names of this machine's own settings.
package enum Setting {
  package static let chain = "chain"
  /// The chain that was being written when a whole file came from the office above: nothing of that office's is missing since.
  package static let wholeRead = "whole-read"
  /// That a file of somebody else told that this one is an old copy, until a whole file comes.
  package static let isSetBack = "is-set-back"
  package static let training = "training"
  package static let lamport = "lamport"
  package static let projection = "projection"
  package static let trainingClock = "training-clock"
  /// The last event there was when a person moved that clock: only later ones push it on.
  package static let trainingClockAfter = "training-clock-after"
  /// Set in a training file that began with a card or as a department: what opens every training set does not open it.
  package static let ownPasswords = "own-passwords"
  package static let unit = "unit"
  /// The fingerprint of the department's first act: where trust begins.
  package static let root = "root"
  /// How many joins wait for acceptance, and as of which authority event that was counted.
  package static let openJoins = "open-joins"
  /// The academic year whose end this copy was made at: it is only read.
  package static let closedYear = "closed-year"
  /// Set while what was erased may still lie in free space of the file: until it was written anew.
  package static let compactDue = "compact-due"
  /// The last file of an office that could not be opened here, by its hash.
  static func unopened(from unit: UnitCode) -> String { "unopened-" + unit.text }
  /// Set when a unit was set back to an old copy: what it wrote itself goes back to it (GivingBack).
  static func givesBack(to unit: UnitCode) -> String { "gives-back-" + unit.text }
  package static let language = "language"
  package static let digits = "digits"
  package static let theme = "theme"
  package static let lockMinutes = "lock-minutes"
  /// A folder in which files of other units arrive.
  package static let mailbox = "mailbox"
}

/// This machine's own settings; never part of a bundle or a digest.
struct SettingTable {
  let connection: Connection

  private static let put = """
    INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2
    """
  static let get = "SELECT value FROM setting WHERE name = ?1"

  func value(_ name: String) throws(SQLiteError) -> String? {
    try connection.one(Self.get, [.text(name)]) { $0.text(0) }
  }

  func set(_ name: String, _ value: String) throws(SQLiteError) {
    try connection.run(Self.put, .text(name), .text(value))
  }
}

extension Store {
  package func setting(_ name: String) throws -> String? { try SettingTable(connection: connection).value(name) }

  package func set(_ name: String, to value: String) throws {
    try local { try SettingTable(connection: connection).set(name, value) }
  }
}
