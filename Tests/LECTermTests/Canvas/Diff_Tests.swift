import TestSupport
import Testing

@testable import LECTerm

@Suite struct DiffTests {
  private func canvas(_ rows: [String]) -> Canvas {
    var canvas = Canvas(size: Size(columns: 10, rows: rows.count))
    for (number, text) in rows.enumerated() { canvas.put(text, at: Position(column: 0, row: number)) }
    return canvas
  }

  @Test("only the cells that differ are sent")
  func minimal() {
    let diff = Diff(from: canvas(["abcdefgh", "same"]), to: canvas(["abXdefYZ", "same"]))
    #expect(diff.runs.map(\.place) == [Position(column: 2, row: 0), Position(column: 6, row: 0)])
    #expect(diff.runs.map { $0.cells.map(\.base) } == [["X"], ["Y", "Z"]])
  }

  @Test("a changed tone mark and a changed ink are changes")
  func marksAndInk() {
    var new = canvas(["ก่า", "b"])
    new.tint(Rect(row: 1, columns: 1, rows: 1), ink: .error)
    let diff = Diff(from: canvas(["ก้า", "b"]), to: new)
    #expect(diff.runs.map(\.place) == [Position(column: 0, row: 0), Position(column: 0, row: 1)])
    #expect(diff.runs.map(\.cells.count) == [1, 1])
  }

  @Test("equal canvases need nothing, and a first one or another size everything")
  func edges() {
    let one = canvas(["a", "b"])
    #expect(Diff(from: one, to: one).runs.isEmpty)
    #expect(Diff(from: nil, to: one).runs.map(\.cells.count) == [10, 10])
    #expect(Diff(from: canvas(["a"]), to: one).runs.count == 2)
  }

  @Test("the runs turn the old canvas into the new one", arguments: 1...10)
  func complete(seed: Int) {
    var luck = Luck(seed: UInt64(seed))
    let letters = ["ก", "กี่", "ำ", "a", " ", "น้ำ"]
    func random() -> Canvas {
      canvas((0..<4).map { _ in (0..<8).map { _ in letters[Int(luck.next() % 6)] }.joined() })
    }
    let old = random(), new = random()
    var mended = old
    for run in Diff(from: old, to: new).runs {
      for (offset, cell) in run.cells.enumerated() {
        #expect(mended[run.place.moved(columns: offset)] != cell)
        mended.set(cell, at: run.place.moved(columns: offset))
      }
    }
    #expect(mended == new)
  }
}
