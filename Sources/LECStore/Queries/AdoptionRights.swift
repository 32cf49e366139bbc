import LECModel

/// Which held entries are for the own unit to adopt. Asked for thousands of them, one after another: after the end of a term all of them
/// were written by a few machines, and what a machine wrote about one unit is adopted by the same office.
struct AdoptionRights {
  private struct Source: Hashable {
    var chain: ChainID
    var unit: UnitCode
    var isMoved: Bool
  }

  private let store: Store
  private var known: [Source: UnitCode?] = [:]

  init(_ store: Store) { self.store = store }

  /// Whom the adoption of an entry would be about: the own unit where a predecessor wrote it, whomever it wrote about. Nil where it is
  /// not for the own unit to adopt. A confirmation never is, and neither is what says who is who: they are made anew.
  mutating func unit(adopting header: EventHeader, _ verdict: Verdict) throws -> UnitCode? {
    guard [.held(.afterTerm), .held(.afterMove)].contains(verdict), let kind = header.kind, !kind.isNeverAdopted
    else { return nil }
    let source = Source(chain: header.chain, unit: header.unit, isMoved: verdict == .held(.afterMove))
    if let known = known[source] { return known }
    let unit = try unit(adopting: source)
    known[source] = .some(unit)
    return unit
  }

  private func unit(adopting source: Source) throws -> UnitCode? {
    guard let own = try store.ownUnit() else { return nil }
    let isMine = try source.unit == own.code || store.unit(source.unit)?.parent == own.code
    let state = try store.trust.state(about: [own.code, source.unit], chains: [source.chain])
    guard let office = state.standing(source.chain).office?.unit else { return nil }
    if source.isMoved { return isMine ? source.unit : nil }
    if office == own.code { return own.code }
    // The own unit has by now what an office with an ended term wrote about.
    let isElsewhere = office != source.unit && state.relation(from: office, to: source.unit) == .foreign
    return isMine && isElsewhere ? source.unit : nil
  }
}
