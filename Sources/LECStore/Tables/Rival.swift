import LECModel

/// The entry that a new one is to replace and whose place is not behind: the new one names it, and comes after it all the same
/// (Precedence). There is none unless somebody's counter was set far ahead, so that honest entries name nobody and stay small.
struct Rival {
  let connection: Connection

  /// Of the entries about the same thing, the last with this counter or more.
  func entry(
    to content: EventContent, _ header: (record: RecordID?, unit: UnitCode), counter: Int64
  ) throws(SQLiteError) -> EventID? {
    let record = Value.blob(header.record?.event.hash.bytes ?? []), unit = Value.text(header.unit.text)
    let found: (sql: String, key: [Value])? =
      switch content {
      case .round: (Self.round, [])
      case .profile(let v): (Self.person, [.text(v.user.text)])
      case .handover(let v): (Self.person, [.text(v.user.text)])
      case .termEnd(let v): (Self.people, [.text(v.unit.text)])
      case .explanation(let v): (Self.explanation, [unit, record, .text(v.check)])
      case .confirmation(let v): (Self.confirmation, Self.key(v.unit, v.round, v.dataset))
      case .cancellation(let v): (Self.confirmation, Self.key(header.unit, v.round, v.dataset))
      case .acceptance(let v): (Self.acceptance, Self.key(v.unit, v.round, v.dataset))
      case .claimAnswer: (Self.claimAnswer, [record, unit])
      case .sampleResult(let v): (Self.sampleResult, [record, .blob(v.child.event.hash.bytes)])
      case .otherSchool: (Self.otherSchool, [record])
      case .otherCounts(let v): (Self.otherCounts, [record, .text(v.round.text)])
      default: nil
      }
    guard let found else { return nil }
    return try connection.one(found.sql, [.integer(counter)] + found.key) { EventID($0.hash(0)) }
  }

  private static func key(_ unit: UnitCode, _ round: RoundKey, _ dataset: Dataset) -> [Value] {
    [.text(unit.text), .text(round.text), .text(dataset.rawValue)]
  }

  /// Whichever round was set last is the current one.
  static let round = "SELECT tie FROM round WHERE lamport >= ?1 ORDER BY lamport DESC, tie DESC LIMIT 1"
  /// A profile is over when something later ended it.
  static let person = """
    SELECT event.id FROM (
      SELECT n, lamport FROM profile WHERE user = ?2 AND lamport >= ?1
      UNION ALL SELECT n, lamport FROM profile_end WHERE user = ?2 AND lamport >= ?1
      UNION ALL SELECT n, lamport FROM profile_end
        WHERE unit = (SELECT unit FROM account WHERE user = ?2) AND lamport >= ?1
    ) AS rival JOIN event ON event.n = rival.n ORDER BY rival.lamport DESC, event.id DESC LIMIT 1
    """
  static let people = """
    SELECT event.id FROM (
      SELECT n, lamport FROM profile
        WHERE user IN (SELECT user FROM account WHERE unit = ?2) AND lamport >= ?1
      UNION ALL SELECT n, lamport FROM profile_end WHERE unit = ?2 AND lamport >= ?1
    ) AS rival JOIN event ON event.n = rival.n ORDER BY rival.lamport DESC, event.id DESC LIMIT 1
    """
  static let explanation = """
    SELECT tie FROM explanation WHERE unit = ?2 AND record = ?3 AND finding = ?4 AND lamport >= ?1
    """
  /// A confirmation, or the unit's own taking back of whatever it had confirmed. A release names what it releases.
  static let confirmation = """
    SELECT event.id FROM (
      SELECT n, lamport FROM confirmation WHERE unit = ?2 AND round = ?3 AND dataset = ?4 AND lamport >= ?1
      UNION ALL SELECT n, lamport FROM confirmation_end
        WHERE unit = ?2 AND round = ?3 AND dataset = ?4 AND confirmation = x'' AND lamport >= ?1
    ) AS rival JOIN event ON event.n = rival.n ORDER BY rival.lamport DESC, event.id DESC LIMIT 1
    """
  static let acceptance = """
    SELECT tie FROM acceptance WHERE unit = ?2 AND round = ?3 AND dataset = ?4 AND lamport >= ?1
    ORDER BY lamport DESC, tie DESC LIMIT 1
    """
  static let claimAnswer = """
    SELECT event.id FROM claim_answer AS rival JOIN event ON event.n = rival.n
    WHERE rival.claim = ?2 AND rival.unit = ?3 AND rival.lamport >= ?1
    ORDER BY rival.lamport DESC, event.id DESC LIMIT 1
    """
  static let sampleResult = "SELECT tie FROM sample_result WHERE sample = ?2 AND child = ?3 AND lamport >= ?1"
  static let otherSchool = "SELECT tie FROM other_school WHERE record = ?2 AND lamport >= ?1"
  static let otherCounts = """
    SELECT tie FROM other_count WHERE school = ?2 AND round = ?3 AND lamport >= ?1
    ORDER BY lamport DESC, tie DESC LIMIT 1
    """
}
