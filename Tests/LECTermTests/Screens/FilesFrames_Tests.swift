import LECModel
import LECStore
import TestSupport
import Testing

@testable import LECTerm

@Suite("Screens of files as they are seen")
@MainActor struct FilesFramesTests {
  @Test("choosing a roster file", arguments: Sitting.looks)
  func choosing(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size, user: nil)
    var screen = ImportScreen()
    _ = screen.handle(.answer(.files(.candidates(["/home/clerk/roster.csv", "/media/clerk/USB/นักเรียน 2567.csv"]))))
    _ = screen.handle(.command(.down))
    sitting.show(screen)
    sitting.expectFrame("import")
  }

  @Test("what a file would do, and what is wrong in it", arguments: Sitting.looks)
  func preview(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size)
    sitting.preview(RosterSheets.mixed)
    sitting.expectFrame("import-preview")
  }

  @Test("years that could be of either calendar", arguments: Sitting.looks)
  func years(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size)
    sitting.preview(RosterSheets.years)
    sitting.expectFrame("import-years")
  }

  @Test("the files that were read in", arguments: Sitting.looks)
  func imports(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size)
    sitting.open(.imports)
    sitting.expectFrame("imports-none")
    sitting.preview(RosterSheets.good)
    sitting.press(.control("s"))
    sitting.open(.imports)
    sitting.press(.char("d"))
    sitting.expectFrame("imports")
  }

  @Test("what can be printed, and the slip of a confirmation", arguments: Sitting.looks)
  func reports(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size) { try $0.makeConfirmed() }
    sitting.open(.reports)
    sitting.expectFrame("reports")
    for name in ["nameList", "classSheet", "headCount", "register", "waiting"] {
      sitting.press(.enter)
      sitting.expectFrame("report-\(name)")
      sitting.press(.escape, .down)
    }
  }

  @Test("who did what", arguments: Sitting.looks)
  func log(code: Language.Code, size: Size) throws {
    let sitting = try Sitting(language: code, size: size) { file in
      let children = try file.children()
      try file.store.editStudent(children[3].id, [FieldChange(.first, "มะลิ")], by: file.user)
      try file.store.mark([children[4].id], .present, by: file.user)
    }
    sitting.open(.log)
    sitting.expectFrame("log")
  }
}

/// Roster files for tests, as a spreadsheet writes them.
enum RosterSheets {
  static let good = """
    เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,นามสกุล,เพศ,วันเกิด,ชั้น,ห้อง
    1999900000013,เด็กชาย,ปั้นบุญ,ทองทุ่งใส,ชาย,10/5/2564,3 ขวบ,1
    1999900000021,เด็กหญิง,มะลิ,ปั้นแก้ว,หญิง,12/6/2564,3 ขวบ,1

    """
  static let mixed = """
    เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,นามสกุล,เพศ,วันเกิด,ชั้น,ห้อง,สีที่ชอบ
    1999900000013,เด็กชาย,ปั้นบุญ,ทองทุ่งใส,ชาย,10/5/2564,3 ขวบ,1,แดง
    1999900000014,เด็กหญิง,มะลิ,ปั้นแก้ว,หญิง,12/6/2564,3 ขวบ,1,เขียว
    ,เด็กหญิง,มะลิวัลย์,ปั้นแก้ว,หญิง,31/2/2564,3 ขวบ,1,เขียว

    """
  static let years = """
    เลขประจำตัวประชาชน,คำนำหน้า,ชื่อ,นามสกุล,เพศ,วันเกิด,ชั้น,ห้อง
    1999900000013,เด็กชาย,ปั้นบุญ,ทองทุ่งใส,ชาย,10/5/2564,3 ขวบ,1
    1999900000021,เด็กหญิง,มะลิ,ปั้นแก้ว,หญิง,12/6/2021,3 ขวบ,1

    """
}

extension Sitting {
  /// Writes a roster file, names it on the import screen and asks for the preview.
  func preview(_ text: String, name: String = "roster.csv") {
    let path = file.folder.file(name)
    do { try FileCare.write(Array(text.utf8), to: path) } catch { Issue.record(error) }
    open(.importFile)
    press(.paste(path), .enter)
  }
}
