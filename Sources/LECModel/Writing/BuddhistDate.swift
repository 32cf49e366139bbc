/// A day as Thai people write it, with a Buddhist year; and the reading of what they type.
package struct BuddhistDate: Hashable, Sendable {
  package let date: CalendarDate

  /// Buddhist year less Christian year, for every day since 1 January 2484.
  package static let offset = 543

  package init(_ date: CalendarDate) { self.date = date }

  /// Nil for a day that no calendar has.
  package init?(year: Int, month: Int, day: Int) {
    guard year > Self.offset, let date = CalendarDate(year: year - Self.offset, month: month, day: day) else {
      return nil
    }
    self.date = date
  }

  package var year: Int { date.year + Self.offset }
  package var month: Int { date.month }
  package var day: Int { date.day }

  /// Figures only: `16/5/2561`. The form with the name of the month comes from the language files.
  package var numeric: String { "\(day)/\(month)/\(year)" }

  /// Why a typed date is not taken.
  package enum Problem: Error, Equatable, Sendable {
    /// The year is a Christian one; this is the day it would be, for the person to agree to.
    case yearLooksChristian(suggested: CalendarDate)
    case noSuchDay
    /// The day is still to come.
    case future
    /// The year is before the earliest that is believed.
    case tooOld
    case unreadable
  }

  /// Which years a column holds where day and month come first. A date that begins with its year tells by itself.
  package enum Years: Sendable {
    case buddhist, christian
  }

  /// Reads `16/5/2561`, `16 พ.ค. 61`, `16-05-2561`, Thai digits, `2018-05-16`, `20180516` and their like.
  ///
  /// Two-digit Buddhist years mean 25xx. `earliest` is the first Buddhist year that is believed: a guard against slips.
  package static func read(
    _ text: String, today: CalendarDate, years: Years = .buddhist, earliest: Int = 2520
  ) -> Result<CalendarDate, Problem> {
    guard let typed = TypedDate(text) else { return .failure(.unreadable) }
    let limits = Limits(today: today, earliest: earliest)
    let year = typed.year
    switch (typed.digitsOfYear, typed.saysChristian, years) {
    case (2, false, .buddhist):
      // 16/5/18 is hardly a child of 2518; more likely somebody thought of 2018.
      if 2500 + year < earliest, let date = limits.believable(typed, year: 2000 + year) {
        return .failure(.yearLooksChristian(suggested: date))
      }
      return limits.judge(typed, year: 2500 + year - offset)
    case (2, _, _):
      return limits.judge(typed, year: 2000 + year <= today.year ? 2000 + year : 1900 + year)
    case (_, false, .buddhist) where !typed.yearIsFirst && (1900...2199).contains(year):
      guard typed.exists(in: year) else { return .failure(.noSuchDay) }
      guard let date = limits.believable(typed, year: year) else { return limits.judge(typed, year: year) }
      return .failure(.yearLooksChristian(suggested: date))
    default:
      return limits.judge(typed, year: year < 2300 || typed.saysChristian ? year : year - offset)
    }
  }

  private struct Limits {
    let today: CalendarDate
    let earliest: Int

    func judge(_ typed: TypedDate, year: Int) -> Result<CalendarDate, Problem> {
      guard let date = CalendarDate(year: year, month: typed.month, day: typed.day) else { return .failure(.noSuchDay) }
      if date > today { return .failure(.future) }
      if date.year + offset < earliest { return .failure(.tooOld) }
      return .success(date)
    }

    func believable(_ typed: TypedDate, year: Int) -> CalendarDate? {
      guard case .success(let date) = judge(typed, year: year) else { return nil }
      return date
    }
  }
}
