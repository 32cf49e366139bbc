import LECModel
import Testing

@Suite struct PersonWordsTests {
  @Test(
    "titles are read in long and short forms",
    arguments: [
      ("เด็กชาย", .boy), ("ด.ช.", .boy), ("ดช", .boy), ("ด.ช", .boy), ("เด็กหญิง", .girl), ("ด.ญ.", .girl), ("นาย", .mr),
      ("นางสาว", .miss),
      ("น.ส.", .miss), ("นส.", .miss), ("นาง", .mrs), ("สามเณร", .novice), ("พระ", .monk), ("แม่ชี", .nun), ("Mr.", .mr),
      ("Miss", .miss),
      ("ว่าที่ร้อยตรี", .other("ว่าที่ร้อยตรี")),
    ] as [(String, Title)])
  func titles(_ text: String, _ title: Title) {
    #expect(Title.parse(text) == title)
    #expect(Title(rawValue: title.rawValue) == title)
    #expect(Title.parse(title.thai) == title && Title.parse(title.thaiShort) == title)
  }

  @Test("no title is none") func noTitle() { #expect(Title.parse(" ") == nil && Title(rawValue: "") == nil) }

  @Test("the title goes with sex, and changes at fifteen")
  func fitting() {
    #expect(Title.fitting(.male, age: 14) == .boy && Title.fitting(.male, age: 15) == .mr)
    #expect(Title.fitting(.female, age: 14) == .girl && Title.fitting(.female, age: 15) == .miss)
    #expect(Title.girl.sex == .female && Title.novice.sex == .male && Title.other("x").sex == nil)
    #expect(Title.boy.isForChild == true && Title.mrs.isForChild == false && Title.novice.isForChild == nil)
  }

  @Test(
    "a title is parted from the name it was written on to, but never a part of the name",
    arguments: [
      ("ด.ช.สมมุติ ทดสอบ", .boy, "สมมุติ ทดสอบ"), ("เด็กหญิงสมมุติ ทดสอบ", .girl, "สมมุติ ทดสอบ"), ("นาย สมมุติ", .mr, "สมมุติ"),
      ("นางสาวสมมุติ", .miss, "สมมุติ"), ("น.ส. สมมุติ", .miss, "สมมุติ"), ("นายิกา ทดสอบ", nil, "นายิกา ทดสอบ"),
      ("พระพร ทดสอบ", nil, "พระพร ทดสอบ"), ("สมมุติ ทดสอบ", nil, "สมมุติ ทดสอบ"), ("ด.ช.", nil, "ด.ช."),
    ] as [(String, Title?, String)])
  func split(_ text: String, _ title: Title?, _ name: String) {
    let parts = Title.split(text)
    #expect(parts.title == title && parts.name == name)
  }

  @Test("sex is read from words and letters")
  func sex() {
    for word in ["ช", "ชาย", "เพศชาย", "M", "male", "1"] { #expect(Sex.parse(word) == .male, "\(word)") }
    for word in ["ญ", "หญิง", "ญ.", "F", "Female", "2"] { #expect(Sex.parse(word) == .female, "\(word)") }
    for word in ["", "3", "x", "ไม่ระบุ"] { #expect(Sex.parse(word) == nil, "\(word)") }
  }

  @Test(
    "nationalities are read from Thai words, English words and codes",
    arguments: [
      ("ไทย", .thai), ("เมียนมา", .burmese), ("เมียนมาร์", .burmese), ("พม่า", .burmese), ("ลาว", .lao),
      ("กัมพูชา", .cambodian),
      ("จีน", .chinese), ("THA", .thai), ("mmr", .burmese), ("099", .thai), ("Laos", .lao), ("ไร้สัญชาติ", .stateless),
      ("ไม่มีสถานะทางทะเบียน", .stateless), ("ไม่ระบุ", .unknown), ("ญี่ปุ่น", .japanese),
    ] as [(String, Nationality)])
  func nationality(_ text: String, _ nationality: Nationality) { #expect(Nationality.parse(text) == nationality) }

  @Test("an unknown nationality is not guessed", arguments: ["", "-", "ดาวอังคาร", "ไท"])
  func noNationality(_ text: String) { #expect(Nationality.parse(text) == nil) }
}
