/// The office a chain writes from.
package struct Office: Equatable, Sendable {
  package var unit: UnitCode
  package var term: Int64
  /// The last sequence number that counts; `Int64.max` while the term lasts.
  package var limit: Int64
  /// The head that the end of the term names; nil while it lasts.
  package var cut: EventID?

  package init(unit: UnitCode, term: Int64, limit: Int64 = .max, cut: EventID? = nil) {
    self.unit = unit
    self.term = term
    self.limit = limit
    self.cut = cut
  }
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

  package init(
    join: EventID, chain: ChainID, card: EventID, unit: UnitCode, isAccepted: Bool, isRefused: Bool
  ) {
    self.join = join
    self.chain = chain
    self.card = card
    self.unit = unit
    self.isAccepted = isAccepted
    self.isRefused = isRefused
  }
}
