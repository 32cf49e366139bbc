import LECModel
import LECStore
import Synchronization

/// The clock and the luck of a lesson: they stand still until the lesson moves them, so that it shows the same every time.
final class LessonClock: Sendable {
  private let time: Mutex<Moment>
  private let state: Mutex<UInt64>

  init(_ moment: Moment) {
    time = Mutex(moment)
    state = Mutex(20_241_108)
  }

  var now: Moment { time.withLock { $0 } }

  func move(to moment: Moment) { time.withLock { $0 = moment } }

  /// Numbers that look like luck and are the same every time: nothing in a throw-away file needs to be secret.
  func bytes(_ count: Int) -> [UInt8] {
    state.withLock { state in
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
    }
  }

  /// This machine as the lesson has it.
  func world(device: String) -> World {
    var world = World.live()
    world.now = { self.now }
    world.wall = { self.now }
    world.random = { self.bytes($0) }
    world.device = device
    world.passwordCost = .quick
    return world
  }
}
