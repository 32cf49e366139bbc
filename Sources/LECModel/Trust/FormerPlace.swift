/// What an office wrote about a unit that hung under it once. It counts as far as the move says: whoever moves a unit names the ends of
/// the chains of those who lose it, as the end of a term does. What lies behind is not lost, but the office above the unit now has to
/// look at it first. Counters are no measure for that: whoever never hears of the move writes on with low ones.
struct FormerPlace {
  var relation: Relation
  /// Whether the event lies before the ends that were named.
  var isReached: Bool
}

extension TrustState {
  /// Where `unit` hung seen from the office that wrote the event, by its places of now and before. Nil when it never hung there.
  func formerPlace(
    of unit: UnitCode, seenFrom observer: UnitCode, for event: TrustEvent,
    isOnBranch: (EventID) -> Bool = { _ in true }
  ) -> FormerPlace? {
    let isDistrict = self.unit(observer)?.kind == .district, step = step(of: observer)
    var found: FormerPlace?
    var seen: Set<Stop> = []
    var waiting = [Stop(unit: unit, isReached: true)], steps = 0
    while !waiting.isEmpty, steps < 8 {
      steps += 1
      var next: [Stop] = []
      for stop in waiting {
        guard let history = units[stop.unit] else { continue }
        let byDistrict = isDistrict && history.latest.kind == .authority
        let now = byDistrict ? history.latest.office : history.latest.parent
        let before = byDistrict ? history.districtsBefore : history.parentsBefore
        var places = before.map { place, former in
          Stop(
            unit: place,
            isReached: stop.isReached && former.step < step && reach(former.ends, event, isOnBranch))
        }
        if let now { places.append(Stop(unit: now, isReached: stop.isReached)) }
        for place in places {
          guard place.unit == observer else {
            if seen.insert(place).inserted { next.append(place) }
            continue
          }
          if found?.isReached != true, found == nil || place.isReached {
            found = FormerPlace(relation: steps == 1 ? .child : .below, isReached: place.isReached)
          }
        }
      }
      waiting = next
    }
    return found
  }

  private struct Stop: Hashable {
    var unit: UnitCode
    var isReached: Bool
  }

  /// Whether an event lies before the end that was named for its chain, on the branch that leads there.
  private func reach(_ ends: [ChainHead], _ event: TrustEvent, _ isOnBranch: (EventID) -> Bool) -> Bool {
    if Planted.moveWithoutEnds.isOn { return true }
    let chain = event.header.chain
    guard let end = ends.first(where: { $0.chain == chain }), event.header.sequence <= end.sequence else {
      return false
    }
    guard let first = forks[chain], event.header.sequence >= first else { return true }
    return event.id == end.id || isOnBranch(end.id)
  }

  /// Whether `unit` is `top` or hangs somewhere below it, or did when this was written.
  package func isInside(_ unit: UnitCode, _ top: UnitCode, for event: TrustEvent) -> Bool {
    isInside(unit, top) || formerPlace(of: unit, seenFrom: top, for: event)?.isReached == true
  }

  /// How far below the department an office stands; behind everybody while it is not known.
  func step(of office: UnitCode) -> Int { unit(office)?.kind.step ?? .max }
}
