import Glibc
import LECStore
import TestSupport
import Testing

/// Forty machines, unreliable ways, one truth.
@Suite("Simulation")
struct Simulation_Tests {
  private static func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }

  static let seeds: [UInt64] = {
    if let one = number("SIM_SEED") { return [UInt64(one)] }
    let first = UInt64(number("SIM_FROM") ?? 1)
    return (0..<UInt64(number("SIM_SEEDS") ?? 50)).map { first + $0 }
  }()

  @Test("after everything that ways and people do to files, everybody agrees", arguments: seeds)
  func agrees(seed: UInt64) throws {
    let asked = Self.number("SIM_STEPS"), steps = asked ?? 160
    do {
      let simulation = try Simulation(seed: seed, steps: steps)
      try simulation.run()
      #expect(simulation.sums["read", default: 0] > 0, "\(simulation.sums)")
    } catch let failure as SimFailure {
      // Whoever says how many steps it takes has got the fewest already.
      let smallest = asked == nil ? Self.shrink(failure) : failure
      Issue.record("\(smallest)")
    }
  }

  /// Looks for the fewest steps with which the same seed still goes wrong.
  private static func shrink(_ failure: SimFailure) -> SimFailure {
    var worst = failure
    var low = 0
    while worst.steps - low > 4 {
      let middle = (low + worst.steps) / 2
      do {
        try Simulation(seed: failure.seed, steps: middle).run()
        low = middle
      } catch let smaller as SimFailure { worst = smaller } catch { low = middle }
    }
    return worst
  }
}
