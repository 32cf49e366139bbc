import LECModel

/// How long there is until a deadline, in the words of a banner: days, on the last day hours, in the last hour minutes, or overdue.
struct TimeLeft: Hashable, Sendable {
  /// Seconds until the deadline; negative after it.
  let seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  init(until deadline: Moment, from now: Moment) {
    let milliseconds = deadline - now
    seconds = Int(milliseconds < 0 ? -1 : milliseconds / 1_000)
  }

  var words: Words {
    switch seconds {
    case ..<0: "time.over"
    case ..<3_600: .key("time.minutes", [.number("count", max(1, seconds / 60))])
    case ..<86_400: .key("time.hours", [.number("count", seconds / 3_600)])
    default: .key("time.days", [.number("count", seconds / 86_400)])
    }
  }

  /// The last three days and what comes after are no ordinary text.
  var ink: Ink {
    seconds < 0 ? .error : seconds < 3 * 86_400 ? .warning : .title
  }
}
