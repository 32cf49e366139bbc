import Testing

@testable import LECTerm

@Suite struct RectTests {
  private let area = Rect(column: 2, row: 1, columns: 10, rows: 6)

  @Test("splitting loses nothing, also when too much is asked for")
  func splits() {
    #expect(area.split(top: 2).top == Rect(column: 2, row: 1, columns: 10, rows: 2))
    #expect(area.split(top: 2).rest == Rect(column: 2, row: 3, columns: 10, rows: 4))
    #expect(area.split(bottom: 1).bottom == Rect(column: 2, row: 6, columns: 10, rows: 1))
    #expect(area.split(left: 3).rest == Rect(column: 5, row: 1, columns: 7, rows: 6))
    #expect(area.split(right: 3).right == Rect(column: 9, row: 1, columns: 3, rows: 6))
    #expect(area.split(top: 99).rest.isEmpty)
    #expect(area.split(bottom: 99).bottom == area)
  }

  @Test("rows are counted from either end, and a row outside is empty")
  func rows() {
    #expect(area.row(0) == Rect(column: 2, row: 1, columns: 10, rows: 1))
    #expect(area.row(-1) == Rect(column: 2, row: 6, columns: 10, rows: 1))
    #expect(area.row(6).isEmpty)
  }

  @Test("inset, common part and middle")
  func others() {
    #expect(area.inset() == Rect(column: 3, row: 2, columns: 8, rows: 4))
    #expect(area.inset(columns: 6).isEmpty)
    #expect(area.common(with: Rect(columns: 5, rows: 3)) == Rect(column: 2, row: 1, columns: 3, rows: 2))
    #expect(area.common(with: Rect(columns: 2, rows: 1)).isEmpty)
    #expect(area.centered(Size(columns: 4, rows: 2)) == Rect(column: 5, row: 3, columns: 4, rows: 2))
  }
}
