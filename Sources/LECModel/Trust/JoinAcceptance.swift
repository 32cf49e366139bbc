/// An office says of a join that it is the right one.
struct JoinAcceptance {
  var join: EventID
  /// The joins on the same card that it was chosen before.
  var rivals: Set<EventID>
  var right: Right

  /// Who was above the unit later, and who held that office later, knows better: nothing that came to light after a move, or after an
  /// officer was replaced, undoes what was decided since.
  struct Right: Comparable {
    /// Which of the places where the unit hung; none for the unit itself.
    var stay: Int
    var term: Int64

    static func < (a: Right, b: Right) -> Bool { (a.stay, a.term) < (b.stay, b.term) }
  }
}

extension JoinAcceptance {
  /// The join that has the card. Where one office let in two machines, neither has it until it is said which one goes before the other.
  /// The acceptances come in the order of all files: of two that contradict each other the later holds.
  static func winner(among joins: [TrustEvent], _ acceptances: [JoinAcceptance]) -> TrustEvent? {
    let known = Set(joins.map(\.id)), acceptances = acceptances.filter { known.contains($0.join) }
    guard let best = acceptances.map(\.right).max() else { return nil }
    if Planted.acceptedOnceForAll.isOn { return joins.first { join in acceptances.contains { $0.join == join.id } } }
    let deciding = acceptances.filter { $0.right == best }
    let accepted = joins.filter { join in deciding.contains { $0.join == join.id } }
    return accepted.first { one in
      accepted.allSatisfy { other in
        if other.header.chain == one.header.chain { return true }
        let said = deciding.last {
          $0.join == one.id && $0.rivals.contains(other.id) || $0.join == other.id && $0.rivals.contains(one.id)
        }
        return said?.join == one.id
      }
    }
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
      let stay = units[unit]?.stays.lastIndex { $0.parent == office.unit } ?? -1
      return JoinAcceptance(
        join: content.join, rivals: Set(content.rivals),
        right: JoinAcceptance.Right(stay: stay, term: office.term))
    }
  }
}
