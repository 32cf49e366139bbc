import LECModel

/// Whose each chain is. It is asked for every event that may go along and for every receiver, and there can be a million.
final class ChainWriters {
  struct Writer {
    /// The unit whose office the chain has.
    var office: UnitCode?
    /// The same, or the unit that the chain has joined and still waits for: it is known by its card, and where
    /// even that is held it goes along all the same: else it would never come to the office that can decide about the card.
    var unit: UnitCode?
  }

  private let trust: TrustBook
  private var known: [ChainID: Writer] = [:]

  init(trust: TrustBook) { self.trust = trust }

  func writer(_ chain: ChainID) throws -> Writer {
    if let known = known[chain] { return known }
    let state = try trust.state(about: [], chains: [chain])
    let writer = Writer(office: state.standing(chain).office?.unit, unit: state.unit(ofMachine: chain))
    known[chain] = writer
    return writer
  }
}
