/// A unit through time: moved, renamed, closed, with every earlier form kept.
package struct UnitHistory: Sendable {
  package struct Form: Sendable {
    package var event: EventID
    package var lamport: Int64
    package var unit: Unit
  }

  /// A time that the unit spent in one place.
  struct Stay: Equatable, Sendable {
    var parent: UnitCode?
    /// The district in whose view it was.
    var office: UnitCode?
    /// How far the machines of those who lost it count, as whoever brought it here said, and whoever said so again.
    var ends: [Ends]

    /// Only somebody further up can say of an office where it ends: the step of the one who says so.
    struct Ends: Equatable, Sendable {
      var step: Int
      var heads: [ChainHead]
    }
  }

  package private(set) var latest: Unit
  package private(set) var forms: [Form] = []
  private(set) var stays: [Stay] = []
  /// Offices that set it up or moved it behind an end: that does not count, and yet they had the unit, and what they wrote can be
  /// adopted.
  private(set) var ghosts: Set<UnitCode> = []
  /// The authorities that ever entered for it because it had no computer. What they entered stays when it gets one.
  private(set) var enteredBy: Set<UnitCode> = []
  private var places: [EventID: Int] = [:]

  init() { latest = Unit(code: UnitCode(""), kind: .school, name: "") }

  init(_ unit: Unit) {
    latest = unit
    stays = [Stay(parent: unit.parent, office: unit.office, ends: [])]
  }

  /// How far moves of this unit let a chain count, where one of them names it.
  package func shortestEnd(of chain: ChainID) -> [ChainHead]? {
    stays.flatMap(\.ends).map { $0.heads.filter { $0.chain == chain } }.filter { !$0.isEmpty }.min { a, b in
      (a.map(\.sequence).max() ?? 0) < (b.map(\.sequence).max() ?? 0)
    }
  }

  func accepts(_ event: EventID) -> Bool { places[event] != nil }

  mutating func add(_ setting: UnitSetting, by step: Int) {
    let unit = seen(by: setting).map { setting.unit.merged(onto: latest, since: $0) } ?? setting.unit
    let ends = setting.ends.isEmpty ? [] : [Stay.Ends(step: step, heads: setting.ends)]
    if let last = stays.last, last.parent == unit.parent, last.office == unit.office {
      stays[stays.count - 1].ends += ends
    } else {
      stays.append(Stay(parent: unit.parent, office: unit.office, ends: ends))
    }
    if let parent = unit.parent, unit.hasNoComputer { enteredBy.insert(parent) }
    latest = unit
    places[setting.event.id] = forms.count
    forms.append(Form(event: setting.event.id, lamport: setting.event.header.lamport, unit: unit))
  }

  mutating func add(behindEnd setting: UnitSetting) {
    if let parent = setting.unit.parent { ghosts.insert(parent) }
  }

  /// What the author of a setting had before him, where others have set the unit since.
  private func seen(by setting: UnitSetting) -> Unit? {
    guard let place = setting.event.header.base.compactMap({ places[$0] }).max(), place < forms.count - 1 else {
      return nil
    }
    return forms[place].unit
  }

  /// Whether whoever had a right to do something for this unit, now or once, still has it.
  func hasSamePlaces(as other: UnitHistory) -> Bool {
    latest.hasSamePlace(as: other.latest) && stays == other.stays && ghosts == other.ghosts
      && enteredBy == other.enteredBy
  }
}

extension Unit {
  /// What somebody changed who had `base` before him, on top of what others made of the unit since: who renames a unit and has not
  /// heard that it was moved does not move it back.
  func merged(onto latest: Unit, since base: Unit) -> Unit {
    var out = latest
    if name != base.name { out.name = name }
    if kind != base.kind { out.kind = kind }
    if parent != base.parent { out.parent = parent }
    if office != base.office { out.office = office }
    if district != base.district { out.district = district }
    if province != base.province { out.province = province }
    if contact != base.contact { out.contact = contact }
    if closed != base.closed { out.closed = closed }
    if successor != base.successor { out.successor = successor }
    if hasNoComputer != base.hasNoComputer { out.hasNoComputer = hasNoComputer }
    return out
  }
}
