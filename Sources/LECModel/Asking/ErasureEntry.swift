/// A child that an order erases, as the file that has to carry it out shows it first.
package struct ErasureEntry: Equatable, Sendable {
  package var record: RecordID
  package var unit: UnitCode
  /// Empty once nothing is left of it here.
  package var name: String
  package var reason: Erasure.Reason
  /// Who ordered it, and when by that machine's clock.
  package var person: String
  package var at: Moment
  /// Whether something of it still lies in this file.
  package var isHere: Bool

  package init(
    record: RecordID, unit: UnitCode, name: String, reason: Erasure.Reason, person: String, at: Moment, isHere: Bool
  ) {
    self.record = record
    self.unit = unit
    self.name = name
    self.reason = reason
    self.person = person
    self.at = at
    self.isHere = isHere
  }
}
