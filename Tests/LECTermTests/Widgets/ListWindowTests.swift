import TestSupport
import Testing

@testable import LECTerm

@Suite("A list over a query")
struct ListWindowTests {
  let long = FakeList(count: 100_000)

  func opened(_ list: FakeList, rows: Int = 20) -> ListWindow {
    var window = ListWindow(columns: FakeList.columns, capacity: rows)
    window.receive(list.answer(window.fromStart()))
    return window
  }

  @Test("of 100,000 rows it holds those on the screen, wherever it goes")
  func holdsOnlyVisible() {
    var window = opened(long)
    var luck = Luck(seed: 1)
    let moves: [Command.ID] = [.up, .down, .pageUp, .pageDown, .pageDown, .down, .first, .last, .mark, .reverse]
    for _ in 0..<2_000 {
      let move = moves[Int(luck.next() % UInt64(moves.count))]
      window.run(move, on: long)
      #expect(window.rows.count == 20)
      #expect(window.total == 100_000)
      #expect(window.selected?.id == RowID(String(window.ordinal - 1)), "after \(move)")
    }
  }

  @Test("down goes row by row past the last one seen, and stops at the end")
  func downToEnd() {
    let list = FakeList(count: 25)
    var window = opened(list)
    for _ in 0..<40 { window.run(.down, on: list) }
    #expect(window.ordinal == 25)
    #expect(window.rows.count == 20)
    for _ in 0..<40 { window.run(.up, on: list) }
    #expect(window.ordinal == 1)
    #expect(window.start == 0)
  }

  @Test("a page further shows the rows that follow, and keeps the height of the chosen row")
  func pages() {
    var window = opened(long)
    window.run(.down, .down, .pageDown, on: long)
    #expect(window.start == 20)
    #expect(window.ordinal == 23)
    window.run(.pageUp, on: long)
    #expect(window.ordinal == 3)
    window.run(.last, .pageUp, .first, on: long)
    #expect(window.ordinal == 1)
  }

  @Test("the last page is as long as what is left, and ends on the last row")
  func lastPage() {
    let list = FakeList(count: 45)
    var window = opened(list)
    window.run(.pageDown, .pageDown, on: list)
    #expect(window.ordinal == 45)
    window.run(.pageDown, on: list)
    #expect(window.ordinal == 45)
  }

  @Test("Enter gives the chosen row")
  func choosing() {
    var window = opened(long)
    window.run(.down, on: long)
    #expect(window.handle(.command(.choose)) == .chosen(long.row(1)))
  }

  @Test("the search follows every letter, and Esc brings everything back")
  func searching() {
    var window = opened(long)
    window.run([.command(.search), .text("0"), .text("9"), .text("9"), .text("9")], on: long)
    #expect(window.isTyping)
    #expect(window.search == "0999")
    let found = window.rows.map { $0.cells[1].said(in: Spoken.language) }
    #expect(found.first == "0000999")
    #expect(found.allSatisfy { $0.contains("0999") })
    window.run([.command(.deleteBack)], on: long)
    #expect(window.search == "099")
    window.run([.command(.choose)], on: long)
    #expect(!window.isTyping)
    #expect(window.wantsBack)
    window.run([.command(.back)], on: long)
    #expect(window.total == 100_000)
    #expect(!window.wantsBack)
  }

  @Test("arrows move in the list while a search is typed")
  func movingWhileSearching() {
    var window = opened(long)
    window.run([.command(.search), .text("5"), .command(.down)], on: long)
    #expect(window.ordinal == 2)
    #expect(window.isTyping)
  }

  @Test("marking goes on to the next row; marking all of 100,000 keeps no list of them")
  func marking() {
    var window = opened(long)
    window.run(.mark, .mark, on: long)
    #expect(window.picked == [RowID("0"), RowID("1")])
    #expect(window.ordinal == 3)
    window.run(.markAll, on: long)
    #expect(window.markedCount == 100_000)
    #expect(window.picked == nil)
    window.run(.mark, on: long)
    #expect(window.marks == .allBut([RowID("2")]))
    window.run(.markAll, .markAll, on: long)
    #expect(window.marks == .none)
  }

  @Test("without marks a command is about the chosen row")
  func picked() {
    var window = opened(long)
    window.run(.down, on: long)
    #expect(window.picked == [RowID("1")])
  }

  @Test("marks on all that was found go when the search changes, marks by name stay")
  func marksAndSearch() {
    var window = opened(long)
    window.run([.command(.mark), .command(.search), .text("1")], on: long)
    #expect(window.marks == .only([RowID("0")]))
    window.run([.command(.choose), .command(.markAll), .command(.search), .text("2")], on: long)
    #expect(window.marks == .none)
  }

  @Test("sorting goes from column to column, reversing turns the order round")
  func sorting() {
    var window = opened(long)
    window.run(.sort, on: long)
    #expect(window.sort == "number")
    window.run(.sort, .reverse, on: long)
    #expect(window.sort == "name")
    #expect(window.rows.first?.cells.first == .number(100_000))
  }

  @Test("after a change the chosen row stays chosen; when it is gone the one in its place is")
  func refreshing() {
    var window = opened(FakeList(count: 30))
    window.run(.down, .down, .down, on: FakeList(count: 30))
    window.receive(FakeList(count: 30).answer(window.refresh()))
    #expect(window.ordinal == 4)
    window.run(.last, on: FakeList(count: 30))
    window.receive(FakeList(count: 29).answer(window.refresh()))
    #expect(window.ordinal == 29)
    window.receive(FakeList(count: 0).answer(window.refresh()))
    #expect(window.ordinal == 0)
    #expect(window.selected == nil)
  }

  @Test("a smaller window holds fewer rows, the chosen one among them")
  func fitting() {
    var window = opened(long)
    window.run(.last, on: long)
    let request = window.fit(rows: 5)
    #expect(request != nil)
    if let request { window.receive(long.answer(request)) }
    #expect(window.rows.count == 5)
    #expect(window.ordinal == 100_000)
    #expect(window.fit(rows: 5) == nil)
  }

  @Test("a click chooses a row, a second one opens it")
  func clicking() {
    var window = opened(long)
    let row = Input.click(Position(column: 5, row: 7)).moved(into: Rect(column: 0, row: 2, columns: 80, rows: 21))
    #expect(row.map { window.handle($0) } == .handled)
    #expect(window.ordinal == 5)
    #expect(row.map { window.handle($0) } == .chosen(long.row(4)))
    #expect(Input.click(.origin).moved(into: Rect(column: 0, row: 2, columns: 80, rows: 21)) == nil)
  }

  @Test("columns are chosen by ticking; the last one can't go")
  func columnChoice() {
    var window = opened(long)
    window.run(.columns, .mark, .choose, on: long)
    #expect(window.chosenColumns?.contains("number") == false)
    window.run(.columns, .down, .mark, .down, .mark, .down, .mark, .choose, on: long)
    #expect(window.chosenColumns?.count == 1)
  }

  @Test("columns that don't fit are left out from the right; what is left over goes to the one that grows")
  func layout() {
    let columns = FakeList.columns
    let wide = ColumnLayout(columns, shown: [0, 1, 2], width: 60)
    #expect(wide.places.map(\.width) == [9, 41, 8])
    #expect(wide.places.map(\.start) == [0, 10, 52])
    let narrow = ColumnLayout(columns, shown: [0, 1, 2], width: 35)
    #expect(narrow.places.map(\.index) == [0, 1])
  }
}
