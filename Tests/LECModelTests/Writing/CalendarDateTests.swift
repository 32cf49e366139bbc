import LECModel
import TestSupport
import Testing

@Suite struct CalendarDateTests {
  @Test("every day of the calendar has one number and comes back from it")
  func roundTrip() {
    var expected = CalendarDate.first.dayNumber
    for year in [1, 2, 4, 99, 100, 400, 1899, 1900, 1970, 1999, 2000, 2024, 2100, 9999] {
      for month in 1...12 {
        for day in 1...31 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          #expect((date.year, date.month, date.day) == (year, month, day))
          #expect(date.dayNumber >= expected)
          expected = date.dayNumber
          #expect(CalendarDate(iso: date.iso) == date && CalendarDate(dayNumber: date.dayNumber) == date)
        }
      }
    }
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CalendarDate(year: 2000, month: 3, day: 1)?.dayNumber == 11_017)
    #expect(CalendarDate.first.iso == "0001-01-01" && CalendarDate.last.iso == "9999-12-31")
  }

  @Test(
    "days that no calendar has are refused",
    arguments: ["2023-02-29", "2024-13-01", "2024-04-31", "2024-00-10", "2024-01-00"])
  func noSuchDay(_ iso: String) { #expect(CalendarDate(iso: iso) == nil) }

  @Test(
    "only the exact form is read", arguments: ["2024-1-1", "20240101", "2024/01/01", " 2024-01-01", "2024-01-0a", ""])
  func exactForm(_ iso: String) { #expect(CalendarDate(iso: iso) == nil) }

  @Test("days are added over months and leap days, and stop at the ends")
  func adding() throws {
    let date = try #require(CalendarDate(iso: "2024-02-28"))
    #expect(date.adding(days: 2).iso == "2024-03-01" && date.adding(days: -59).iso == "2023-12-31")
    #expect(date.adding(days: .max) == .last && date.adding(days: .min) == .first)
  }

  @Test(
    "full years are reckoned day by day",
    arguments: [
      ("2020-05-16", "2023-05-16", 3, 36), ("2020-05-17", "2023-05-16", 2, 35), ("2020-02-29", "2023-02-28", 2, 35),
      ("2020-02-29", "2023-03-01", 3, 36), ("2023-05-17", "2023-05-16", -1, -1), ("2022-05-16", "2023-05-16", 1, 12),
    ])
  func fullYears(_ birth: String, _ day: String, _ years: Int, _ months: Int) throws {
    let born = try #require(CalendarDate(iso: birth)), then = try #require(CalendarDate(iso: day))
    #expect(born.fullYears(at: then) == years)
    #expect(born.fullMonths(at: then) == months)
  }

  @Test("order is the order of time")
  func order() throws {
    var luck = Luck(seed: 31)
    for _ in 0..<2000 {
      let a = CalendarDate.first.adding(days: Int.random(in: 0...3_652_058, using: &luck))
      let b = CalendarDate.first.adding(days: Int.random(in: 0...3_652_058, using: &luck))
      #expect((a < b) == (a.iso < b.iso) && (a == b) == (a.iso == b.iso))
      #expect(CalendarDate(year: a.year, month: a.month, day: a.day) == a)
    }
  }
}
