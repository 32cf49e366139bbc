/// A day of the Gregorian calendar, from year 1 to 9999, without a time or a zone. Four bytes: one is kept for every child.
package struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970.
  private let days: Int32

  package static let first = CalendarDate(days: -719_162)
  package static let last = CalendarDate(days: 2_932_896)

  private init(days: Int32) { self.days = days }

  /// Nil for a day that no calendar has, such as 30 February.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year)
    else { return nil }
    // Counted from 1 March, so that the leap day is the last of its year.
    let y = month > 2 ? year : year - 1
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Nil outside the years 1 to 9999.
  package init?(dayNumber: Int) {
    guard dayNumber >= Int(Self.first.days), dayNumber <= Int(Self.last.days) else { return nil }
    days = Int32(dayNumber)
  }

  /// Reads exactly `2018-05-16`.
  package init?(iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]), let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Days since 1 January 1970.
  package var dayNumber: Int { Int(days) }
  package var year: Int { civil.year }
  package var month: Int { civil.month }
  package var day: Int { civil.day }

  /// The form in which dates are stored: `2018-05-16`.
  package var iso: String {
    let (year, month, day) = civil
    return String(unsafeUninitializedCapacity: 10) { out in
      Self.write(year, 4, to: out, at: 0)
      out[4] = 0x2D
      Self.write(month, 2, to: out, at: 5)
      out[7] = 0x2D
      Self.write(day, 2, to: out, at: 8)
      return 10
    }
  }

  /// So many days later, or earlier; stops at the ends of the calendar.
  package func adding(days count: Int) -> CalendarDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(count)
    if overflow { return count > 0 ? Self.last : Self.first }
    return CalendarDate(dayNumber: sum) ?? (sum > 0 ? Self.last : Self.first)
  }

  /// The age in full years on a day of one who was born on this day; below 0 before birth.
  package func fullYears(at date: CalendarDate) -> Int {
    let months = fullMonths(at: date)
    return months >= 0 ? months / 12 : (months - 11) / 12
  }

  /// The age in full months on a day of one who was born on this day; below 0 before birth.
  package func fullMonths(at date: CalendarDate) -> Int {
    let born = civil
    let then = date.civil
    let months = (then.year - born.year) * 12 + then.month - born.month
    return then.day < born.day ? months - 1 : months
  }

  package static func < (l: CalendarDate, r: CalendarDate) -> Bool { l.days < r.days }

  private var civil: (year: Int, month: Int, day: Int) {
    let z = Int(days) + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  private static func write(_ value: Int, _ width: Int, to out: UnsafeMutableBufferPointer<UInt8>, at start: Int) {
    var value = value
    for place in (start..<start + width).reversed() {
      out[place] = UInt8(0x30 + value % 10)
      value /= 10
    }
  }
}
