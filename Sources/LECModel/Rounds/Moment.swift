/// A point in time as a machine's clock claims it. Shown in Thai time: UTC+7, no summer time.
package struct Moment: Hashable, Comparable, Sendable {
  /// Milliseconds since 1 January 1970 UTC.
  package let milliseconds: Int64

  private static let zone: Int64 = 7 * 3_600_000
  private static let dayLength: Int64 = 86_400_000

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// A clock time of a day in Thailand; nil when no clock shows it. Hour 24 with minute 0 is the end of the day.
  package init?(_ date: CalendarDate, hour: Int, minute: Int = 0, second: Int = 0) {
    let isEnd = hour == 24 && minute == 0 && second == 0
    guard (0...23).contains(hour) || isEnd, (0...59).contains(minute), (0...59).contains(second) else { return nil }
    let seconds = Int64(hour * 3600 + minute * 60 + second)
    milliseconds = Int64(date.dayNumber) * Self.dayLength + seconds * 1000 - Self.zone
  }

  /// Reads `2024-11-08T09:00` or `2024-11-08T09:00:30` as Thai time.
  package init?(iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 16 || bytes.count == 19, bytes[10] == 0x54, bytes[13] == 0x3A,
      let date = CalendarDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
      let hour = Self.pair(bytes, 11), let minute = Self.pair(bytes, 14)
    else { return nil }
    var second = 0
    if bytes.count == 19 {
      guard bytes[16] == 0x3A, let read = Self.pair(bytes, 17) else { return nil }
      second = read
    }
    self.init(date, hour: hour, minute: minute, second: second)
  }

  /// Midnight with which a day begins in Thailand.
  package static func start(of date: CalendarDate) -> Moment {
    Moment(milliseconds: Int64(date.dayNumber) * dayLength - zone)
  }

  /// Midnight with which a day ends: a closing day lasts until 24:00.
  package static func end(of date: CalendarDate) -> Moment { start(of: date) + dayLength }

  package var date: CalendarDate { CalendarDate.first.adding(days: Int(dayOfLocal) - CalendarDate.first.dayNumber) }
  package var hour: Int { Int(timeOfDay / 3_600_000) }
  package var minute: Int { Int(timeOfDay / 60_000 % 60) }
  package var second: Int { Int(timeOfDay / 1000 % 60) }

  /// Thai time to the second: `2024-11-08T09:00:00`; a dash where no calendar has it.
  package var iso: String {
    guard isOnCalendar else { return "-" }
    return "\(date.iso)T\(Self.two(hour)):\(Self.two(minute)):\(Self.two(second))"
  }

  /// Whether it lies in the years that dates are written with; what others send may say anything.
  package var isOnCalendar: Bool { (Self.first...Self.last).contains(milliseconds) }
  private static let first: Int64 = -62_135_596_800_000, last: Int64 = 253_402_300_799_999

  package static func < (l: Moment, r: Moment) -> Bool { l.milliseconds < r.milliseconds }
  package static func + (moment: Moment, milliseconds: Int64) -> Moment {
    Moment(milliseconds: moment.milliseconds &+ milliseconds)
  }
  package static func - (moment: Moment, milliseconds: Int64) -> Moment {
    Moment(milliseconds: moment.milliseconds &- milliseconds)
  }
  /// Milliseconds from the second moment to the first.
  package static func - (later: Moment, earlier: Moment) -> Int64 { later.milliseconds &- earlier.milliseconds }

  private var local: Int64 { milliseconds &+ Self.zone }
  private var timeOfDay: Int64 { (local % Self.dayLength + Self.dayLength) % Self.dayLength }
  private var dayOfLocal: Int64 { local % Self.dayLength < 0 ? local / Self.dayLength - 1 : local / Self.dayLength }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  private static func pair(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard (0x30...0x39).contains(bytes[at]), (0x30...0x39).contains(bytes[at + 1]) else { return nil }
    return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
  }
}
