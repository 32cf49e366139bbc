/// How long a log-in must wait after wrong passwords: three free tries, then 2 seconds doubling to 300.
///
/// There is no hard lock before a hundred in a row: a locked clerk on the last night costs the children their milk.
package enum LoginDelay {
  package static let free = 3
  package static let longest = 300
  package static let locked = 100

  /// Seconds to wait before the next try, after this many failures in a row; nil when only the level above can help.
  package static func seconds(afterFailures count: Int) -> Int? {
    if count >= locked { return nil }
    if count < free { return 0 }
    var seconds = 2
    for _ in free..<count {
      seconds *= 2
      if seconds >= longest { return longest }
    }
    return seconds
  }
}
