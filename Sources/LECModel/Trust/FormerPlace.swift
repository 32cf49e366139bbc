/// What an office wrote about a unit that hung under it once. It counts as far as the move says: whoever moves a unit names the ends of
/// the chains of those who lose it, as the end of a term does. What lies behind is not lost, but the office above the unit now has to
/// look at it first. Counters are no measure for that: whoever never hears of the move writes on with low ones.
struct FormerPlace {
  var relation: Relation
  /// Whether the event lies before every end that was named for its chain since.
  var isReached: Bool
  /// Whether such an end was named: then it is known which branch of the chain is meant.
  var isNamed: Bool
}

extension TrustState {
  /// Where `unit` hung seen from the office that wrote the event, by its places of now and before. Nil when it never hung there.
  func formerPlace(of unit: UnitCode, seenFrom observer: UnitCode, for event: TrustEvent) -> FormerPlace? {
    var view = FormerView(state: self, observer: observer, event: event)
    guard let hold = view.hold(of: unit, depth: 0) else { return nil }
    return FormerPlace(
      relation: hold.isDirect ? .child : .below, isReached: hold.isReached, isNamed: hold.isNamed)
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
    var isNamed = false
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
        holds.append(
          Hold(isCurrent: above.isCurrent, isReached: above.isReached, isDirect: false, isNamed: above.isNamed))
      } else {
        holds.append(nil)
      }
    }
    let moves = Moves(of: history.stays, holds, ends: history.stays.map { ends($0) })
    var best: Hold?
    for (first, hold) in holds.enumerated() {
      guard var one = hold else { continue }
      one.isReached = one.isReached && (moves.isLasting(from: first) || Planted.moveWithoutEnds.isOn)
      one.isCurrent = one.isCurrent && first == holds.count - 1
      one.isNamed = one.isNamed || moves.isNamed(after: first)
      if best?.isReached != true || (one.isReached && one.isDirect) { best = one }
    }
    if best == nil, history.ghosts.contains(observer) {
      best = Hold(isCurrent: false, isReached: false, isDirect: true)
    }
    known[unit] = .some(best)
    return best
  }

  /// What the moves of a unit do to what an office had of it before, read once from the last to the first: a unit can have been moved
  /// to and fro a thousand times.
  private struct Moves {
    private let isKept: [Bool]
    private let isNamedSince: [Bool]
    private let ends: [Bool?]
    private let holds: [Hold?]

    /// `ends` says of each stay whether the event lies before the end that is named there for its chain, nil where none is.
    init(of stays: [UnitHistory.Stay], _ holds: [Hold?], ends: [Bool?]) {
      self.holds = holds
      self.ends = ends
      var kept = [Bool](repeating: true, count: stays.count + 2)
      var named = [Bool](repeating: false, count: stays.count + 2)
      for next in stays.indices.reversed().dropLast() {
        let isHolding = holds[next - 1].map { $0.isReached && $0.isCurrent } ?? false
        kept[next] = kept[next + 1] && Self.keeps(ends[next], holds[next], isHolding)
        named[next] = named[next + 1] || ends[next] == true
      }
      isKept = kept
      isNamedSince = named
    }

    /// Whether what the office had in one stay still counts after all the moves since.
    func isLasting(from first: Int) -> Bool {
      guard first + 1 < holds.count else { return true }
      return Self.keeps(ends[first + 1], holds[first + 1], holds[first]?.isCurrent ?? false) && isKept[first + 2]
    }

    func isNamed(after first: Int) -> Bool { isNamedSince[first + 1] }

    /// Who is not named has not lost it by a move: he has it still, or had lost it before.
    private static func keeps(_ end: Bool?, _ hold: Hold?, _ isHolding: Bool) -> Bool {
      end ?? (!isHolding || hold?.isReached ?? false)
    }
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
