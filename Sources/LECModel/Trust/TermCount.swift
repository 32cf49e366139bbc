/// Terms of office are counted up, one after the other.
extension TrustState {
  /// How far a term may be ahead of everything that was said before. A card or an end that leaps further counts for nothing: it would
  /// leave no number for whoever comes after.
  private static let widestLeap: Int64 = 1000

  /// The cards and the ends of terms of a unit that count, and how far they have come.
  mutating func countTerms(of unit: UnitCode, _ reading: TrustReading) -> (cards: [TrustEvent], ends: [TermEnd]) {
    var cards: [TrustEvent] = [], ends: [TermEnd] = [], last: Int64 = 0
    let acts = ((reading.cards[unit] ?? []) + (reading.ends[unit] ?? [])).filter { isParentAct($0, on: unit) }
    for event in acts.sorted(by: TrustReading.isBefore) {
      switch event.content {
      case .card(let card)?:
        guard card.term <= last + Self.widestLeap || Planted.termLeaps.isOn else { continue }
        cards.append(event)
        last = max(last, card.term)
      case .termEnd(let end)?:
        guard end.term <= last + Self.widestLeap || Planted.termLeaps.isOn else { continue }
        ends.append(end)
        last = max(last, end.term)
      default: continue
      }
    }
    if last > 0 || !cards.isEmpty { terms[unit] = last }
    return (cards, ends)
  }
}
