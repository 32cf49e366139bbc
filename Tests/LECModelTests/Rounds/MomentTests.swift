import LECModel
import Testing

@Suite struct MomentTests {
  @Test("a time without a zone is Thai time")
  func reading() throws {
    let moment = try #require(Moment(iso: "2024-11-08T09:00"))
    #expect(moment.milliseconds == 1_731_031_200_000)
    #expect((moment.date.iso, moment.hour, moment.minute) == ("2024-11-08", 9, 0))
    #expect(moment.iso == "2024-11-08T09:00:00" && Moment(iso: moment.iso) == moment)
    #expect(Moment(iso: "2024-11-08T09:00:30")?.second == 30)
  }

  @Test("the day changes at midnight in Thailand, not in Greenwich")
  func midnight() throws {
    let date = try #require(CalendarDate(iso: "2024-11-15"))
    let end = Moment.end(of: date)
    #expect(end == Moment(iso: "2024-11-15T24:00") && end == Moment(iso: "2024-11-16T00:00"))
    #expect((end - 1).date == date && end.date == date.adding(days: 1))
    #expect((end - 1).hour == 23 && (end - 1).minute == 59 && Moment.start(of: date).hour == 0)
    #expect(end - Moment.start(of: date) == 86_400_000)
  }

  @Test("moments before 1970 and at the ends of time don't fall over")
  func ends() {
    #expect(Moment(milliseconds: -1).iso == "1970-01-01T06:59:59")
    #expect(Moment(milliseconds: -8 * 3_600_000).iso == "1969-12-31T23:00:00")
    #expect(Moment(milliseconds: .max).iso == "-" && Moment(milliseconds: .min).iso == "-")
  }

  @Test(
    "what is no time is refused",
    arguments: [
      "2024-11-08", "2024-11-08 09:00", "2024-11-08T9:00", "2024-11-08T24:01", "2024-11-08T09:60", "2024-02-30T09:00",
      "2024-11-08T09:00:60", "2024-11-08T09:00:0", "",
    ])
  func refused(_ text: String) { #expect(Moment(iso: text) == nil) }
}
