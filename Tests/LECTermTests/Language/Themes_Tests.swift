import Testing

@testable import LECTerm

@Suite struct ThemesTests {
  @Test("a line gives an ink its colours and attributes")
  func parses() throws {
    let theme = try Themes.parse("# a comment\n\nerror = 196/red - bold underline # why\nlink = cyan 15\n", name: "x")
    #expect(theme[.error].foreground == Style.Colour(many: 196, eight: 1))
    #expect(theme[.error].background == Style.Colour())
    #expect(theme[.error].attributes == [.bold, .underline])
    #expect(theme[.link].foreground == Style.Colour(many: 6, eight: 6))
    #expect(theme[.link].background == Style.Colour(many: 15, eight: nil))
    #expect(theme[.text] == Style())
  }

  @Test(
    "a mistake is told with its line",
    arguments: [
      ("error = red", Themes.Problem.What.notALine), ("eror = red -", .ink("eror")), ("error = rot -", .colour("rot")),
      ("error = 256 -", .colour("256")), ("error = 1/2/3 -", .colour("1/2/3")), ("error = / -", .colour("/")),
      ("error = - - blink", .attribute("blink")), ("error = - -\nerror = - -", .twice(.error)),
    ])
  func mistakes(text: String, what: Themes.Problem.What) {
    let error = #expect(throws: Themes.Problem.self) { _ = try Themes.parse("\n" + text, name: "x") }
    #expect(error?.what == what)
    #expect(error?.line == (what == .twice(.error) ? 3 : 2))
  }

  @Test("every theme we deliver can be read, and reverses the chosen row")
  func delivered() throws {
    let folder = try #require(DataFolder.find())
    let names = Themes.names(in: folder)
    #expect(names.contains(Themes.standard))
    for name in names {
      let text = String(decoding: folder.bytes(of: "themes/\(name).theme"), as: UTF8.self)
      let theme = try Themes.parse(text, name: name)
      for ink in [Ink.selected, .selectedDim, .selectedMatch] { #expect(theme[ink].attributes.contains(.reverse)) }
    }
  }

  @Test("without a theme or a folder there is black and white, which tells the states apart")
  func mono() throws {
    #expect(Themes.theme("no such", in: DataFolder.find()) == .mono)
    #expect(Themes.theme(Themes.standard, in: nil) == .mono)
    for ink in [Ink.selected, .error, .fieldFocused, .banner, .dim] { #expect(Theme.mono[ink].attributes != []) }
  }
}
