import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@MainActor @Suite("lecterm import")
struct ImportVerbTests {
  private let shell: Shell
  private let sheet: String
  private static let header = "เลขประจำตัวประชาชน,คำนำหน้าชื่อ,ชื่อ,นามสกุล,เพศ,วันเดือนปีเกิด,สัญชาติ,ระดับชั้น,ห้อง\r\n"
  private static let good = "1999900009011,ด.ญ.,ทดสอบ,ใจดี,หญิง,16/5/2564,ไทย,3 ขวบ,1\r\n"
  private static let bad = "1999900009012,ด.ญ.,ทดลอง,ใจเย็น,หญิง,31/2/2564,ไทย,3 ขวบ,1\r\n"

  init() throws {
    shell = try Shell()
    sheet = shell.folder.file("sheet.csv")
  }

  private func write(_ rows: String...) throws {
    try FileCare.write(Array((Self.header + rows.joined()).utf8), to: sheet)
  }

  @Test("a good row is read; the keys are those of the contract; the import is listed and taken back")
  func good() throws {
    try write(Self.good)
    let dry = shell.act("import", sheet, "--dry-run", "--json")
    #expect(dry.json?["added"]?.number == 1 && dry.json?["written"]?.flag == false)
    #expect(shell.run("import", "list", "--json").json?["imports"]?.items == [])
    let said = shell.act("import", sheet, "--json")
    #expect(said.status == 0, "\(said.output)\(said.errors)")
    for key in ["rows", "added", "changed", "same", "refused", "findings"] {
      #expect(said.json?.keys.contains(key) == true)
    }
    #expect(said.json?["rows"]?.number == 1 && said.json?["added"]?.number == 1)
    #expect(shell.run("student", "show", "1999900009011", "--json").json?["first"]?.text == "ทดสอบ")
    let step = try #require(shell.run("import", "list", "--json").json?["imports"]?.items.first)
    #expect(step["file"]?.text == "sheet.csv")
    #expect(shell.act("import", sheet, "--json").code == "already-imported")
    let back = shell.act("import", "take-back", String(step["n"]?.number ?? 0), "--json")
    #expect(back.status == 0)
    #expect(back.json?["done"]?.number == 1)
    #expect(shell.run("student", "show", "1999900009011", "--json").code == "no-such-record")
    #expect(shell.act("import", "take-back", "1", "--json").code == "no-such-record")
  }

  @Test("one bad row keeps the whole sheet out with status 4, and is named by row and column", arguments: ["th", "en"])
  func bad(language: String) throws {
    shell.language = language
    try write(Self.good, Self.bad)
    let digest = shell.run("digest").output
    let said = shell.act("import", sheet, "--json")
    #expect(said.status == 4)
    let lines = said.json?["findings"]?.items.compactMap { $0["line"]?.number } ?? []
    #expect(!lines.isEmpty && lines.allSatisfy { $0 == 3 })
    let severities = Set(said.json?["findings"]?.items.compactMap { $0["severity"]?.text } ?? [])
    #expect(severities.contains("error"))
    #expect(shell.run("digest").output == digest)
    let words = shell.act("import", sheet)
    #expect(words.output.contains("3"))
    #expect(words.output.hasSuffix(language == "en" ? "Nothing was written" : "ยังไม่ได้บันทึก"))
    let part = shell.act("import", sheet, "--partial", "--json")
    #expect(part.status == 1)
    #expect(part.json?["added"]?.number == 1 && part.json?["refused"]?.number == 1)
  }

  @Test("a file that is no roster is status 4, with a code and a sentence, and nothing else happens")
  func foreign() throws {
    try FileCare.write(Array("%PDF-1.7 ...".utf8), to: sheet)
    let said = shell.act("import", sheet, "--json")
    #expect(said.status == 4)
    #expect(said.code == "bad-file")
    #expect(said.errors.contains("PDF"))
    let none = shell.act("import", shell.folder.file("none.csv"), "--json")
    #expect(none.status == 4)
    #expect(shell.run("import", sheet).status == 2)
    #expect(shell.act("import").status == 2)
    #expect(shell.act("import", sheet, "--years", "x").errors.contains("buddhist, christian, each"))
  }

  @Test("years of both kinds in one column are a question, answered by --years")
  func years() throws {
    try write(Self.good, "1999900009029,ด.ช.,ทดลอง,ใจเย็น,ชาย,2021-05-16,ไทย,3 ขวบ,1\r\n")
    let asked = shell.act("import", sheet, "--json")
    #expect(asked.status == 4)
    #expect(asked.json?["findings"]?.items.first?["code"]?.text == "mixed-years")
    #expect(asked.json?["findings"]?.items.first?["message"]?.text?.contains("--years") == true)
    let said = shell.act("import", sheet, "--years", "each", "--json")
    #expect(said.json?["written"]?.flag == true, "\(said.output)\(said.errors)")
    #expect(shell.run("student", "show", "1999900009029", "--json").json?["birth"]?.text == "2021-05-16")
  }

  @Test("a workbook is read like a CSV file; of two rosters in it the one that --sheet names", arguments: ["th", "en"])
  func workbook(language: String) throws {
    shell.language = language
    let two = TestPaths.vectors + "/xlsx-broken/two-rosters.xlsx"
    let asked = shell.act("import", two, "--dry-run")
    #expect(asked.status == 4)
    #expect(asked.errors.contains("ป.1, ป.2") && asked.errors.contains("--sheet"))
    let said = shell.act("import", two, "--sheet", "ป.2", "--dry-run", "--json")
    #expect(said.json?["rows"]?.number == 3, "\(said.output)\(said.errors)")
    #expect(shell.act("import", two, "--sheet", "ป.3", "--dry-run").errors.contains("ป.1, ป.2"))
    let locked = shell.act("import", TestPaths.vectors + "/xlsx-broken/password.xlsx")
    #expect(locked.status == 4)
    #expect(locked.errors.contains(language == "en" ? "password" : "รหัสผ่าน"))
  }
}
