package import LECModel
import Synchronization

extension World {
  /// The same machine with luck and a clock that follow from a seed alone, so that whoever makes a training set with that seed again
  /// gets the same bytes. Keys made of it are known to everybody: no file but a training file is opened or made with it.
  package func seeded(_ seed: UInt64, from begin: Moment, until end: Moment) -> World {
    let luck = SeededLuck(seed), clock = SeededClock(begin, until: end)
    var world = self
    world.random = { luck.bytes($0) }
    world.now = { clock.next() }
    world.wall = { clock.now }
    world.device = "lecterm-demo"
    world.isForTraining = true
    world.canMakeAgain = true
    // The passwords of such a set are printed, and everybody can make its keys.
    world.passwordCost = .quick
    return world
  }
}

/// The hashes of 0, 1, 2 and so on under the seed, one after the other.
final class SeededLuck: Sendable {
  private struct State {
    var block: UInt64 = 0
    var rest: ArraySlice<UInt8> = []
  }

  private let key: [UInt8]
  private let state = Mutex(State())

  init(_ seed: UInt64) { key = Sodium.hash(Array("lecterm demo".utf8) + Self.bytes(of: seed)).bytes }

  func bytes(_ count: Int) -> [UInt8] {
    state.withLock { state in
      var out: [UInt8] = []
      out.reserveCapacity(count)
      while out.count < count {
        if state.rest.isEmpty {
          state.rest = Sodium.hash(Self.bytes(of: state.block), key: key).bytes[...]
          state.block += 1
        }
        let piece = state.rest.prefix(count - out.count)
        out += piece
        state.rest = state.rest.dropFirst(piece.count)
      }
      return out
    }
  }

  private static func bytes(of number: UInt64) -> [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> UInt64($0)) }
  }
}

/// Goes on by some seconds whenever it is looked at, as the work of people takes time, and stops at its end.
private final class SeededClock: Sendable {
  private static let step: Int64 = 20_000
  private let end: Moment
  private let time: Mutex<Moment>

  init(_ begin: Moment, until end: Moment) {
    self.end = end
    time = Mutex(begin)
  }

  var now: Moment { time.withLock { $0 } }

  func next() -> Moment {
    time.withLock { time in
      time = min(time + Self.step, end)
      return time
    }
  }
}
