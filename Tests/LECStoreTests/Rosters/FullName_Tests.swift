import LECModel
import LECStore
import Testing

@Suite struct FullNameTests {
  @Test(
    "a name in one cell is taken apart",
    arguments: [
      ("น้ำเพชร ตัวอย่าง", nil, "น้ำเพชร", "ตัวอย่าง"), ("เด็กชายน้ำเพชร  ตัวอย่าง", .boy, "น้ำเพชร", "ตัวอย่าง"),
      ("ด.ญ. กำไล ณ ทดสอบ", .girl, "กำไล", "ณ ทดสอบ"), ("เด็กชาย น้ำเพชร ตัวอย่าง", .boy, "น้ำเพชร", "ตัวอย่าง"),
      ("น้ำเพชร", nil, "น้ำเพชร", ""), ("", nil, "", ""),
    ] as [(String, Title?, String, String)])
  func split(_ text: String, _ title: Title?, _ first: String, _ last: String) {
    let name = FullName(text)
    #expect(name.title == title)
    #expect(name.first == first)
    #expect(name.last == last)
  }
}
