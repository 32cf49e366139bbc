import Glibc
import TestSupport
import Testing

/// Whoever was dismissed keeps his machine, his password and all he knows. Whatever he makes of it, nobody loses an entry by it, nobody
/// is locked out, and nothing of it counts.
@Suite("Somebody who was dismissed and goes on")
struct Dismissed_Tests {
  private static func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }

  static let seeds: [UInt64] = {
    let first = number("RENEGADE_FROM") ?? 1
    return (0..<(number("RENEGADE_SEEDS") ?? 12)).map { UInt64(first + $0) }
  }()

  @Test("what honest people enter is everywhere in the end, and nothing else is", arguments: seeds)
  func harmless(seed: UInt64) throws {
    let play = try Dismissal(seed: seed)
    try play.run(steps: 100)
    #expect(play.taken > 0)
  }
}
