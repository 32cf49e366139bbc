import LECModel
import TestSupport
import Testing

@Suite struct BuddhistDateTests {
  private let today = CalendarDate(year: 2024, month: 11, day: 8) ?? .first

  @Test(
    "what people type for 16 May 2561 is read",
    arguments: [
      "16/5/2561", "16/05/2561", "16-05-2561", "16.5.2561", "16 5 2561", " 16 / 5 / 2561 ", "๑๖/๕/๒๕๖๑", "16/5/61",
      "16 พ.ค. 61", "16 พ.ค. 2561", "16 พ.ค.2561", "16พค61", "16 พฤษภาคม 2561", "๑๖ พฤษภาคม ๒๕๖๑",
      "16 พฤษภาคม พ.ศ. 2561",
      "วันที่ 16 เดือน พฤษภาคม พ.ศ. 2561", "16-พ.ค.-61", "16 May 2561", "2018-05-16", "2018/05/16", "2561-05-16",
      "20180516",
      "25610516", "16052561", "2018-05-16 00:00:00", "2018-05-16T00:00:00", "16/5/2561 0:00", "16 พ.ค. ค.ศ. 2018",
      "16 May 2018 AD",
    ])
  func read(_ text: String) {
    #expect(BuddhistDate.read(text, today: today) == .success(day(2018, 5, 16)))
  }

  @Test("every month is known by its short and its long name")
  func months() {
    let short = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
    let long = [
      "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน",
      "ธันวาคม",
    ]
    for month in 1...12 {
      for name in [short[month - 1], long[month - 1]] {
        #expect(BuddhistDate.read("9 \(name) 2560", today: today) == .success(day(2017, month, 9)), "\(name)")
      }
    }
  }

  @Test(
    "a Christian year is asked about, with the day it would be",
    arguments: ["16/5/2018", "16 พ.ค. 2018", "16/5/18", "16052018"])
  func christian(_ text: String) {
    let expected = BuddhistDate.Problem.yearLooksChristian(suggested: day(2018, 5, 16))
    #expect(BuddhistDate.read(text, today: today) == .failure(expected))
  }

  @Test(
    "eight figures are cut where a month and a day come out", arguments: [("20052561", 5, 20), ("25122561", 12, 25)])
  func eightFigures(_ text: String, _ month: Int, _ date: Int) {
    #expect(BuddhistDate.read(text, today: today) == .success(day(2018, month, date)))
  }

  @Test("in a column of Christian years it is taken", arguments: ["16/5/2018", "16/5/18", "16/5/2561", "2018-05-16"])
  func christianColumn(_ text: String) {
    #expect(BuddhistDate.read(text, today: today, years: .christian) == .success(day(2018, 5, 16)))
  }

  @Test(
    "a day that can't be is told apart from one that can't be read",
    arguments: [
      ("30/2/2561", .noSuchDay), ("29/2/2562", .noSuchDay), ("31/4/2561", .noSuchDay), ("5/16/2561", .noSuchDay),
      ("0/5/2561", .noSuchDay), ("30/2/2018", .noSuchDay), ("9/11/2567", .future), ("16/5/2580", .future),
      ("16/5/70", .future),
      ("16/5/2090", .future), ("16/5/2519", .tooOld), ("16/5/1950", .tooOld), ("1950-05-16", .tooOld),
      ("16/5/1561", .tooOld),
      ("", .unreadable), ("16/5", .unreadable), ("16/5/256", .unreadable), ("2561", .unreadable),
      ("16/พ.ค./5/2561", .unreadable),
      ("สิบหก พ.ค. 2561", .unreadable), ("16/5/2561x", .unreadable), ("1999900000013", .unreadable),
      ("16/5/2561/1", .unreadable),
      ("116/5/2561", .unreadable), ("/", .unreadable), ("-", .unreadable),
    ] as [(String, BuddhistDate.Problem)])
  func problems(_ text: String, _ problem: BuddhistDate.Problem) {
    #expect(BuddhistDate.read(text, today: today) == .failure(problem))
  }

  @Test("today itself is no future day, and 29 February of a leap year is a day")
  func edges() {
    #expect(BuddhistDate.read("8/11/2567", today: today) == .success(today))
    #expect(BuddhistDate.read("29/2/2563", today: today) == .success(day(2020, 2, 29)))
  }

  @Test("every day of a child's life is written and read back")
  func roundTrip() throws {
    var date = day(1990, 1, 1)
    while date < today {
      let shown = BuddhistDate(date)
      #expect(BuddhistDate.read(shown.numeric, today: today) == .success(date))
      #expect(BuddhistDate(year: shown.year, month: shown.month, day: shown.day) == shown)
      date = date.adding(days: 7)
    }
    #expect(BuddhistDate(day(2018, 5, 16)).numeric == "16/5/2561")
    #expect(BuddhistDate(year: 2562, month: 2, day: 29) == nil)
  }

  @Test("no text makes the reader fall over")
  func anything() {
    var luck = Luck(seed: 41)
    let pool = [
      "1", "2", "5", "6", "๙", "/", "-", ".", " ", "พ", "ค", "พ.ค.", "2561", "99999999", "t00:00:00", "\u{E48}", "ค.ศ.",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...8, using: &luck)).compactMap { _ in pool.randomElement(using: &luck) }.joined()
      if case .success(let date) = BuddhistDate.read(text, today: today) { #expect(date <= today && date.year >= 1977) }
    }
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate {
    CalendarDate(year: year, month: month, day: day) ?? .first
  }
}
