import LECModel

/// Dates and times as officials write them: day, short month, Buddhist year.
enum Dates {
  /// 16 พ.ค. 2561
  static func day(_ date: CalendarDate) -> Words {
    .key(
      "date.short",
      [
        .figures("day", String(date.day)), .key("month", TextKey("month.short.\(date.month)")),
        .figures("year", String(date.year + BuddhistDate.offset)),
      ])
  }

  /// How many days lie between then and now.
  static func ago(_ days: Int) -> Words {
    days == 0 ? "days.today" : .key("days.ago", [.number("count", days)])
  }

  /// 16 พ.ค. 2561 09:05 น.; the end of a day is written 24:00 of that day, as the letters do.
  static func moment(_ moment: Moment) -> Words {
    // A clock that no calendar has: whoever wrote it meant no time.
    guard moment.isOnCalendar else { return .text("–") }
    if moment.hour == 0, moment.minute == 0 {
      return .key("date.time", [.words("day", day(moment.date.adding(days: -1))), .figures("time", "24:00")])
    }
    let minute = moment.minute < 10 ? "0\(moment.minute)" : String(moment.minute)
    return .key("date.time", [.words("day", day(moment.date)), .figures("time", "\(moment.hour):\(minute)")])
  }
}
