import TestSupport
import Testing

@testable import LECTerm

@Suite struct CanvasTests {
  @Test("text stands in its columns and is cut at its width")
  func puts() {
    var canvas = Canvas(size: Size(columns: 12, rows: 2))
    canvas.put("น้ำที่กำลังเป็น", at: .origin, width: 6, ink: .title)
    canvas.put("12", at: Position(column: 7, row: 0), width: 5, align: .trailing)
    canvas.put("abc", at: Position(column: 10, row: 1))
    #expect(canvas.frame.rows == ["น้ำที่กำ…    12", "          a…"])
    #expect(canvas.frame.inks == ["0: 0-5 title"])
  }

  @Test("nothing is written outside, and a column is never split")
  func clips() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.put("น้ำ้าย", at: Position(column: -1, row: 0), width: 9, cut: .clip)
    canvas.put("above", at: Position(column: 0, row: -1))
    canvas.put("below", at: Position(column: 0, row: 1))
    #expect(canvas.frame.rows == ["ำ้าย "])
  }

  @Test("a part has its own origin and edges")
  func parts() {
    var canvas = Canvas(size: Size(columns: 8, rows: 3))
    canvas.part(Rect(column: 2, row: 1, columns: 4, rows: 1)) { part in
      #expect(part.size == Size(columns: 4, rows: 1))
      part.put("abcdef", at: .origin, width: 6, cut: .clip)
      part.put("no", at: Position(column: 0, row: 1))
      part.cursor = Position(column: 1, row: 0)
      part.part(Rect(column: 3, row: 0, columns: 9, rows: 9)) { inner in
        inner.fill(inner.bounds, ink: .dim)
      }
    }
    #expect(canvas.frame.text(label: "th") == "8x3 th\n|        |\n|  abc   |\n|        |\n1: 5-5 dim\ncursor 3,1\n")
  }

  @Test("a cursor outside its part is no cursor")
  func cursorOutside() {
    var canvas = Canvas(size: Size(columns: 8, rows: 3))
    canvas.part(Rect(columns: 2, rows: 1)) { $0.cursor = Position(column: 2, row: 0) }
    #expect(canvas.cursor == nil)
  }

  @Test("boxes meet lines in joints and carry their title")
  func boxes() {
    var canvas = Canvas(size: Size(columns: 12, rows: 5))
    let area = Rect(canvas.size)
    canvas.box(area, title: "ปี")
    canvas.rule(across: area, row: 2)
    canvas.vline(at: Position(column: 8, row: 2), height: 2)
    #expect(
      canvas.frame.rows == [
        "┌─ ปี ──────┐", "│          │", "├───────┼──┤", "│       │  │", "└──────────┘",
      ])
  }

  @Test("tint keeps the letters, fill does not")
  func tintAndFill() {
    var canvas = Canvas(size: Size(columns: 3, rows: 2))
    canvas.put("abc", at: .origin)
    canvas.put("abc", at: Position(column: 0, row: 1))
    canvas.tint(Rect(columns: 3, rows: 1), ink: .selected)
    canvas.fill(Rect(row: 1, columns: 2, rows: 1), ink: .selected)
    #expect(canvas.frame.rows == ["abc", "  c"])
    #expect(canvas.frame.inks == ["0: 0-2 selected", "1: 0-1 selected"])
  }

  @Test("no control character gets into a canvas, whatever the data", arguments: 1...20)
  func fuzz(seed: Int) {
    var luck = Luck(seed: UInt64(seed))
    var canvas = Canvas(size: Size(columns: 20, rows: 4))
    for _ in 0..<200 {
      var text = ""
      for _ in 0..<Int.random(in: 0...30, using: &luck) {
        let top: UInt32 = Bool.random(using: &luck) ? 0xFF : Bool.random(using: &luck) ? 0xEFF : 0x10FFFF
        if let scalar = Unicode.Scalar(UInt32.random(in: 0...top, using: &luck)) { text.unicodeScalars.append(scalar) }
      }
      let place = Position(column: .random(in: -9...25, using: &luck), row: .random(in: -2...6, using: &luck))
      canvas.put(text, at: place, width: .random(in: -2...30, using: &luck), ink: .text)
      canvas.box(Rect(origin: place, size: Size(columns: 7, rows: 3)), title: text)
      canvas.set(Cell(text.unicodeScalars.first ?? "\u{1B}"), at: place)
    }
    let frame = canvas.frame
    for row in frame.rows {
      #expect(Columns.width(of: row) == 20)
      #expect(row.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
    }
  }

  @Test("a cell is small")
  func small() {
    #expect(MemoryLayout<Cell>.stride <= 16)
  }
}
