/// Why a confirmation no longer holds: where something changed, how much, by whom, since when.
package struct VoidCause: Equatable, Sendable {
  package var unit: Unit
  /// None when nothing changed: then the figures that were confirmed are not those of the list.
  package var changes: Int
  package var person: String
  package var since: Moment

  package init(unit: Unit, changes: Int, person: String, since: Moment) {
    self.unit = unit
    self.changes = changes
    self.person = person
    self.since = since
  }
}
