/// What reading a bundle came to, or would come to: the sums are those of the file.
package struct BundleReport: Equatable, Sendable {
  package struct Pending: Equatable, Hashable, Sendable {
    package var verdict: String
    package var reason: Verdict.Reason
    package var unit: UnitCode
    /// Nobody adopts it: it is made anew.
    package var isAct: Bool

    package init(verdict: String, reason: Verdict.Reason, unit: UnitCode, isAct: Bool) {
      self.verdict = verdict
      self.reason = reason
      self.unit = unit
      self.isAct = isAct
    }

    /// The name of the sentence that says why it does not count.
    package var reasonName: String { reason.name(ofAct: isAct) }
  }

  package struct UnitConflict: Equatable, Sendable {
    package var unit: UnitCode
    package var conflict: ConflictEntry

    package init(unit: UnitCode, conflict: ConflictEntry) {
      self.unit = unit
      self.conflict = conflict
    }
  }

  /// A confirmation that a level above released for mending.
  package struct UnitReleased: Equatable, Sendable {
    package var unit: UnitCode
    package var dataset: Dataset
    package var person: String
    package var reason: String

    package init(unit: UnitCode, dataset: Dataset, person: String, reason: String) {
      self.unit = unit
      self.dataset = dataset
      self.person = person
      self.reason = reason
    }
  }

  package var from: UnitCode
  package var number: Int64
  package var events: Int
  package var new = 0
  package var known = 0
  package var waiting = 0
  package var held = 0
  package var refused = 0
  /// Disputed fields that came with it.
  package var conflicts = 0
  /// Events that waited before and count now.
  package var freed = 0
  package var pending: [Pending: Int] = [:]
  /// New events by kind, for the preview.
  package var kinds: [EventKind: Int] = [:]
  /// What would change of which child, in a preview only, and of so many as somebody reads one by one.
  package var children: [StudentDifference] = []
  /// How many more children the new entries are about.
  package var moreChildren = 0
  /// The fields that two people would have changed at once, in a preview only.
  package var disputed: [UnitConflict] = []
  /// Confirmations that end with it.
  package var released: [UnitReleased] = []
  /// The round that stands from now on, where the file brings one.
  package var round: Round?
  /// What is missing before the rest can count.
  package var missing: [MissingPiece] = []
  /// The sender knows entries of this machine that the machine itself has lost: it was set back to an old copy.
  package var isSetBack = false
  /// The day it says it was made, where that lies ahead of the clock here.
  package var dayAhead: CalendarDate?
  /// That day, where the round of now had not been opened yet.
  package var dayBeforeRound: CalendarDate?
  /// Machines that joined and wait for a word of this unit.
  package var joins: [UnitCode] = []

  /// What does not count, unit by unit.
  package var pendingInOrder: [(key: Pending, count: Int)] {
    pending.map { ($0.key, $0.value) }.sorted { ($0.key.unit, $0.key.reasonName) < ($1.key.unit, $1.key.reasonName) }
  }

  package init(from: UnitCode, number: Int64, events: Int) {
    self.from = from
    self.number = number
    self.events = events
  }
}
