/// Where the unit that an event is about hangs, seen from the unit that wrote it.
package enum Relation: String, CaseIterable, Sendable {
  case own
  /// Directly below: an authority's institution, a province's authority, a district's authority in its view.
  case child
  /// Further below.
  case below
  case foreign
}

/// What the table of rights says about one kind of event.
package enum Right: Equatable, Sendable {
  case allowed
  /// Only for an institution that has no computer of its own; the event then says who entered it for whom.
  case onBehalf
  case refused
}
