/// PU-09. Likely the same child on two lists: pairs of records of different units, with what speaks for each.
///
/// Records are sorted into groups by number, by name and birth date, and by birth date alone; only within a group are they
/// compared, and near names find each other by what is left of them without one sign. Pairs inside one unit are the work of
/// `DoubledChildren`. The order of the rows plays no part.
package enum DoubleCandidates {
  /// What is compared of an enrolled child; empty text where nothing is known.
  package struct Row: Equatable, Sendable {
    package var record: RecordID
    package var unit: UnitCode
    package var number: String
    package var first: String
    package var last: String
    package var birth: String
    package var sex: Sex?

    package init(
      record: RecordID, unit: UnitCode, number: String, first: String, last: String, birth: String, sex: Sex?
    ) {
      self.record = record
      self.unit = unit
      self.number = number
      self.first = first
      self.last = last
      self.birth = birth
      self.sex = sex
    }

    package init(_ record: RecordID, unit: UnitCode, _ student: Student) {
      self.init(
        record: record, unit: unit, number: student[.number], first: student[.first], last: student[.last],
        birth: student[.birth], sex: student.sex)
    }
  }

  /// Two records, the smaller first, so that a pair is the same from both sides.
  package struct Records: Hashable, Comparable, Sendable {
    package let first: RecordID
    package let second: RecordID

    package init(_ a: RecordID, _ b: RecordID) { (first, second) = a < b ? (a, b) : (b, a) }

    package static func < (l: Records, r: Records) -> Bool {
      l.first == r.first ? l.second < r.second : l.first < r.first
    }
  }

  /// A pair with the strongest evidence for it.
  package struct Pair: Equatable, Sendable {
    package var first: Row
    package var second: Row
    package var evidence: Claim.Evidence
    package var records: Records { Records(first.record, second.record) }
  }

  /// So many records with one value on several lists are no longer one child: the value is a stop-gap. Each is then paired once
  /// and not with all the others.
  package static let crowd = 50

  /// All pairs: by evidence, the strongest first, then by record. Pairs that are known to be two children are left out.
  package static func pairs(among rows: [Row], knownDifferent: Set<Records> = []) -> [Pair] {
    var search = DoubleSearch(rows: rows, knownDifferent: knownDifferent)
    search.byNumber()
    search.byNameAndBirth()
    return search.found.sorted { l, r in
      l.evidence == r.evidence ? l.records < r.records : rank(l.evidence) < rank(r.evidence)
    }
  }

  /// The strongest evidence has the lowest rank.
  package static func rank(_ evidence: Claim.Evidence) -> Int {
    switch evidence {
    case .sameNumber: 0
    case .sameNameAndBirth: 1
    case .nearNameAndBirth: 2
    }
  }
}
