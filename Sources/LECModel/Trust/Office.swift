/// The office a chain writes from.
package struct Office: Equatable, Sendable {
  package var unit: UnitCode
  package var term: Int64
  package private(set) var reach = Reach.open

  package init(unit: UnitCode, term: Int64) {
    self.unit = unit
    self.term = term
  }

  /// Of two ends the shorter counts; a chain that an end does not name counts for nothing.
  mutating func shorten(to head: ChainHead?) {
    switch reach {
    case .upTo(let known) where known.sequence <= head?.sequence ?? -1: break
    case .nothing: break
    case .open, .upTo: reach = head.map { .upTo($0) } ?? .nothing
    }
  }
}

/// How far the entries of a chain count in its office.
package enum Reach: Equatable, Sendable {
  /// All of them, while the term lasts.
  case open
  /// As far as the end of the term says.
  case upTo(ChainHead)
  /// The end of the term does not name this chain.
  case nothing
}

/// How a chain stands: in an office, or why not.
package enum Standing: Equatable, Sendable {
  case inOffice(Office)
  case outside(Verdict)

  package var office: Office? { if case .inOffice(let office) = self { office } else { nil } }
}

/// A join that a unit above has to look at.
package struct PendingJoin: Equatable, Sendable {
  package var join: EventID
  package var chain: ChainID
  package var card: EventID
  package var unit: UnitCode
  package var isAccepted: Bool
  package var isRefused: Bool
  /// Whether its card lies behind the end of the term of the office that issued it, or behind a move of the unit.
  package var isLate: Bool

  package init(
    join: EventID, chain: ChainID, card: EventID, unit: UnitCode, isAccepted: Bool, isRefused: Bool, isLate: Bool
  ) {
    self.join = join
    self.chain = chain
    self.card = card
    self.unit = unit
    self.isAccepted = isAccepted
    self.isRefused = isRefused
    self.isLate = isLate
  }
}
