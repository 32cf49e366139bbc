import LECModel
import LECStore
import Testing

@Suite struct YearGuessTests {
  @Test(
    "the year is found in every way a date is written",
    arguments: [
      ("16/05/2561", 2561), ("2018-05-16", 2018), ("16 พ.ค. 2561", 2561), ("16 พฤษภาคม พ.ศ. 2561", 2561),
      ("๑๖/๕/๒๕๖๑", 2561),
      ("16/5/61", 61), ("16 พ.ค. 61", 61), ("2561-05-16T00:00:00", 2561), ("16/05/61 0:00:00", 61), ("16-May-18", 18),
      ("5/16/2018 12:00:00 AM", 2018), ("16.5.2561", 2561), ("พ.ศ. 2561", 2561), ("25610516", 2561), ("20180516", 2018),
    ] as [(String, Int)])
  func years(_ text: String, _ year: Int) {
    #expect(YearGuess.year(in: text) == year)
  }

  @Test("what holds no year says nothing", arguments: ["", "-", "ไม่ทราบ", "43236", "16052561", "16/05", "1/2", "5"])
  func noYear(_ text: String) {
    #expect(YearGuess.year(in: text) == nil)
  }

  private func guess(_ dates: [String]) -> YearGuess {
    var guess = YearGuess(.birth)
    for (index, date) in dates.enumerated() { guess.note(date, at: SheetPlace(line: index + 2, column: 6)) }
    return guess
  }

  @Test("a column of one kind is settled without a question")
  func settled() {
    #expect(guess(["16/05/2561", "", "1/12/60"]).answer() == .settled(.buddhist))
    #expect(guess(["16/05/2018", "2017-12-01", "1/12/17"]).answer() == .settled(.christian))
    #expect(guess([]).answer() == .settled(.buddhist))
    #expect(guess(["16/05/2561"]).answer(given: .christian) == .settled(.buddhist))
  }

  @Test("a mixed column asks, with the first row of each kind, and takes the answer")
  func asks() throws {
    let mixed = guess(["16/05/2561", "1/12/2560", "2017-12-01", "28/02/2016"])
    guard case .ask(let question) = mixed.answer() else {
      Issue.record("no question")
      return
    }
    #expect(question.column == .birth)
    #expect(question.buddhist == .init(place: SheetPlace(line: 2, column: 6), text: "16/05/2561", year: 2561))
    #expect(question.christian == .init(place: SheetPlace(line: 4, column: 6), text: "2017-12-01", year: 2017))
    #expect(question.buddhistCount == 2 && question.christianCount == 2)
    for reading in YearReading.allCases { #expect(mixed.answer(given: reading) == .settled(reading)) }
  }

  @Test("a date is read by the years of its column")
  func reads() throws {
    let today = try #require(CalendarDate(iso: "2024-11-10"))
    func read(_ date: String, _ reading: YearReading) -> CalendarDate? {
      try? BuddhistDate.read(date, today: today, years: reading.years(of: date)).get()  // Nil is what is compared.
    }
    let day = CalendarDate(iso: "2018-05-16")
    for date in ["16/05/2561", "16/05/2018", "16/05/61", "16/05/18", "2018-05-16", "2561-05-16"] {
      #expect(read(date, .each) == day, "\(date)")
    }
    #expect(read("16/05/61", .buddhist) == day && read("16/05/18", .christian) == day)
    #expect(read("16/05/2018", .buddhist) == nil)
  }
}
