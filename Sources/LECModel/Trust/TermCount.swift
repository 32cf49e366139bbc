/// Terms of office are counted up, one after the other.
extension TrustState {
  /// How far a term may be ahead of everything that was said before. A card or an end that leaps further counts for nothing: it would
  /// leave no number for whoever comes after.
  private static let widestLeap: Int64 = 1000

  struct Terms {
    var cards: [TrustEvent] = []
    var ends: [TermEnd] = []
    var last: Int64 = 0

    /// Whether the next may have this number.
    func takes(_ term: Int64) -> Bool { term <= last + TrustState.widestLeap || Planted.termLeaps.isOn }
  }

  /// Who had the unit later and who held that office later comes later, whatever the counters say: what a former office wrote with a
  /// counter far ahead stands before everything that the next one writes.
  private func inOrder(_ acts: [TrustEvent], of unit: UnitCode) -> [TrustEvent] {
    let placed = acts.map { event in
      let office = standing(event.header.chain).office
      return (
        stay: office.flatMap { stay(of: unit, under: $0.unit, at: event) } ?? -1, term: office?.term ?? 0, event: event
      )
    }
    return placed.sorted { a, b in
      if (a.stay, a.term) != (b.stay, b.term) { return (a.stay, a.term) < (b.stay, b.term) }
      return TrustReading.isBefore(a.event, b.event)
    }.map(\.event)
  }

  /// In which of the times that a unit hung right under an office this was written: before the first move since that names it, else
  /// in the last.
  func stay(of unit: UnitCode, under office: UnitCode, at event: TrustEvent) -> Int? {
    let stays = units[unit]?.stays ?? []
    let next = stays.firstIndex { stay in
      stay.ends.contains { ends in
        ends.heads.contains { $0.chain == event.header.chain && reaches($0, event) }
      }
    }
    return stays[..<(next ?? stays.count)].lastIndex { $0.parent == office } ?? stays.lastIndex { $0.parent == office }
  }

  /// The cards and the ends of terms of a unit that count, and how far they have come.
  mutating func countTerms(of unit: UnitCode, _ reading: TrustReading) -> Terms {
    var terms = Terms()
    let acts = ((reading.cards[unit] ?? []) + (reading.ends[unit] ?? [])).filter { isParentAct($0, on: unit) }
    for event in inOrder(acts, of: unit) {
      switch event.content {
      case .card(let card)?:
        guard terms.takes(card.term) else { continue }
        terms.cards.append(event)
        terms.last = max(terms.last, card.term)
      case .termEnd(let end)?:
        guard terms.takes(end.term) else { continue }
        terms.ends.append(end)
        terms.last = max(terms.last, end.term)
      default: continue
      }
    }
    if terms.last > 0 || !terms.cards.isEmpty { self.terms[unit] = terms.last }
    return terms
  }
}
