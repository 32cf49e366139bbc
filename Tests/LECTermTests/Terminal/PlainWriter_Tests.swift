import Testing

@testable import LECTerm

@Suite struct PlainWriterTests {
  private func canvas(_ rows: [String], cursor: Int?) -> Canvas {
    var canvas = Canvas(size: Size(columns: 20, rows: rows.count))
    for (number, text) in rows.enumerated() { canvas.put(text, at: Position(column: 0, row: number)) }
    canvas.cursor = cursor.map { Position(column: 0, row: $0) }
    return canvas
  }

  @Test("the first screen is told without boxes, the chosen row last")
  func first() {
    var writer = PlainWriter()
    let text = writer.text(for: canvas(["┌─ น้ำ ────┐", "│ one │", "│ two │", "└──────────┘"], cursor: 1))
    #expect(text == "     น้ำ\n    two\n>   one")
  }

  @Test("what stands at the right end of a row follows its name at once")
  func right() {
    var writer = PlainWriter()
    #expect(writer.text(for: canvas(["  one         12", ""], cursor: 1)) == "    one  12\n> ")
  }

  @Test("moving tells the row moved to, and no more")
  func moves() {
    var writer = PlainWriter()
    _ = writer.text(for: canvas(["one", "two", "three"], cursor: 0))
    #expect(writer.text(for: canvas(["one", "two", "three"], cursor: 1)) == "\n> two")
    #expect(writer.text(for: canvas(["one", "two", "three"], cursor: 1)) == "")
  }

  @Test("typing echoes what was typed, mark by mark")
  func types() {
    var writer = PlainWriter()
    _ = writer.text(for: canvas(["name: ", "help"], cursor: 0))
    #expect(writer.text(for: canvas(["name: ท", "help"], cursor: 0)) == " ท")
    #expect(writer.text(for: canvas(["name: ที", "help"], cursor: 0)) == "\u{0E35}")
    #expect(writer.text(for: canvas(["name: ที่", "help"], cursor: 0)) == "\u{0E48}")
    #expect(writer.text(for: canvas(["name: ที", "help"], cursor: 0)) == "\n> name: ที")
  }

  @Test("a toast is told, and then the chosen row again")
  func toast() {
    var writer = PlainWriter()
    _ = writer.text(for: canvas(["one", "two", ""], cursor: 1))
    #expect(writer.text(for: canvas(["one", "two", "saved"], cursor: 1)) == "\n  saved\n> two")
  }

  @Test("another screen is told whole, after an empty line")
  func another() {
    var writer = PlainWriter()
    _ = writer.text(for: canvas(["one", "two", "three"], cursor: 1))
    #expect(writer.text(for: canvas(["a", "b", "c"], cursor: 2)) == "\n\n  a\n  b\n> c")
  }
}
