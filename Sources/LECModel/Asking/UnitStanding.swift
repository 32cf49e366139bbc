/// One line of a board: a unit below, and where it stands.
package struct UnitStanding: Equatable, Sendable {
  package var unit: Unit
  package var datasets: [DatasetState]
  /// The figures of its children as they are now.
  package var counts: Counts
  package var register: Int
  /// How many children were in what was confirmed last: a reviewer keeps these figures while the mending goes on.
  package var confirmedTotal: Int?
  package var institutions: Int
  /// The counts of other affiliations, in sum.
  package var others: Int
  package var othersMissing: Int

  package init(
    unit: Unit, datasets: [DatasetState], counts: Counts, register: Int, confirmedTotal: Int?, institutions: Int,
    others: Int = 0, othersMissing: Int = 0
  ) {
    self.unit = unit
    self.datasets = datasets
    self.counts = counts
    self.register = register
    self.confirmedTotal = confirmedTotal
    self.institutions = institutions
    self.others = others
    self.othersMissing = othersMissing
  }

  package func state(_ dataset: Dataset) -> DatasetState? { datasets.first { $0.dataset == dataset } }

  /// Whether everything that is asked of the unit is confirmed; a unit that has nothing to confirm stands in nobody's way.
  package var isComplete: Bool { datasets.allSatisfy { $0.name == .confirmed || $0.name == .nothing } }
  package var problems: Int { datasets.reduce(0) { $0 + $1.errors + $1.unexplained } }
}
