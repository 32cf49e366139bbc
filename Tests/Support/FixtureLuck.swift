import Synchronization

/// Numbers from a seed, for the worlds of several files and threads.
package final class FixtureLuck: Sendable {
  private let luck: Mutex<Luck>

  package init(_ luck: Luck) { self.luck = Mutex(luck) }

  /// What is still to come, for a world that is to go on from here.
  package var rest: Luck { luck.withLock { $0 } }

  package func bytes(_ count: Int) -> [UInt8] {
    luck.withLock { luck in (0..<count).map { _ in UInt8(truncatingIfNeeded: luck.next() >> 32) } }
  }
}
