/// Two people set one field of a child, or of the basic information, without knowing of each other: both values, both people,
/// both times.
package struct ConflictEntry: Equatable, Sendable {
  package struct Side: Equatable, Sendable {
    package var event: EventID
    package var value: String
    package var person: String
    package var at: Moment
    package var device: String
    /// The child was taken out, or brought back, by this one.
    package var kind: EventKind?

    package init(event: EventID, value: String, person: String, at: Moment, device: String, kind: EventKind?) {
      self.event = event
      self.value = value
      self.person = person
      self.at = at
      self.device = device
      self.kind = kind
    }
  }

  /// The child; nil when it is about the unit's basic information.
  package var record: RecordID?
  package var child: Student?
  package var field: UInt8
  /// The one that counts until somebody decides.
  package var inForce: Side
  package var other: Side
  package var isRemoved: Bool

  /// The child is out as long as nobody takes the other value.
  package var staysOut: Bool { isRemoved && inForce.kind == .studentRemoved }

  /// Taking the other value brings the child back: one machine took it out while another went on with it.
  package var otherBringsBack: Bool { staysOut && other.kind != .studentRemoved }

  package init(record: RecordID?, child: Student?, field: UInt8, inForce: Side, other: Side, isRemoved: Bool) {
    self.record = record
    self.child = child
    self.field = field
    self.inForce = inForce
    self.other = other
    self.isRemoved = isRemoved
  }
}
