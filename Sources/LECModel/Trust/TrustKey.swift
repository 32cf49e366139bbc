/// What an authority event is found by when not all of them are read: the lists of `TrustReading`, each event named where it stands.
package enum TrustKey: Hashable, Sendable {
  /// One event.
  case event(EventID)
  /// The settings, accounts, cards and ends of terms of a unit.
  case unit(UnitCode)
  /// What a chain says of itself: how it began, with which cards it joined, who its people are.
  case chain(ChainID)
  /// The chains that go on from one.
  case lives(ChainID)
  /// The joins with a card.
  case joins(EventID)
  /// The acceptances of a join.
  case acceptances(EventID)
  /// Who made an event of a predecessor count.
  case adoptions(EventID)

  /// Short and different for each, to be kept in a table.
  package var bytes: [UInt8] {
    switch self {
    case .event(let id): [0] + id.hash.bytes
    case .unit(let code): [1] + Array(code.text.utf8)
    case .chain(let id): [2] + id.hash.bytes
    case .lives(let id): [3] + id.hash.bytes
    case .joins(let id): [4] + id.hash.bytes
    case .acceptances(let id): [5] + id.hash.bytes
    case .adoptions(let id): [6] + id.hash.bytes
    }
  }

  /// Where an event is filed; nowhere when it says nothing about who is who.
  package static func filed(_ header: EventHeader, _ content: EventContent?) -> [TrustKey] {
    switch content {
    case .unit(let unit, _)?: [.unit(unit.code)]
    case .account(let account)?: [.unit(account.unit)]
    case .card(let card)?: [.unit(card.unit)]
    case .termEnd(let end)?: [.unit(end.unit)]
    case .genesis(let genesis)?: [.chain(header.chain)] + (genesis.continues.map { [.lives($0.chain)] } ?? [])
    case .join(let join)?: [.chain(header.chain), .joins(join.card)]
    case .profile?, .handover?, .boxKey?: [.chain(header.chain)]
    case .acceptedJoin(let acceptance)?: [.acceptances(acceptance.join)]
    case .adoption(let adoption)?: [.adoptions(adoption.event)]
    default: []
    }
  }
}
