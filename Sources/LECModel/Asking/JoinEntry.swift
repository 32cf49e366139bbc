/// A machine that joined with a card and waits for the unit above to say that it is the right one.
package struct JoinEntry: Equatable, Sendable {
  package var join: EventID
  package var unit: Unit
  package var device: String
  /// To be compared over the telephone with what the other machine shows.
  package var fingerprint: String
  package var at: Moment
  /// How many others joined on the same card.
  package var rivals: Int
  /// Whether its card lies behind the end of the term of the office that issued it, or behind a move of the unit.
  package var isLate: Bool

  package init(
    join: EventID, unit: Unit, device: String, fingerprint: String, at: Moment, rivals: Int, isLate: Bool
  ) {
    self.join = join
    self.unit = unit
    self.device = device
    self.fingerprint = fingerprint
    self.at = at
    self.rivals = rivals
    self.isLate = isLate
  }
}
