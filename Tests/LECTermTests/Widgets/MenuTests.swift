import Testing

@testable import LECTerm

@Suite("A menu")
struct MenuTests {
  let menu = Menu([
    Menu.Item("check", label: "test.reasonA", figure: .number(12), ink: .warning, heading: "test.state"),
    Menu.Item("solve", label: "test.reasonB", figure: .number(3)),
    Menu.Item("confirm", label: "command.confirm", state: .refused("form.required"), heading: "test.note"),
  ])

  @Test("Enter gives the chosen item, or why it can't be chosen")
  func choosing() {
    var menu = menu
    #expect(menu.handle(.command(.choose)) == .chosen("check"))
    #expect(menu.handle(.command(.last)) == .handled)
    #expect(menu.handle(.command(.choose)) == .refused("form.required", []))
  }

  @Test("a click takes headings into account")
  func clicking() {
    var menu = menu
    #expect(menu.handle(.click(Position(column: 3, row: 0))) == .ignored)
    #expect(menu.handle(.click(Position(column: 3, row: 2))) == .handled)
    #expect(menu.selected?.id == "solve")
    #expect(menu.handle(.click(Position(column: 3, row: 2))) == .chosen("solve"))
    #expect(menu.handle(.click(Position(column: 3, row: 5))) == .handled)
    #expect(menu.selected?.id == "confirm")
  }

  @Test("when the items change the chosen one stays chosen")
  func showing() {
    var menu = menu
    _ = menu.handle(.command(.down))
    menu.show([Menu.Item("solve", label: "test.reasonB"), Menu.Item("new", label: "test.reasonC")])
    #expect(menu.selected?.id == "solve")
    menu.show([])
    #expect(menu.selected == nil)
  }

  @Test("items with figures, headings, and one that is refused", arguments: Language.Code.allCases, [false, true])
  func drawn(code: Language.Code, plain: Bool) {
    let look = Spoken.look(code, plain: plain)
    var canvas = Canvas(size: Size(columns: 50, rows: 8))
    var menu = menu
    _ = menu.handle(.command(.down))
    menu.draw(on: &canvas, in: look)
    FrameCheck.expect(canvas, is: "menu\(plain ? "-plain" : "").\(code.rawValue)", label: code.rawValue)
  }
}
