/// A setting of a unit, with the office that it was written from.
struct UnitSetting {
  var event: TrustEvent
  var unit: Unit
  var office: UnitCode
  /// How far those count who lose the unit by it.
  var ends: [ChainHead]
}

/// The settings of one unit that could count, and what they come to.
struct UnitSettings {
  var settings: [UnitSetting]
  /// As what the code began.
  let founder: Unit?

  init(_ settings: [UnitSetting]) {
    self.settings = settings
    founder = Self.founder(of: settings)
  }

  /// Where two offices that know nothing of each other gave out one code, their counters tell nothing, and the one that says it was
  /// earlier has it: who mistypes a code takes no institution from another. What follows an earlier setting begins nothing.
  private static func founder(of settings: [UnitSetting]) -> Unit? {
    settings.enumerated().filter { $0.element.event.header.base.isEmpty }.min {
      ($0.element.event.header.time, $0.offset) < ($1.element.event.header.time, $1.offset)
    }?.element.unit
  }

  /// One setting after the other, each from an office above the place where the unit hung until then.
  func history(in state: TrustState) -> UnitHistory? {
    var history: UnitHistory?
    for setting in settings {
      if let known = history?.latest ?? founder {
        // A code that was given out a second time moves nothing.
        if setting.event.header.base.isEmpty, known.parent != setting.unit.parent { continue }
        guard known.parent.map({ state.isInside($0, setting.office, for: setting.event) }) ?? true,
          known.kind.level == nil || known.kind.level == setting.unit.kind.level
        else { continue }
      }
      var next = history ?? UnitHistory()
      next.add(setting, by: state.step(of: setting.office))
      history = next
    }
    return history
  }
}
