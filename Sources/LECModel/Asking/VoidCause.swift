/// Why a confirmation no longer holds: where something changed, how much, by whom, since when.
package struct VoidCause: Equatable, Sendable {
  package enum Kind: String, Sendable {
    /// The rows, or the confirmation below, changed after it.
    case changed
    /// Nothing changed: the figures that were confirmed are not those of the list.
    case figures
    /// The unit was not among those that were confirmed, and is now one of them: it was added, or moved here.
    case added
    /// The unit was among those that were confirmed, and is none of them now.
    case takenAway
    /// The unit's confirmation that was confirmed on does not count any more, and nobody here took it back.
    case gone
  }

  package var kind: Kind
  package var unit: Unit
  /// The office whose confirmation stood on the unit's, where units came or went.
  package var above: Unit?
  /// None but where something changed.
  package var changes: Int
  package var person: String
  package var since: Moment

  package init(
    _ kind: Kind = .changed, unit: Unit, above: Unit? = nil, changes: Int = 0, person: String = "", since: Moment
  ) {
    self.kind = kind
    self.unit = unit
    self.above = above
    self.changes = changes
    self.person = person
    self.since = since
  }
}
