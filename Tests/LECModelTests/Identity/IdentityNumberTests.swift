import LECModel
import TestSupport
import Testing

@Suite struct IdentityNumberTests {
  @Test(
    "numbers that check out are taken, with their series",
    arguments: [
      ("1999900000013", 1), ("2999900000127", 2), ("3999900001237", 3), ("4999900012342", 4), ("5999900123452", 5),
      ("6999900000014", 6), ("7999900000012", 7), ("8999900000011", 8), ("0999900000015", 0), ("0099990000018", 0),
      ("1999900009011", 1), ("1999900006011", 1), ("1999900001010", 1),
    ])
  func valid(_ text: String, _ series: Int) throws {
    let number = try CitizenNumber.read(text).get()
    #expect(number.series == series && number.text == text)
    #expect(IdentityNumber.read(text, yearBE: 2567) == .success(.citizen(number)))
  }

  @Test(
    "spaces, hyphens and Thai digits play no part",
    arguments: [
      "1-9999-00000-01-3", "๑๙๙๙๙๐๐๐๐๐๐๑๓", " 1 9999 00000 01 3 ", "1–9999–00000–01–3", "'1999900000013",
      "\u{FEFF}1999900000013",
    ])
  func normalised(_ text: String) throws {
    let number = try IdentityNumber.read(text, yearBE: nil).get()
    #expect(number.text == "1999900000013" && number.grouped == "1-9999-00000-01-3" && number.stage == .thaiID)
  }

  @Test(
    "numbers that can't be are refused, and why",
    arguments: [
      ("1999900000014", .checkDigit), ("9999900000019", .firstDigitNine), ("0000000000001", .placeholder),
      ("0000000000000", .placeholder), ("199990000001", .wrongLength(12)), ("19999000000133", .wrongLength(14)),
      ("19999000000I3", .letterInside(position: 12)), ("1-9999-00000-O1-3", .letterInside(position: 11)),
      ("1.99990E+12", .letterInside(position: 2)), ("ไม่มี", .unreadable), ("P-12", .unreadable),
    ] as [(String, IdentityProblem)])
  func refused(_ text: String, _ problem: IdentityProblem) {
    #expect(IdentityNumber.read(text, yearBE: 2567) == .failure(problem))
  }

  @Test("nothing typed is no number", arguments: ["", "  ", "-"])
  func none(_ text: String) { #expect(IdentityNumber.read(text, yearBE: 2567) == .success(.none)) }

  @Test(
    "G-codes of the ministry are taken",
    arguments: ["G649699999999", "G664299999999", "g664299999999", "G66-42-99999999"])
  func gcode(_ text: String) throws {
    let number = try IdentityNumber.read(text, yearBE: 2567).get()
    #expect(number.stage == .gcode && number.text.utf8.count == 13 && number.text.hasPrefix("G6"))
  }

  @Test(
    "G-codes that can't be are refused, and why",
    arguments: [
      ("G649999999999", .gcodeProvince(99)), ("G64420000001", .gcodeForm), ("G6442000000A1", .gcodeForm),
      ("G004200000001", .gcodeYear(0)), ("G694200000001", .gcodeYear(69)), ("G6442000000011", .gcodeForm),
      ("G", .gcodeForm),
    ] as [(String, IdentityProblem)])
  func gcodeRefused(_ text: String, _ problem: IdentityProblem) {
    #expect(IdentityNumber.read(text, yearBE: 2567) == .failure(problem))
  }

  @Test("a G-code of the next year is believed, and without a known year any later one")
  func gcodeYear() {
    #expect((try? GCode.read("G684200000001", yearBE: 2567).get())?.year == 68)
    #expect((try? GCode.read("G994200000001", yearBE: nil).get())?.year == 99)
    #expect(GCode.read("G604200000001", yearBE: 2567) == .failure(.gcodeYear(60)))
  }

  @Test(
    "GC-11 codes that schools made before 2561 are kept as legacy",
    arguments: ["G581042000112", "P581042000112", "p12345", "G12AB99"])
  func legacy(_ text: String) throws {
    let number = try IdentityNumber.read(text, yearBE: 2567).get()
    #expect(number == .legacy(text.uppercased()) && number.stage == .legacy)
  }

  @Test("the provinces of G-codes are those of the table")
  func provinces() {
    #expect(GCode.provinces == Set(DataFile.rows("provinces.csv").compactMap { Int($0[0]) }))
    #expect(GCode.provinces.count == 77)
  }

  @Test("a number made for the twelve digits before it is read back; every other last digit is refused")
  func checkDigit() throws {
    var luck = Luck(seed: 51)
    for _ in 0..<3000 {
      let first12 = UInt64.random(in: 1..<900_000_000_000, using: &luck)
      let number = try #require(CitizenNumber(first12: first12))
      #expect(
        CitizenNumber.read(number.text) == .success(number) && CitizenNumber.read(number.grouped) == .success(number))
      let wrong = number.value / 10 * 10 + (number.value + 1 + first12 % 9) % 10
      if wrong != number.value, number.series > 0 {
        #expect(CitizenNumber.read(String(wrong)) == .failure(.checkDigit))
      }
    }
    #expect(CitizenNumber(first12: 900_000_000_000) == nil && CitizenNumber(first12: 0) == nil)
  }

  @Test("the way to a number never leads back")
  func stages() {
    #expect(IdentityStage.noID.mayBecome(.gcode) && IdentityStage.gcode.mayBecome(.thaiID))
    #expect(IdentityStage.legacy.mayBecome(.gcode) && IdentityStage.noID.mayBecome(.thaiID))
    #expect(!IdentityStage.noID.mayBecome(.legacy))
    for a in IdentityStage.allCases {
      #expect(a.mayBecome(a))
      for b in IdentityStage.allCases where a != b { #expect(!(a.mayBecome(b) && b.mayBecome(a))) }
      #expect(a == .thaiID || !IdentityStage.thaiID.mayBecome(a))
    }
  }
}
