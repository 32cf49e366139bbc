import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@Suite("The preview of a roster file")
@MainActor struct ImportScreenTests {
  @Test("a wrong cell is mended where it is shown, and then the file is read in", arguments: Sitting.looks)
  func mending(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size)
    let before = try sitting.file.children().count
    sitting.preview(RosterSheets.mixed)
    sitting.press(.char("f"), .char("f"))
    sitting.expectFrame("import-problems")
    sitting.press(.enter)
    sitting.expectFrame("import-mend")
    sitting.press(.control("u"), .paste("1999900000021"), .enter)
    sitting.press(.enter, .control("u"), .paste("28/2/2564"), .enter)
    sitting.expectNot(sitting.said("import.kind.problem"))
    sitting.press(.control("s"))
    #expect(try sitting.file.children().count == before + 3)
    let births = try sitting.file.children().filter { $0.student[.first] == "มะลิวัลย์" }.map { $0.student[.birth] }
    #expect(births.contains("2021-02-28"), "\(births)")
  }

  @Test("Space leaves a row out and takes it back; Tab shows the findings of the whole sheet", arguments: Sitting.looks)
  func leaving(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size)
    let before = try sitting.file.children().count
    sitting.preview(RosterSheets.mixed)
    sitting.press(.down, .char(" "), .down, .char(" "))
    sitting.expectFrame("import-left-out")
    sitting.press(.tab)
    sitting.expect(sitting.said("import.leftOut"))
    sitting.press(.tab, .control("s"))
    #expect(try sitting.file.children().count == before + 1)
  }

  @Test("an unknown column is shown, and taken for what a person says", arguments: Sitting.looks)
  func columns(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size)
    let sheet = "รหัสสิบสามตัว" + RosterSheets.good.drop { $0 != "," }
    sitting.preview(sheet)
    sitting.expectFrame("import-columns")
    sitting.press(.enter)
    sitting.expectFrame("import-column-fields")
    sitting.press(.enter)
    sitting.press(.escape)
    sitting.expect(sitting.said("import.kind.added"))
    sitting.press(.control("s"))
    #expect(try sitting.file.store.students(named: "1999900000021").count == 1)
  }

  @Test("of a workbook with several rosters a person chooses the sheet")
  func sheets() throws {
    let sitting = try Sitting(.school)
    sitting.open(.importFile)
    sitting.press(.paste(TestPaths.vectors + "/xlsx-broken/two-rosters.xlsx"), .enter)
    sitting.expect("ป.2")
    sitting.press(.down, .enter)
    sitting.expect("ตัวอย่าง")
    sitting.expect(sitting.said("import.sheet", [.text("file", "two-rosters.xlsx"), .text("sheet", "ป.2")]))
  }

  @Test("a child that is much like the row is shown, and the answer is kept")
  func whose() throws {
    let sitting = try Sitting { file in
      let bytes = Array(RosterSheets.good.utf8)
      _ = try file.store.importRoster(bytes, name: "a.csv", options: .shipped, by: file.user)
    }
    let count = try sitting.file.children().count
    let header = RosterSheets.good.prefix { $0 != "\n" }
    sitting.preview(header + "\n,เด็กชาย,ปั้นบุญ,ทองทุ่งใส,ชาย,11/5/2564,3 ขวบ,1\n", name: "b.csv")
    sitting.expect(sitting.said("import.kind.undecided"))
    sitting.press(.enter)
    sitting.expect("1999900000013")
    sitting.press(.enter)
    sitting.expect(sitting.said("import.kind.changed"))
    sitting.press(.control("s"))
    #expect(try sitting.file.children().count == count)
    #expect(try sitting.file.store.students(named: "1999900000013").first?.student[.birth] == "2021-05-11")
  }

  @Test("a file that was read in before is asked about, and looked at again when that is meant")
  func again() throws {
    let sitting = try Sitting()
    sitting.preview(RosterSheets.good)
    sitting.press(.control("s"))
    let count = try sitting.file.children().count
    sitting.preview(RosterSheets.good)
    sitting.expect(sitting.said("import.again"))
    sitting.press(.enter)
    sitting.expectNot(sitting.said("import.kind.same"))
    sitting.press(.enter, .right, .enter)
    sitting.expect(sitting.said("import.kind.same"))
    #expect(try sitting.file.children().count == count)
  }

  @Test("leaving the name of a file asks nothing and leaves nothing behind")
  func leavingTheForm() throws {
    let sitting = try Sitting()
    sitting.open(.importFile)
    sitting.press(.paste("/nowhere/roster.csv"), .escape)
    sitting.expect(sitting.said("home.title"))
  }
}
