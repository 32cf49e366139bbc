import TestSupport
import Testing

@testable import LECModel
@testable import LECStore

/// Reading on from what is known comes to the same as reading everything anew, in whatever pieces and order events come in.
@Suite("Trust that is read on")
struct TrustGrowth_Tests {
  /// Everything that the machines of a whole simulated province did to each other: joins, second machines, restored files, copies,
  /// ends of terms.
  @Test("as when it is read anew, in random order and pieces", arguments: [UInt64(3), 11, 19])
  func same(seed: UInt64) throws {
    let simulation = try Simulation(seed: seed, steps: 120)
    try simulation.run()
    var luck = Luck(seed: seed)
    var grown = 0, trees = 0
    for device in simulation.devices.prefix(6) {
      let store = device.store
      let anchors = try store.trust.anchors()
      let events = try store.events(after: 0, limit: 100_000).filter { $0.header.kind?.isAuthority ?? false }
        .map { TrustEvent($0) }
      let full = TrustState(events, anchors: anchors, verify: { Sodium.verify($0, $1, publicKey: $2) })
      // Offices first or everything mixed: the first lets most of the rest be read on.
      let isMixed = luck.below(3) == 0
      var coming = events.shuffled(using: &luck)
      if !isMixed {
        let late = Set(events.filter { full.unit($0.header.unit)?.kind.level == .institution }.map(\.id))
        coming = coming.filter { !late.contains($0.id) } + coming.filter { late.contains($0.id) }
      }
      var state = TrustState([], anchors: anchors, verify: { Sodium.verify($0, $1, publicKey: $2) })
      var known: [TrustEvent] = []
      while !coming.isEmpty {
        let piece = Array(coming.prefix(luck.below(isMixed ? 9 : 4) + 1))
        coming.removeFirst(piece.count)
        known += piece
        let fresh = TrustState(known, anchors: anchors, verify: { Sodium.verify($0, $1, publicKey: $2) })
        let before = state
        if let units = state.units(touchedBy: piece), let growth = state.grow(touching: units) {
          grown += 1
          if piece.contains(where: { $0.header.kind == .unitSet }) { trees += 1 }
          #expect(difference(state, fresh) == nil)
          #expect(growth.keepsVerdicts == fresh.keepsVerdicts(of: before))
        } else {
          state = fresh
        }
      }
      #expect(difference(state, full) == nil)
    }
    #expect(grown > 50)
    #expect(trees > 10)
  }

  /// A command that writes asks about a unit or two and reads no more than those: it must judge as the whole does.
  @Test("a part says of every event what the whole says", arguments: [UInt64(3), 12])
  func parts(seed: UInt64) throws {
    let simulation = try Simulation(seed: seed, steps: 120)
    try simulation.run()
    var luck = Luck(seed: seed)
    var smaller = 0
    for device in simulation.devices.prefix(3) {
      let connection = device.store.connection
      let whole = TrustBook(connection), anchors = try whole.anchors()
      _ = try whole.state()
      let events = try device.store.events(after: 0, limit: 100_000).shuffled(using: &luck).prefix(200)
      for event in events {
        let (unit, chain) = (event.header.unit, event.header.chain)
        let part = TrustBook(connection)
        #expect(try part.judge(event) == whole.judge(event))
        let some = try part.state(about: [unit], chains: [chain]), all = try whole.state()
        if some.chains.count < all.chains.count { smaller += 1 }
        #expect(some.unit(unit) == all.unit(unit))
        #expect(some.standing(chain) == all.standing(chain))
        #expect(some.machines(of: unit) == all.machines(of: unit))
        guard let own = anchors.ownUnit else { continue }
        #expect(some.relation(from: own, to: unit) == all.relation(from: own, to: unit))
      }
    }
    #expect(smaller > 100)
  }

  private func difference(_ one: TrustState, _ other: TrustState) -> String? {
    if one.units.mapValues(\.latest) != other.units.mapValues(\.latest) { return "units" }
    if one.chains != other.chains { return "chains" }
    if one.cards.keys != other.cards.keys { return "cards" }
    if one.terms.filter({ $0.value != 0 }) != other.terms.filter({ $0.value != 0 }) { return "terms" }
    let boxes = { (state: TrustState) in state.units.keys.sorted().map { state.boxKeys(of: $0).map(\.publicKey) } }
    if boxes(one) != boxes(other) { return "box keys" }
    if one.accounts.filter({ !$0.value.isEmpty }) != other.accounts.filter({ !$0.value.isEmpty }) { return "accounts" }
    if one.joins != other.joins { return "joins" }
    for unit in Set(one.people.keys).union(other.people.keys) {
      let mine = one.people[unit] ?? [], theirs = other.people[unit] ?? []
      if mine.count != theirs.count || !zip(mine, theirs).allSatisfy({ $0.isSame(as: $1) }) {
        return
          "people of \(unit.text) \(one.unit(unit)?.kind.rawValue ?? "none"): \(mine.map { "\($0.user.text) \($0.key.prefix(2)) \($0.ended?.sequence ?? -1)" }) \(theirs.map { "\($0.user.text) \($0.key.prefix(2)) \($0.ended?.sequence ?? -1)" })"
      }
    }
    return nil
  }
}
