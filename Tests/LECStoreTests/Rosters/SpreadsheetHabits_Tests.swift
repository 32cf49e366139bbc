import LECModel
import LECStore
import TestSupport
import Testing

@Suite("What a spreadsheet did to the cells")
struct SpreadsheetHabitsTests {
  private static let header = "เลขประจำตัวประชาชน,คำนำหน้าชื่อ,ชื่อ,นามสกุล,วันเดือนปีเกิด,ระดับชั้น,ห้อง,เบอร์โทรศัพท์ผู้ปกครอง\n"

  private func read(_ file: TrainingFile, _ row: String) throws -> ImportReport {
    var options = ImportOptions.shipped
    options.again = true
    return try file.store.importRoster(
      Array((Self.header + row + "\n").utf8), name: "roster.csv", options: options, by: file.user)
  }

  @Test("a number that lost its first zero gets it back, and the row is told")
  func zero() throws {
    let file = try TrainingFile()
    let report = try read(file, "999900000015,ด.ช.,ปั้นบุญ,ทองทุ่งใส,10/5/2563,3 ขวบ,1,812345678")
    #expect(report.added == 1)
    #expect(report.lines.contains { $0.code == "number-zero" && $0.line == 2 && $0.column == "number" })
    let child = try #require(try file.store.students(named: "0999900000015").first)
    #expect(child.student[.guardianPhone] == "0812345678")
  }

  @Test(
    "a number of which only the first digits are left is refused with row, column and what to do",
    arguments: ["2E+12", "1.9999E+12", "1999900000000"])
  func rounded(_ number: String) throws {
    let file = try TrainingFile()
    let report = try read(file, "\(number),ด.ช.,ปั้นบุญ,ทองทุ่งใส,10/5/2563,3 ขวบ,1,")
    #expect(report.refused == 1)
    #expect(report.lines.first?.code == "number-rounded")
    #expect(report.lines.first?.line == 2)
    #expect(report.lines.first?.column == "number")
  }

  @Test("a digit too few that no zero explains stays an error")
  func short() throws {
    let report = try read(try TrainingFile(), "199990000001,ด.ช.,ปั้นบุญ,ทองทุ่งใส,10/5/2563,3 ขวบ,1,")
    #expect(report.lines.first?.code == "number-length")
  }

  @Test("a date that lost its format is the day it was; a formula's error is told as one")
  func datesAndErrors() throws {
    let file = try TrainingFile()
    _ = try read(file, "1999900000013,ด.ช.,ปั้นบุญ,ทองทุ่งใส,43961,3 ขวบ,1,")
    #expect(try file.store.students(named: "1999900000013").first?.student[.birth] == "2020-05-10")
    let report = try read(file, "2999900000127,ด.ญ.,น้ำฝน,คำน้ำเย็น,#N/A,3 ขวบ,2,")
    #expect(report.lines.first?.code == "error-cell")
    #expect(report.lines.first?.column == "birth")
  }
}
