import Glibc
import TestSupport
import Testing

@testable import LECTerm

/// The C library's own count, which Swift's Glibc module does not show.
@_silgen_name("wcwidth") private func wcwidth(_ codePoint: Int32) -> Int32

@Suite struct ColumnsTests {
  @Test(
    "Thai text takes the columns a terminal gives it",
    arguments: [
      ("น้ำที่กำลังเป็น", 10), ("กำ", 2), ("น้ำ", 2), ("กี่", 1), ("เด็กชาย", 6), ("ปั้น", 2), ("", 0), ("abc", 3), ("ก\u{200B}ข", 2),
    ])
  func width(text: String, columns: Int) {
    #expect(Columns.width(of: text) == columns)
  }

  @Test("SARA AM begins a column of its own")
  func saraAm() {
    let columns = Array(Columns("น้ำ"))
    #expect(columns.map(\.base) == ["น", "ำ"])
    #expect(columns.map(\.marks.count) == [1, 0])
  }

  @Test("a mark without a base sits on a dotted circle and does not vanish")
  func loneMark() {
    #expect(Columns.string(Columns("\u{0E48}ก")) == "\u{25CC}\u{0E48}ก")
  }

  @Test("a fifth mark on one base is shown on a column of its own")
  func manyMarks() {
    let text = "ก" + String(repeating: "\u{0E48}", count: 5)
    #expect(Columns.width(of: text) == 2)
    #expect(Columns.string(Columns(text)).unicodeScalars.filter { $0 == "\u{0E48}" }.count == 5)
  }

  @Test(
    "what a terminal could obey or draw in another width becomes a question mark",
    arguments: ["\u{1B}", "\n", "\0", "\u{7F}", "\u{9B}", "漢", "👍", "ع", "\u{E000}", "\u{2028}"])
  func replaced(text: String) {
    #expect(Columns.string(Columns("a" + text + "b")) == "a?b")
  }

  @Test("direction marks and joiners are left out", arguments: ["\u{202E}", "\u{200D}", "\u{FEFF}", "\u{2066}"])
  func leftOut(text: String) {
    #expect(Columns.string(Columns("a" + text + "b")) == "ab")
  }

  @Test("every code point we show is counted as the C library counts it")
  func sameAsWcwidth() {
    #expect(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var wrong: [String] = []
    for value in UInt32(0)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected: Int32
      switch Glyph(scalar) {
      case .base: expected = 1
      case .mark: expected = 0
      case .nothing, .unprintable: continue
      }
      let width = wcwidth(wchar_t(value))
      if width != expected { wrong.append("\(String(value, radix: 16)) \(width)") }
    }
    #expect(wrong == [])
  }

  @Test("every assigned code point of the Thai block is shown")
  func wholeThaiBlock() {
    for value in UInt32(0x0E01)...0x0E5B where !(0x0E3B...0x0E3E).contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(Columns.string(Columns("ก" + String(scalar))) == "ก" + String(scalar))
    }
  }

  @Test("a text too long is cut between columns, and says so")
  func fits() {
    #expect(Columns.string(Columns.fit("น้ำที่กำลัง", width: 4)) == "น้ำที่…")
    #expect(Columns.string(Columns.fit("น้ำที่กำลัง", width: 4, cut: .clip)) == "น้ำที่ก")
    #expect(Columns.string(Columns.fit("น้ำที่กำลัง", width: 3, cut: .start)) == "…ลัง")
    #expect(Columns.string(Columns.fit("กำ", width: 2)) == "กำ")
    #expect(Columns.fit("กำ", width: 0).isEmpty)
  }

  @Test("padding fills to exact columns on the side asked for")
  func pads() {
    #expect(Columns.pad("กี่", width: 3) == "กี่  ")
    #expect(Columns.pad("12", width: 4, align: .trailing) == "  12")
    #expect(Columns.pad("12", width: 5, align: .center) == " 12  ")
    #expect(Columns.pad("123456", width: 4) == "123…")
  }
}
