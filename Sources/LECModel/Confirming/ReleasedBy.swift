/// A confirmation that a level above released for mending.
package struct ReleasedBy: Equatable, Sendable {
  /// What had been confirmed.
  package var made: ConfirmedBy?
  package var person: String
  package var at: Moment
  package var reason: String

  package init(made: ConfirmedBy?, person: String, at: Moment, reason: String) {
    self.made = made
    self.person = person
    self.at = at
    self.reason = reason
  }
}

extension DatasetState {
  /// It was released for mending, and the rows are those that had been confirmed.
  package var isUnmended: Bool { name == .released && released?.made?.confirmation.digest == digest }

  /// The last confirmation that its unit did not take back itself: what stands is compared with it.
  package var last: ConfirmedBy? { confirmed ?? released?.made }
}
