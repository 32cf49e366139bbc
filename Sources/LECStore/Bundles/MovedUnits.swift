import LECModel

/// What a receiver has to know besides because units were moved. Whoever gets an institution from another office can place its machines
/// only with the cards that the other office issued, and whoever loses one wants to know where it went. Nothing that was said about
/// others is part of that.
struct MovedUnits {
  /// Offices whose chains go along, with the entries that say who they are.
  private(set) var offices: Set<UnitCode> = []
  /// Units whose settings alone go along.
  private(set) var named: Set<UnitCode> = []
  /// Units that once hung under the sender.
  private(set) var leftOwn: Set<UnitCode> = []

  init(trust: TrustBook, own: UnitCode, receiver: UnitCode) throws {
    let moves = try trust.moves()
    guard !moves.isEmpty else { return }
    let state = try trust.state(about: moves.flatMap { [$0.unit, $0.place] } + [own, receiver])
    for move in moves where !state.isInside(move.unit, own) && state.isInside(move.place, own) {
      leftOwn.insert(move.unit)
    }
    addFormer(of: receiver, moves, state)
    for move in moves where !state.isInside(move.unit, receiver) && state.isInside(move.place, receiver) {
      named.insert(move.unit)
      // The offices it was with in between: without them nobody can follow it.
      named.formUnion(state.units[move.unit]?.forms.compactMap(\.unit.parent) ?? [])
      // The new office introduces itself, but only to those who know the one that issued its card.
      let above = Self.above(move.unit, state)
      named.formUnion(above.prefix(1))
      offices.formUnion(above.dropFirst().filter { !state.isInside(receiver, $0) })
    }
  }

  /// Adds the offices that once stood above the receiver or what hangs under it, and those above them, now or once.
  private mutating func addFormer(of receiver: UnitCode, _ moves: [MoveTable.Move], _ state: TrustState) {
    var waiting = moves.filter { state.isInside($0.unit, receiver) || state.isInside(receiver, $0.unit) }.map(\.place)
    while let office = waiting.popLast() {
      guard offices.insert(office).inserted else { continue }
      waiting += Self.above(office, state) + moves.filter { $0.unit == office }.map(\.place)
    }
  }

  private static func above(_ unit: UnitCode, _ state: TrustState) -> [UnitCode] {
    var out: [UnitCode] = []
    var at = state.unit(unit)?.parent
    while let here = at, !out.contains(here) {
      out.append(here)
      at = state.unit(here)?.parent
    }
    return out
  }

  /// Whether an entry about that unit says who such an office is, or where a unit went.
  func needs(_ kind: EventKind?, _ unit: UnitCode) -> Bool {
    switch kind {
    case .unitSet: offices.contains(unit) || named.contains(unit)
    case .profileMade, .handedOver, .accountSet, .cardIssued, .joinAccepted, .termEnded: offices.contains(unit)
    default: false
    }
  }
}
