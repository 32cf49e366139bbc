/// Which children a list shows, and in which order.
package struct RosterFilter: Equatable, Sendable {
  package enum Order: String, CaseIterable, Sendable { case name, classRoom, number }

  package var states: StudentState
  package var order: Order
  /// Folded words that must all occur in number, name or school number.
  package var search: String
  package var classRoom: ClassRoom?
  /// Only children with this mark in the current round.
  package var mark: Mark?
  /// Only children with a finding of this check, or of any check.
  package var problem: Problem?

  package enum Problem: Equatable, Sendable {
    case any
    case check(Check)
  }

  package init(
    states: StudentState = .enrolled, order: Order = .name, search: String = "", classRoom: ClassRoom? = nil,
    mark: Mark? = nil, problem: Problem? = nil
  ) {
    self.states = states
    self.order = order
    self.search = search
    self.classRoom = classRoom
    self.mark = mark
    self.problem = problem
  }
}

/// Which rows of a list are wanted.
package enum RosterPlace: Equatable, Sendable {
  case first
  case last
  case after(Int64)
  case before(Int64)
  /// The row itself and what follows it.
  case from(Int64)
}
