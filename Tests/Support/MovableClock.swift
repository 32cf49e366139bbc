package import LECModel
import Synchronization

/// A clock that stands still until a test moves it.
package final class MovableClock: Sendable {
  private let milliseconds = Mutex<Int64>(1_700_000_000_000)

  package init() {}

  package var now: Moment { Moment(milliseconds: milliseconds.withLock { $0 }) }

  package func move(_ by: Int64) { milliseconds.withLock { $0 += by } }
}
