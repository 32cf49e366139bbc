/// What speaks for waiting with the snapshot of the reference date.
package struct SnapshotReadiness: Equatable, Sendable {
  package var reference: CalendarDate
  /// How many days the reference date lies ahead.
  package var daysAhead: Int
  package var institutions: Int
  /// How many of them have not confirmed their students/children.
  package var open: Int

  package init(reference: CalendarDate, daysAhead: Int, institutions: Int, open: Int) {
    self.reference = reference
    self.daysAhead = daysAhead
    self.institutions = institutions
    self.open = open
  }
}

/// The children of a province as they were frozen.
package struct FrozenTotals: Equatable, Sendable {
  /// Of the institutions' rosters.
  package var listed: Int
  /// Of schools of other affiliations, as their authorities counted them.
  package var others: Int

  package init(listed: Int, others: Int) {
    self.listed = listed
    self.others = others
  }
}
