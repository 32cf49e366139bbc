/// An office says of a join that it is the right one.
struct JoinAcceptance {
  var join: EventID
  /// The joins on the same card that it was chosen before.
  var rivals: Set<EventID>
  /// Which of the places where the unit hung the office was; none for the unit itself.
  var stay: Int
  /// Whether who said it is in office above the unit now.
  var isPresent: Bool
}

extension JoinAcceptance {
  /// The join that has the card. Who was above the unit last knows best: nothing that comes to light after a move undoes what was decided
  /// since. Where that office let in two machines, neither has the card until who is in office there now says which one goes before the
  /// other: one who went may have let in a machine of his own and shown it later. The acceptances come in the order of all files; of two
  /// that contradict each other the later holds.
  static func winner(among joins: [TrustEvent], _ acceptances: [JoinAcceptance]) -> TrustEvent? {
    let known = Set(joins.map(\.id)), acceptances = acceptances.filter { known.contains($0.join) }
    if Planted.acceptedOnceForAll.isOn { return joins.first { join in acceptances.contains { $0.join == join.id } } }
    let last = acceptances.map(\.stay).max()
    let deciding = acceptances.filter { $0.stay == last }
    let accepted = named(by: deciding, joins)
    if Set(accepted.map(\.header.chain)).count < 2 { return accepted.first }
    let present = deciding.filter(\.isPresent)
    let rivals = named(by: present, joins)
    let chosen = Choices(present, among: rivals)
    return rivals.first { one in
      rivals.allSatisfy { $0.header.chain == one.header.chain || chosen.latest(one.id, $0.id) == one.id }
    }
  }

  /// Which of two joins was chosen before the other last.
  private struct Choices {
    private struct Pair: Hashable {
      var first: EventID
      var second: EventID

      init(_ a: EventID, _ b: EventID) { (first, second) = a < b ? (a, b) : (b, a) }
    }

    private var latest: [Pair: EventID] = [:]

    init(_ acceptances: [JoinAcceptance], among joins: [TrustEvent]) {
      let known = Set(joins.map(\.id))
      for one in acceptances {
        for rival in one.rivals.intersection(known) { latest[Pair(one.join, rival)] = one.join }
      }
    }

    func latest(_ a: EventID, _ b: EventID) -> EventID? { latest[Pair(a, b)] }
  }

  private static func named(by acceptances: [JoinAcceptance], _ joins: [TrustEvent]) -> [TrustEvent] {
    let named = Set(acceptances.map(\.join))
    return joins.filter { named.contains($0.id) }
  }
}

extension TrustState {
  /// What was said about the joins on a card by those whose word counts.
  func acceptances(
    on card: EventID, of unit: UnitCode, _ reading: TrustReading, by accepts: (TrustEvent) -> Bool
  ) -> [JoinAcceptance] {
    let events = (reading.joins[card] ?? []).flatMap { reading.acceptances[$0.id] ?? [] }.filter(accepts)
    return events.sorted(by: TrustReading.isBefore).compactMap { event in
      guard case .acceptedJoin(let content)? = event.content, let office = standing(event.header.chain).office else {
        return nil
      }
      let stay = stay(of: unit, under: office.unit, at: event) ?? -1
      let isAbove = office.unit == unit || self.unit(unit)?.parent == office.unit
      return JoinAcceptance(
        join: content.join, rivals: Set(content.rivals), stay: stay, isPresent: isAbove && office.reach == .open)
    }
  }
}
