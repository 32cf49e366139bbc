@testable import LECTerm

/// The languages as they are in this tree, and looks made of them.
enum Spoken {
  static let folder = DataFolder(path: root + "/data")
  static let language = Language(folder: folder)

  /// The same with words that only tests say: headings and labels of lists and forms that no screen has.
  static let languageForTests = language.adding([
    .thai: [
      "test.number": "ที่", "test.name": "ชื่อ", "test.class": "ชั้น", "test.state": "สถานะ", "test.title": "คำนำหน้าชื่อ",
      "test.id": "เลขประจำตัวประชาชน", "test.birth": "วันเดือนปีเกิด", "test.phone": "หมายเลขโทรศัพท์", "test.secret": "รหัสผ่าน",
      "test.note": "หมายเหตุ",
      "test.reasonA": "สมัครแล้วไม่มาเรียน", "test.reasonB": "ออกระหว่างภาคเรียนโดยไม่แจ้ง",
      "test.reasonC": "ขาดเรียนและติดต่อไม่ได้",
    ],
    .english: [
      "test.number": "No.", "test.name": "Name", "test.class": "Class", "test.state": "State", "test.title": "Title",
      "test.id": "Citizen ID number", "test.birth": "Date of birth", "test.phone": "Telephone number",
      "test.secret": "Password", "test.note": "Note",
      "test.reasonA": "Applied but never came", "test.reasonB": "Left during the term without telling",
      "test.reasonC": "Absent and cannot be contacted",
    ],
  ])

  /// The top of this tree.
  static let root: String = {
    var parts = #filePath.split(separator: "/")
    parts.removeLast(4)
    return "/" + parts.joined(separator: "/")
  }()

  static func look(
    _ code: Language.Code, _ size: Size = .smallest, digits: Digits = .arabic, plain: Bool = false
  ) -> Look {
    var language = languageForTests
    language.code = code
    language.digits = digits
    return Look(language: language, size: size, plain: plain)
  }
}
