import Testing

@testable import LECTerm

@Suite("A line of Thai text")
struct TextLineTests {
  func typed(_ text: String) -> TextLine {
    var line = TextLine()
    for scalar in text.unicodeScalars { _ = line.handle(.text(String(scalar))) }
    return line
  }

  @Test(
    "backspace takes the last code point: a tone mark, a vowel, SARA AM",
    arguments: [
      ("กำ", "ก"), ("ที่", "ที"), ("ที", "ท"), ("น้ำ", "น้"), ("ก", ""), ("", ""),
    ])
  func backspace(before: String, after: String) {
    var line = typed(before)
    #expect(line.text.unicodeScalars.elementsEqual(before.unicodeScalars))
    _ = line.handle(.command(.deleteBack))
    #expect(line.text.unicodeScalars.elementsEqual(after.unicodeScalars))
  }

  @Test("delete takes the letter with all that sits on it")
  func delete() {
    var line = typed("ที่กำ")
    _ = line.handle(.command(.lineStart))
    _ = line.handle(.command(.deleteForward))
    #expect(line.text == "กำ")
    _ = line.handle(.command(.deleteForward))
    #expect(line.text == "ำ")
  }

  @Test("arrows go by column: SARA AM is one of its own, marks are none")
  func arrows() {
    var line = typed("น้ำที่")
    var places: [Int] = [line.caret]
    for _ in 0..<4 {
      _ = line.handle(.command(.left))
      places.append(line.caret)
    }
    #expect(places == [6, 3, 2, 0, 0])
    _ = line.handle(.command(.right))
    #expect(line.caret == 2)
  }

  @Test("a paste loses its line ends and controls, and what is beyond the limit")
  func paste() {
    var line = TextLine("ab", limit: 8)
    _ = line.handle(.command(.left))
    _ = line.handle(.paste("1\n2\u{7}3456789"))
    #expect(line.text == "a1 2345b")
  }

  @Test("a line that is too long scrolls so far that the caret is seen")
  func scrolling() {
    var canvas = Canvas(size: Size(columns: 6, rows: 1))
    typed("ที่กำลังเป็นไป").draw(on: &canvas, at: .origin, width: 6, ink: .field)
    #expect(canvas.cursor == Position(column: 5, row: 0))
    #expect(canvas.frame.rows[0].hasSuffix("ป็นไป "))
  }
}
