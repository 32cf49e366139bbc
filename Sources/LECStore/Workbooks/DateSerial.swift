package import LECModel

/// The two ways in which workbooks count days.
package enum DateSerial: Sendable {
  /// Windows: day 1 is 1 January 1900, with a 29 February 1900 that never was.
  case from1900
  /// Older Macs: day 0 is 1 January 1904.
  case from1904

  /// The day a number means; what follows the point is the time of the day.
  package func date(_ serial: Int) -> CalendarDate? {
    guard (0...2_958_465).contains(serial) else { return nil }
    switch self {
    case .from1900: return CalendarDate(dayNumber: serial - (serial < 60 ? 25_568 : 25_569))
    case .from1904: return CalendarDate(dayNumber: serial - 24_107)
    }
  }

  /// A day as the sheet's text says it, with a Buddhist year as in the texts around it. Whoever typed 2561 into an Excel
  /// that counts Christian years gets 2561 back.
  func text(_ serial: Int) -> String? {
    guard let date = date(serial) else { return nil }
    return Self.text(date)
  }

  static func text(_ date: CalendarDate) -> String {
    let iso = date.iso
    guard date.year < 2300 else { return iso }
    return "\(date.year + BuddhistDate.offset)\(iso.dropFirst(4))"
  }
}
