import Testing

@testable import LECTerm

@Suite("Finding commands")
struct PaletteTests {
  let offered: [Command] = [
    .bar(.add), Command(.confirm, state: .refused("form.required")), Command(.verify), Command(.setClass),
  ]

  func palette(_ code: Language.Code, typed text: String = "") -> Palette {
    var palette = Palette(offered, language: Spoken.look(code).language)
    for scalar in text.unicodeScalars { _ = palette.handle(.text(String(scalar))) }
    return palette
  }

  @Test(
    "Thai and English names are found whichever is spoken",
    arguments: [
      ("เพิ่ม", Command.ID.add), ("เพิม", .add), ("add", .add), ("vid", .verify), ("ยืนยัน", .confirm), ("quit", .quit),
      ("F10", .quit),
    ])
  func bothLanguages(letters: String, id: Command.ID) {
    #expect(palette(.thai, typed: letters).found.first?.id == id)
    #expect(palette(.english, typed: letters).found.first?.id == id)
  }

  @Test("Enter runs the chosen one")
  func running() {
    var palette = palette(.english, typed: "add")
    #expect(palette.handle(.command(.choose)) == .run(.add))
  }

  @Test("what is refused tells why instead of running")
  func refused() {
    var palette = palette(.english, typed: "confirm")
    #expect(palette.handle(.command(.choose)) == .refused("form.required", []))
  }

  @Test("nothing found, nothing run")
  func nothing() {
    var palette = palette(.english, typed: "zzzz")
    #expect(palette.handle(.command(.choose)) == .open)
    #expect(palette.handle(.command(.back)) == .closed)
  }

  @Test("the help runs a command too")
  func help() {
    var help = Help(offered, language: Spoken.language)
    for scalar in "verify".unicodeScalars { _ = help.handle(.text(String(scalar))) }
    #expect(help.selected?.id == .verify)
    #expect(help.handle(.command(.choose)) == .run(.verify))
  }

  @Test("the help lists every command of the screen and those that are everywhere")
  func helpListsAll() {
    let found = Set(Help(offered, language: Spoken.language).found.map(\.id))
    #expect(found == Set(offered.map(\.id)).union(Command.everywhere.map(\.id)))
  }
}
