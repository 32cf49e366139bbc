/// The level above takes a confirmation back for mending (ED-04, ED-05).
package struct Release: Equatable, Sendable {
  package var unit: UnitCode
  package var round: RoundKey
  package var dataset: Dataset
  /// The confirmation that is released; a later one is not touched by this.
  package var confirmation: EventID
  package var reason: String

  package init(unit: UnitCode, round: RoundKey, dataset: Dataset, confirmation: EventID, reason: String) {
    self.unit = unit
    self.round = round
    self.dataset = dataset
    self.confirmation = confirmation
    self.reason = reason
  }
}

/// The level above has looked at a confirmation and found it right (CF-04), or takes that back with a reason.
package struct Acceptance: Equatable, Sendable {
  package var unit: UnitCode
  package var round: RoundKey
  package var dataset: Dataset
  package var confirmation: EventID
  package var words: String

  package init(unit: UnitCode, round: RoundKey, dataset: Dataset, confirmation: EventID, words: String) {
    self.unit = unit
    self.round = round
    self.dataset = dataset
    self.confirmation = confirmation
    self.words = words
  }
}

/// An exception after the deadline, given by the level above to a unit of its own, with an end.
package struct Exemption: Equatable, Sendable {
  package var unit: UnitCode
  package var round: RoundKey
  package var until: Moment
  package var reason: String

  package init(unit: UnitCode, round: RoundKey, until: Moment, reason: String) {
    self.unit = unit
    self.round = round
    self.until = until
    self.reason = reason
  }
}

/// A review note about a unit, or the answer to one (the answer's record is the note).
package struct Note: Equatable, Sendable {
  package var unit: UnitCode
  package var words: String

  package init(unit: UnitCode, words: String) {
    self.unit = unit
    self.words = words
  }
}

/// What the department froze for one dataset of one institution on the reference day.
package struct SnapshotRow: Equatable, Sendable {
  package var unit: UnitCode
  package var dataset: Dataset
  package var digest: Hash32
  package var total: Int64
  package var male: Int64
  package var female: Int64
  package var isConfirmed: Bool

  package init(
    unit: UnitCode, dataset: Dataset, digest: Hash32, total: Int64, male: Int64, female: Int64, isConfirmed: Bool
  ) {
    self.unit = unit
    self.dataset = dataset
    self.digest = digest
    self.total = total
    self.male = male
    self.female = female
    self.isConfirmed = isConfirmed
  }

  /// The bytes whose hash is the row's leaf in the snapshot.
  package func leaf(round: RoundKey) -> [UInt8] {
    var out = CanonicalWriter(reserving: 128)
    out.array(2)
    out.text(round.text)
    write(to: &out)
    return out.bytes
  }
}

/// The rows of one province in a snapshot, by local authority and institution.
package struct SnapshotPart: Equatable, Sendable {
  package var round: RoundKey
  package var province: UnitCode
  package var rows: [SnapshotRow]

  package init(round: RoundKey, province: UnitCode, rows: [SnapshotRow]) {
    self.round = round
    self.province = province
    self.rows = rows
  }
}

/// CF-13. The head count of the reference day, frozen: one root over the roots of the provinces.
package struct Snapshot: Equatable, Sendable {
  package struct Part: Equatable, Sendable {
    package var province: UnitCode
    package var root: Hash32
    package var rows: Int64
    package var total: Int64

    package init(province: UnitCode, root: Hash32, rows: Int64, total: Int64) {
      self.province = province
      self.root = root
      self.rows = rows
      self.total = total
    }
  }

  package var round: RoundKey
  package var reference: CalendarDate
  package var parts: [Part]
  package var root: Hash32

  package init(round: RoundKey, reference: CalendarDate, parts: [Part], root: Hash32) {
    self.round = round
    self.reference = reference
    self.parts = parts
    self.root = root
  }
}

/// A numbered correction beside the snapshot, which itself never changes.
package struct Amendment: Equatable, Sendable {
  package var round: RoundKey
  package var number: Int64
  package var row: SnapshotRow
  package var reason: String

  package init(round: RoundKey, number: Int64, row: SnapshotRow, reason: String) {
    self.round = round
    self.number = number
    self.row = row
    self.reason = reason
  }
}

/// Two entries that may be one child on two lists: numbered, with the evidence, a day to answer by and what follows without one.
package struct Claim: Equatable, Sendable {
  package struct Side: Equatable, Sendable {
    package var unit: UnitCode
    package var record: RecordID

    package init(unit: UnitCode, record: RecordID) {
      self.unit = unit
      self.record = record
    }
  }

  package enum Evidence: String, CaseIterable, Sendable {
    case sameNumber = "same-number"
    case sameNameAndBirth = "same-name-and-birth"
    case nearNameAndBirth = "near-name-and-birth"
  }

  package var number: Int64
  /// The side that is asked to take the child out first (PU-09): the one that had it longer on its list.
  package var asked: Side
  package var other: Side
  package var evidence: Evidence
  package var due: CalendarDate

  package init(number: Int64, asked: Side, other: Side, evidence: Evidence, due: CalendarDate) {
    self.number = number
    self.asked = asked
    self.other = other
    self.evidence = evidence
    self.due = due
  }
}

/// What one side says to a claim; the event's record is the claim.
package struct ClaimAnswer: Equatable, Sendable {
  package enum Answer: String, CaseIterable, Sendable { case takenOut = "taken-out", stays, different }

  package var answer: Answer
  package var words: String

  package init(answer: Answer, words: String) {
    self.answer = answer
    self.words = words
  }
}

/// How a claim ended. The pair never comes back.
package struct ClaimDecision: Equatable, Sendable {
  package enum Outcome: String, CaseIterable, Sendable { case same = "same-child", different = "known-different" }

  package var outcome: Outcome
  package var words: String

  package init(outcome: Outcome, words: String) {
    self.outcome = outcome
    self.words = words
  }
}

/// A random check by the province: drawn from a seed, so that anybody can draw the same sample again (RP-02).
package struct SampleDraw: Equatable, Sendable {
  package struct Child: Equatable, Sendable {
    package var unit: UnitCode
    package var record: RecordID

    package init(unit: UnitCode, record: RecordID) {
      self.unit = unit
      self.record = record
    }
  }

  package var number: Int64
  package var round: RoundKey
  package var seed: String
  package var institutions: Int64
  package var perInstitution: Int64
  package var children: [Child]

  package init(
    number: Int64, round: RoundKey, seed: String, institutions: Int64, perInstitution: Int64, children: [Child]
  ) {
    self.number = number
    self.round = round
    self.seed = seed
    self.institutions = institutions
    self.perInstitution = perInstitution
    self.children = children
  }
}

/// What the visit found about one child of a sample; the event's record is the sample.
package struct SampleResult: Equatable, Sendable {
  package enum Found: String, CaseIterable, Sendable { case present, absent, unknown }

  package var child: RecordID
  package var found: Found
  package var words: String

  package init(child: RecordID, found: Found, words: String) {
    self.child = child
    self.found = found
    self.words = words
  }
}

/// A school of another affiliation that a local authority pays for: a row, not a unit with a machine.
package struct OtherSchool: Equatable, Sendable {
  package var code: String
  package var name: String
  package var affiliation: String
  /// Officially dissolved: its counts are zero, entered and not left blank (OA-02).
  package var isDissolved: Bool

  package init(code: String, name: String, affiliation: String, isDissolved: Bool = false) {
    self.code = code
    self.name = name
    self.affiliation = affiliation
    self.isDissolved = isDissolved
  }
}

/// The head counts of such a school in a round; the event's record is the school.
package struct OtherCounting: Equatable, Sendable {
  package struct Cell: Equatable, Sendable {
    package var grade: Grade
    package var total: Int64
    package var male: Int64?
    package var female: Int64?

    package init(grade: Grade, total: Int64, male: Int64? = nil, female: Int64? = nil) {
      self.grade = grade
      self.total = total
      self.male = male
      self.female = female
    }
  }

  package var round: RoundKey
  package var cells: [Cell]

  package init(round: RoundKey, cells: [Cell]) {
    self.round = round
    self.cells = cells
  }
}
