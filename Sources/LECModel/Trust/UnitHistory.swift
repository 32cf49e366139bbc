/// A unit through time: moved, renamed, closed, with every earlier form kept.
package struct UnitHistory: Sendable {
  package struct Form: Sendable {
    package var event: EventID
    package var lamport: Int64
    package var unit: Unit
  }

  /// A place that the unit left: how far the machines of those who lost it count.
  struct Former: Equatable, Sendable {
    var ends: [ChainHead]
    /// The step of whoever moved it away. Only somebody further up can say of an office where it ends.
    var step: Int
  }

  package private(set) var latest: Unit
  package private(set) var forms: [Form] = []
  private(set) var accepted: Set<EventID> = []
  /// The offices it hung under and left, and the districts in whose view it was.
  private(set) var parentsBefore: [UnitCode: Former] = [:]
  private(set) var districtsBefore: [UnitCode: Former] = [:]
  /// The authorities that ever entered for it because it had no computer. What they entered stays when it gets one.
  private(set) var enteredBy: Set<UnitCode> = []

  init() { latest = Unit(code: UnitCode(""), kind: .school, name: "") }

  init(_ unit: Unit) { latest = unit }

  mutating func add(_ setting: UnitSetting, by step: Int) {
    let unit = setting.unit, former = Former(ends: setting.ends, step: step)
    if latest.parent != unit.parent, let left = latest.parent { parentsBefore[left] = former }
    if latest.office != unit.office, let left = latest.office { districtsBefore[left] = former }
    if let parent = unit.parent {
      parentsBefore[parent] = nil
      if unit.hasNoComputer { enteredBy.insert(parent) }
    }
    if let office = unit.office { districtsBefore[office] = nil }
    latest = unit
    forms.append(Form(event: setting.event.id, lamport: setting.event.header.lamport, unit: unit))
    accepted.insert(setting.event.id)
  }

  /// A setting that lies behind an end does not count, and yet its office had the unit: what it wrote can be adopted.
  mutating func add(behindEnd setting: UnitSetting) {
    guard let parent = setting.unit.parent, parent != latest.parent, parentsBefore[parent] == nil else { return }
    parentsBefore[parent] = Former(ends: [], step: 0)
  }

  /// Whether whoever had a right to do something for this unit, now or once, still has it.
  func hasSamePlaces(as other: UnitHistory) -> Bool {
    latest.hasSamePlace(as: other.latest) && parentsBefore == other.parentsBefore
      && districtsBefore == other.districtsBefore && enteredBy == other.enteredBy
  }
}
