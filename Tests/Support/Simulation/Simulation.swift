import LECModel
import LECStore

/// Forty machines in twelve units that edit, confirm, release and send each other files over ways that lose, double, re-order, cut
/// off and damage them, with wrong clocks, old copies put back and ended terms. All of it follows from the seed.
package final class Simulation {
  package let seed: UInt64
  package let steps: Int
  package var devices: [SimDevice] = []
  package var trace: [String] = []
  /// How many files really went, were damaged, and how many acts were written: a simulation in which nothing happens shows nothing.
  package var sums: [String: Int] = [:]
  var luck: Luck
  var mail: [SimLetter] = []
  var archive: [SimLetter] = []
  var serial = 0
  let time = MovableMoment(TrainingSet.clock)
  let folder: TemporaryFolder
  /// The institution whose term was ended, and the one that was moved.
  var ended: UnitCode?
  var moved: UnitCode?
  /// What the last round of the last exchange brought.
  var news = 0
  /// The machines at which most of it happens, so that they meet.
  private var busy: [Int] = []
  var root: EventID?

  package init(seed: UInt64, steps: Int) throws {
    self.seed = seed
    self.steps = steps
    luck = Luck(seed: seed)
    folder = TemporaryFolder()
    for (i, machine) in try SimFoundation.made.get().machines.enumerated() {
      let clock = SimClock(time), path = folder.file("m\(i + 1).db")
      try machine.write(to: path)
      devices.append(
        SimDevice(
          name: machine.name, unit: machine.unit, kind: machine.kind, parent: machine.parent, path: path,
          store: try Store.open(path, world: world(clock, i + 1)), clock: clock))
    }
    serial = devices.count
    busy = Array(devices.indices.shuffled(using: &luck).prefix(12))
  }

  /// The machines alone, made one after the other by the program itself.
  init(founding seed: UInt64) throws {
    self.seed = seed
    steps = 0
    luck = Luck(seed: seed)
    folder = TemporaryFolder()
    try settle()
  }

  deinit { for device in devices { device.store.close() } }

  /// Runs all of it, and at the end a last full exchange after which everybody must agree.
  package func run() throws {
    for step in 0..<steps {
      time.pass(Int64(luck.below(40) + 1) * 60_000)
      try act(step)
    }
    try finish()
  }

  func note(_ words: String) { trace.append(words) }
  func count(_ name: String) { sums[name, default: 0] += 1 }

  func fail(_ message: String) -> SimFailure { SimFailure(seed: seed, steps: steps, message: message, trace: trace) }

  private func act(_ step: Int) throws {
    switch luck.below(100) {
    case 0..<34: try edit()
    case 34..<59: try post()
    case 59..<84: try deliver()
    case 84: try changeProgram()
    case 85: try copyToAnother()
    case 86..<90: try confirm()
    case 90..<92: try decideAbove()
    case 92..<94: try keepCopy()
    case 94..<96: try putBack()
    case 96: if luck.below(3) == 0 { try runAhead() } else { jumpClock() }
    case 97: if luck.below(2) == 0 { try replay() } else { try erase() }
    case 98: if moved == nil, luck.below(4) > 0 { try moveUnit() } else { try changeUnit() }
    default: try endTerm()
    }
  }

  func isBusy(_ place: Int) -> Bool { busy.contains(place) }

  func pick(_ kinds: Set<UnitKind>) -> Int {
    let places = devices.indices.filter { kinds.contains(devices[$0].kind) && !devices[$0].isOut }
    let near = places.filter { busy.contains($0) }
    return luck.below(5) > 0 && !near.isEmpty ? near[luck.below(near.count)] : places[luck.below(places.count)]
  }
}

extension Luck {
  package mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}
