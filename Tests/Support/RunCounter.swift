import Synchronization

/// Numbers that no two callers share.
final class RunCounter: Sendable {
  private let value = Mutex(0)

  func next() -> Int {
    value.withLock {
      $0 += 1
      return $0
    }
  }
}
