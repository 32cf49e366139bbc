import Glibc
package import LECModel
package import LECStore
import Synchronization

/// One machine of the simulation: its file, its clock, and what its person knows.
package final class SimDevice {
  package let name: String
  package let unit: UnitCode
  package let kind: UnitKind
  /// Where its unit hangs, as the province says.
  package var parent: UnitCode?
  package let path: String
  package var store: Store
  package let clock: SimClock
  /// Copies of the file from earlier, to be put back.
  package var copies: [String] = []
  /// Its term has ended: nothing it writes from then on has to arrive.
  package var isOut = false
  /// It went on from an old copy of its file.
  package var wasSetBack = false
  /// Runs a program that does not know all kinds of entries.
  package var isOld = false
  package var user: UserName { UserName(unit.text) }

  package init(
    name: String, unit: UnitCode, kind: UnitKind, parent: UnitCode?, path: String, store: Store, clock: SimClock
  ) {
    self.name = name
    self.unit = unit
    self.kind = kind
    self.parent = parent
    self.path = path
    self.store = store
    self.clock = clock
  }
}

/// A clock that is off by its own error from the time that really passes.
package final class SimClock: Sendable {
  private let error = Mutex<Int64>(0)
  private let real: MovableMoment

  package init(_ real: MovableMoment) { self.real = real }

  package var now: Moment { real.now + error.withLock { $0 } }

  package func jump(_ by: Int64) { error.withLock { $0 = by } }
}

/// The time that really passes.
package final class MovableMoment: Sendable {
  private let at: Mutex<Moment>

  package init(_ start: Moment) { at = Mutex(start) }

  package var now: Moment { at.withLock { $0 } }

  package func pass(_ milliseconds: Int64) { at.withLock { $0 = $0 + milliseconds } }
}

/// A file on its way.
struct SimLetter {
  var bytes: [UInt8]
  var name: String
  var from: Int
  var to: UnitCode
  var isDamaged = false
}

/// What must never happen, with what is needed to see it again.
package struct SimFailure: Error, CustomStringConvertible {
  package var seed: UInt64
  package var steps: Int
  package var message: String
  package var trace: [String]

  package var description: String {
    // Whoever plays one seed again wants to see all of it.
    "seed \(seed), \(steps) steps: \(message)\n  "
      + trace.suffix(getenv("SIM_SEED") == nil ? 12 : .max).joined(separator: "\n  ")
      + "\n  again: SIM_SEED=\(seed) SIM_STEPS=\(steps) swift test --filter Simulation"
  }
}
