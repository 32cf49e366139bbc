/// Where a dataset stands in a round. Worked out each time from the confirmation and the rows; stored nowhere.
package struct DatasetState: Equatable, Sendable {
  package enum Name: String, Sendable {
    /// Problems stand against confirming.
    case open
    /// Nothing stands against confirming.
    case ready
    /// Confirmed, and the rows still give the confirmed digest.
    case confirmed
    /// Confirmed once, and the rows have changed since.
    case void
    /// Released by the level above for mending.
    case released
    /// There is nothing to confirm: a local authority without institutions, or without schools of other affiliations.
    case nothing
  }

  package var dataset: Dataset
  package var name: Name
  /// The digest of the rows as they are now.
  package var digest: Hash32
  /// The confirmation in force or gone void; nil when there is none or it was cancelled.
  package var confirmed: ConfirmedBy?
  package var counts: Counts
  package var register: Int
  package var errors: Int
  package var unexplained: Int
  /// For a level above: how many units below it have to confirm, and how many of them have.
  package var below = 0
  package var belowConfirmed = 0
  /// The level above has looked at the confirmation in force and accepted it.
  package var isAccepted = false
  /// Who released it, when and why; nil unless it is released.
  package var released: ReleasedBy?

  package init(
    dataset: Dataset, name: Name, digest: Hash32, confirmed: ConfirmedBy?, counts: Counts, register: Int, errors: Int,
    unexplained: Int
  ) {
    self.dataset = dataset
    self.name = name
    self.digest = digest
    self.confirmed = confirmed
    self.counts = counts
    self.register = register
    self.errors = errors
    self.unexplained = unexplained
  }
}

/// A confirmation with who made it and when.
package struct ConfirmedBy: Equatable, Sendable {
  package var event: EventID
  package var confirmation: Confirmation
  package var person: String
  package var at: Moment

  package init(event: EventID, confirmation: Confirmation, person: String, at: Moment) {
    self.event = event
    self.confirmation = confirmation
    self.person = person
    self.at = at
  }
}

extension DatasetState {
  /// Whether the figures that were signed are those of the rows that were signed.
  package var hasRightFigures: Bool {
    guard dataset == .students, let confirmed, confirmed.confirmation.digest == digest else { return true }
    return confirmed.confirmation.counts == counts || Planted.anyFigures.isOn
  }

  /// Whoever signs figures that the rows do not give has confirmed nothing, whatever program wrote it.
  package mutating func compareFigures() {
    if name == .confirmed, !hasRightFigures { name = .void }
  }
}
