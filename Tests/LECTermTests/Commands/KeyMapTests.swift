import Testing

@testable import LECTerm

@Suite("Keys and commands")
struct KeyMapTests {
  /// The groups that screens offer together.
  static let together: [[KeyMap.Group]] = [
    [.everywhere, .moving, .finding, .marking, .records, .confirming],
    [.everywhere, .moving, .finding, .marking, .rollCall, .confirming],
    [.everywhere, .moving, .filling],
    [.everywhere, .moving, .confirming, .places],
    [.everywhere, .moving, .beginning],
  ]

  @Test("commands that meet on a screen never share a key", arguments: together)
  func noCollisions(groups: [KeyMap.Group]) {
    let ids = KeyMap.rows.filter { groups.contains($0.group) }.map(\.id)
    #expect(KeyMap.collisions(among: ids) == [])
  }

  @Test("a collision would be found")
  func collisionIsSeen() {
    #expect(KeyMap.collisions(among: [.remove, .deleteForward]) == ["Del"])
  }

  @Test("every command has exactly one row", arguments: Command.ID.allCases)
  func oneRow(id: Command.ID) {
    #expect(KeyMap.rows.filter { $0.id == id }.count == 1)
  }

  @Test("every command has a key that any terminal sends", arguments: KeyMap.rows.map(\.id))
  func plainKey(id: Command.ID) {
    let keys = KeyMap.keys(of: id)
    switch KeyMap.group(of: id) {
    case .line: #expect(keys.contains { $0.isControl || $0 == "Backspace" })
    case .filling: #expect(keys.contains { $0.isControl })
    // A line of the menu, where Enter is.
    case .menu: #expect(MenuCommands.line(of: id) != nil)
    default: #expect(keys.contains { $0.isPlain })
    }
  }

  @Test("every command has a name and a sentence in both languages", arguments: Command.ID.allCases)
  func words(id: Command.ID) {
    for code in Language.Code.allCases {
      for key in [id.name, Command(id).help] {
        #expect(!Spoken.language.text(key, in: code).hasPrefix("["), "\(key) in \(code)")
      }
    }
  }

  @Test("no words are left of commands that are gone")
  func noLeftOverWords() {
    let known = Set(Command.ID.allCases.flatMap { [$0.name.name, Command($0).help.name] })
    let written = Spoken.language.keys(of: .thai).filter { $0.hasPrefix("command.") }
    #expect(written.subtracting(known).sorted() == [])
  }

  @Test("only what a screen offers is called, and what is everywhere")
  func offered() {
    #expect(KeyMap.command(for: "a", isTyping: false, among: []) == nil)
    #expect(KeyMap.command(for: "a", isTyping: false, among: [Command(.add)]) == .add)
    #expect(KeyMap.command(for: "?", isTyping: false, among: []) == .help)
  }

  @Test("while a line is typed letters are text, and Home and Del belong to the line")
  func typing() {
    let offered = [Command(.add), Command(.first), Command(.remove), Command(.save)]
    #expect(KeyMap.command(for: "a", isTyping: true, among: offered) == nil)
    #expect(KeyMap.command(for: "?", isTyping: true, among: offered) == nil)
    #expect(KeyMap.command(for: "Home", isTyping: true, among: offered) == .lineStart)
    #expect(KeyMap.command(for: "Del", isTyping: true, among: offered) == .deleteForward)
    #expect(KeyMap.command(for: "Ctrl-S", isTyping: true, among: offered) == .save)
    #expect(KeyMap.command(for: "F1", isTyping: true, among: offered) == .help)
    #expect(KeyMap.shownKey(of: .help, isTyping: true) == "F1")
  }

  @Test(
    "where no text is typed every command has a key that the Thai keyboard sends too", arguments: KeyMap.rows.map(\.id))
  func thaiKeyboard(id: Command.ID) {
    guard ![.line, .filling, .menu].contains(KeyMap.group(of: id)) else { return }
    let thai = (0x0E01...0x0E5B).compactMap { Unicode.Scalar($0) } + ["/", "-", "?", ".", ","]
    let reached = Set(thai.compactMap { Key.char($0).folded.name }).union(["Enter", "Space", "Tab"])
    #expect(KeyMap.keys(of: id).contains { $0.isPlain && reached.contains($0) })
  }

  @Test("a Thai letter calls the command of its key, and is text where text is typed")
  func folding() {
    #expect(KeyMap.input(for: .char("ฟ"), isTyping: false, among: [Command(.add)]) == .command(.add))
    #expect(KeyMap.input(for: .char("ฟ"), isTyping: true, among: [Command(.add)]) == .text("ฟ"))
    #expect(KeyMap.input(for: .paste("x"), isTyping: false, among: []) == nil)
    #expect(KeyMap.input(for: .char(" "), isTyping: false, among: [Command(.mark)]) == .command(.mark))
    #expect(KeyMap.input(for: .control("p"), isTyping: true, among: []) == .command(.palette))
  }
}
