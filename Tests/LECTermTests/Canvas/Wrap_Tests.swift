import TestSupport
import Testing

@testable import LECTerm

@Suite("Breaking text into lines")
struct Wrap_Tests {
  @Test("at spaces, and at line breaks that are there")
  func spaces() {
    #expect(Wrap.lines("one two three", width: 8) == ["one two", "three"])
    #expect(Wrap.lines("one\n\ntwo", width: 8) == ["one", "", "two"])
    #expect(Wrap.lines("", width: 8) == [""])
  }

  @Test("in Thai without spaces before a leading vowel, never before a following one")
  func thai() {
    #expect(Wrap.lines("ตรวจสอบแล้วเสร็จ", width: 9) == ["ตรวจสอบ", "แล้วเสร็จ"])
    #expect(Wrap.lines("กรุณากา", width: 6).allSatisfy { !$0.hasPrefix("า") })
  }

  @Test("not between a number and the word that it counts")
  func numbers() {
    let thai = "ใช้ค่าที่มีผลอยู่ของเด็ก 12 คน"
    #expect(Wrap.lines(thai, width: Columns.width(of: thai) - 1).last == "12 คน")
    #expect(Wrap.lines("three of 12 children", width: 11) == ["three of", "12 children"])
    #expect(Wrap.lines("8 Nov 2567 9:00", width: 11) == ["8 Nov 2567", "9:00"])
  }

  @Test("at a zero-width space, which is not seen")
  func hints() {
    #expect(Wrap.lines("กรอก\u{200B}ข้อมูล", width: 7) == ["กรอก", "ข้อมูล"])
    #expect(Wrap.lines("กรอก\u{200B}ข้อมูล", width: 20) == ["กรอกข้อมูล"])
  }

  @Test("no line is too long, and no letter is lost", arguments: 1...40)
  func keepsAll(width: Int) {
    let letters = Array("กขคงจนมลวสหอาิีุู่้ำแเโใไ ๆ.-12ab".unicodeScalars)
    var luck = Luck(seed: UInt64(width))
    for _ in 0..<50 {
      var text = String.UnicodeScalarView()
      for _ in 0..<60 { text.append(letters[Int(luck.next() % UInt64(letters.count))]) }
      let lines = Wrap.lines(String(text), width: width)
      #expect(lines.allSatisfy { Columns.width(of: $0) <= width })
      let seen = Columns.string(Columns(String(text))).unicodeScalars.filter { $0 != " " }
      #expect(lines.joined().unicodeScalars.filter { $0 != " " }.elementsEqual(seen))
    }
  }
}
