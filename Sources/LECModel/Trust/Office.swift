/// The office a chain writes from.
package struct Office: Equatable, Sendable {
  package var unit: UnitCode
  package var term: Int64
  package private(set) var reach = Reach.open

  /// So many heads of one chain an end may name: whoever has its key can invent branches without end; two copies of a file make two.
  package static let mostHeads = 64

  package init(unit: UnitCode, term: Int64) {
    self.unit = unit
    self.term = term
  }

  /// Of several ends all hold; a chain that an end does not name counts for nothing. Without a fork the shortest says it all.
  mutating func shorten(to heads: [ChainHead], isForked: Bool) {
    guard reach != .nothing, let longest = heads.max(by: { $0.sequence < $1.sequence }) else {
      reach = .nothing
      return
    }
    let end = isForked ? Array(heads.prefix(Self.mostHeads)) : [longest]
    switch reach {
    case .upTo(let known) where isForked: if !known.contains(end) { reach = .upTo(known + [end]) }
    case .upTo(let known) where known.contains { $0.allSatisfy { $0.sequence <= longest.sequence } }: break
    case .nothing, .open, .upTo: reach = .upTo([end])
    }
  }
}

/// How far the entries of a chain count in its office.
package enum Reach: Equatable, Sendable {
  /// All of them, while the term lasts.
  case open
  /// As far as every one of these ends says. Of a chain that was forked an end names the head of each branch.
  case upTo([[ChainHead]])
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
