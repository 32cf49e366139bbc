/// What an office wrote about a unit that hung under it once. It counts as far as the move says: whoever moves a unit names the ends of
/// the chains of those who lose it, as the end of a term does. What lies behind is not lost, but the office above the unit now has to
/// look at it first. Counters are no measure for that: whoever never hears of the move writes on with low ones.
struct FormerPlace {
  var relation: Relation
  /// Whether the event lies before every end that was named for its chain since.
  var isReached: Bool
}

extension TrustState {
  /// Where `unit` hung seen from the office that wrote the event, by its places of now and before. Nil when it never hung there.
  func formerPlace(of unit: UnitCode, seenFrom observer: UnitCode, for event: TrustEvent) -> FormerPlace? {
    var view = FormerView(state: self, observer: observer, event: event)
    guard let hold = view.hold(of: unit, depth: 0) else { return nil }
    return FormerPlace(relation: hold.isDirect ? .child : .below, isReached: hold.isReached)
  }

  /// Whether `unit` is `top` or hangs somewhere below it, or did when this was written.
  package func isInside(_ unit: UnitCode, _ top: UnitCode, for event: TrustEvent) -> Bool {
    isInside(unit, top) || formerPlace(of: unit, seenFrom: top, for: event)?.isReached == true
  }

  /// How far below the department an office stands; behind everybody while it is not known.
  func step(of office: UnitCode) -> Int { unit(office)?.kind.step ?? .max }
}

/// One event's author looking down on the units that he ever had.
private struct FormerView {
  /// How an office has or had a unit.
  struct Hold {
    /// Through nothing but the places of now.
    var isCurrent: Bool
    var isReached: Bool
    var isDirect: Bool
  }

  let state: TrustState
  let observer: UnitCode
  let event: TrustEvent
  private let step: Int
  private let isDistrict: Bool
  private var known: [UnitCode: Hold?] = [:]

  init(state: TrustState, observer: UnitCode, event: TrustEvent) {
    self.state = state
    self.observer = observer
    self.event = event
    step = state.step(of: observer)
    isDistrict = state.unit(observer)?.kind == .district
  }

  /// The best of all stays of the unit: each holds as long as no later move ends it.
  mutating func hold(of unit: UnitCode, depth: Int) -> Hold? {
    if let found = known[unit] { return found }
    guard depth < 8, let history = state.units[unit] else { return nil }
    known[unit] = .some(nil)
    let byDistrict = isDistrict && history.latest.kind == .authority
    var holds: [Hold?] = []
    for stay in history.stays {
      let place = byDistrict ? stay.office : stay.parent
      if place == observer {
        holds.append(Hold(isCurrent: true, isReached: true, isDirect: true))
      } else if let place, let above = hold(of: place, depth: depth + 1) {
        holds.append(Hold(isCurrent: above.isCurrent, isReached: above.isReached, isDirect: false))
      } else {
        holds.append(nil)
      }
    }
    var best: Hold?
    for (first, hold) in holds.enumerated() {
      guard var one = hold else { continue }
      one.isReached = one.isReached && isLasting(from: first, holds, history.stays)
      one.isCurrent = one.isCurrent && first == holds.count - 1
      if best?.isReached != true || (one.isReached && one.isDirect) { best = one }
    }
    if best == nil, history.ghosts.contains(observer) {
      best = Hold(isCurrent: false, isReached: false, isDirect: true)
    }
    known[unit] = .some(best)
    return best
  }

  /// Whether what the office had in one stay still counts after all the moves since.
  private func isLasting(from first: Int, _ holds: [Hold?], _ stays: [UnitHistory.Stay]) -> Bool {
    if Planted.moveWithoutEnds.isOn { return true }
    var isHolding = holds[first]?.isCurrent ?? false
    for next in (first + 1)..<max(stays.count, first + 1) {
      let isStillAbove = holds[next]?.isReached ?? false
      switch ends(stays[next]) {
      case .some(false): return false
      case .some(true): break
      // Who is not named has not lost it by this move: he has it still, or had lost it before.
      case .none: if isHolding, !isStillAbove { return false }
      }
      isHolding = isStillAbove && holds[next]?.isCurrent ?? false
    }
    return true
  }

  /// Whether the event lies before the end that a move names for its chain; nil where none is named.
  private func ends(_ stay: UnitHistory.Stay) -> Bool? {
    var named: Bool?
    for ends in stay.ends where ends.step < step {
      for head in ends.heads where head.chain == event.header.chain {
        named = named == true || state.reaches(head, event)
      }
    }
    return named
  }
}

extension TrustState {
  /// Whether an event lies before a head of its chain, on the branch that leads there.
  func reaches(_ head: ChainHead, _ event: TrustEvent) -> Bool {
    guard event.header.sequence <= head.sequence else { return false }
    guard let first = forks[event.header.chain], event.header.sequence >= first else { return true }
    return event.id == head.id || isOnBranch(event.id, head.id)
  }
}
