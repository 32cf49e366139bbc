import CNcurses
import Glibc

/// Reads what a person does: bytes from standard input, and the signals' notices. It knows no clock, only how long to wait.
struct KeyInput {
  enum Event: Equatable { case key(Key), resized, stop, continued, nothing }

  private var reader: EscapeReader
  private let notices: Int32
  private let escapeDelay: Duration
  private var ended = false

  init(known: [String: Key], notices: Int32, escapeDelay: Duration) {
    reader = EscapeReader(known: known)
    self.notices = notices
    self.escapeDelay = escapeDelay
  }

  /// What comes next; `nothing` when the time has passed. What has begun to come is waited for a little longer.
  mutating func next(timeout: Duration?) -> Event {
    while true {
      if let key = reader.next() { return .key(key) }
      if ended { return .key(.closed) }
      let wait = reader.wait
      switch poll(for: limit(wait, timeout)) {
      case .bytes(let bytes): reader.feed(bytes)
      case .notice(let event): return event
      case .ended: ended = true
      case .late:
        if wait == .none { return .nothing }
        if let key = reader.giveUp() { return .key(key) }
      }
    }
  }

  /// Forgets the notices that have come.
  func forgetNotices() {
    var byte: UInt8 = 0
    while read(notices, &byte, 1) == 1 {}
  }

  private func limit(_ wait: EscapeReader.Wait, _ timeout: Duration?) -> Int32 {
    switch wait {
    case .none: timeout.map(Self.milliseconds) ?? -1
    case .briefly: Self.milliseconds(escapeDelay)
    case .long: max(1_000, Self.milliseconds(escapeDelay))
    }
  }

  private enum Heard { case bytes([UInt8]), notice(Event), ended, late }

  private func poll(for milliseconds: Int32) -> Heard {
    var sources = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: notices, events: Int16(POLLIN), revents: 0),
    ]
    let count = Glibc.poll(&sources, nfds_t(sources.count), milliseconds)
    if count == 0 { return .late }
    if count < 0 { return errno == EINTR ? .bytes([]) : .ended }
    if sources[1].revents != 0, let event = notice() { return .notice(event) }
    guard sources[0].revents != 0 else { return .bytes([]) }
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let got = read(STDIN_FILENO, &bytes, bytes.count)
    if got > 0 { return .bytes(Array(bytes[..<got])) }
    return got < 0 && (errno == EINTR || errno == EAGAIN) ? .bytes([]) : .ended
  }

  private func notice() -> Event? {
    var byte: UInt8 = 0
    guard read(notices, &byte, 1) == 1 else { return nil }
    switch Int(byte) {
    case NC_RESIZED: return .resized
    case NC_STOP: return .stop
    default: return .continued
    }
  }

  private static func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    let whole = seconds.multipliedReportingOverflow(by: 1_000)
    guard !whole.overflow else { return Int32.max }
    // Rounded up, so that a short wait is not a busy one.
    return Int32(clamping: max(0, whole.partialValue + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
