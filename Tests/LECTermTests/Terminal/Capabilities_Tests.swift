import Testing

@testable import LECTerm

@Suite struct CapabilitiesTests {
  private func capabilities(_ type: String, colours: Int = 256, noColour: String = "") -> Capabilities {
    Capabilities(TerminalOptions { ["TERM": type, "NO_COLOR": noColour][$0] }, colours: colours)
  }

  @Test("colours follow the description, and NO_COLOR has the last word")
  func colours() {
    #expect(capabilities("xterm-256color").colours == .many)
    #expect(capabilities("linux", colours: 8).colours == .eight)
    #expect(capabilities("vt100", colours: 0).colours == .none)
    #expect(capabilities("xterm-256color", noColour: "1").colours == .none)
  }

  @Test("lines, Thai, mouse and title are for terminals that have them")
  func others() {
    #expect(capabilities("tmux-256color").drawsLines)
    #expect(!capabilities("vt100").drawsLines)
    #expect(!capabilities("linux").showsThai)
    #expect(capabilities("vt100").showsThai)
    #expect(!capabilities("linux").mouse)
    #expect(capabilities("xterm-kitty").splitsSaraAm)
    #expect(!capabilities("xterm").splitsSaraAm)
  }

  @Test("ESCDELAY is obeyed within reason", arguments: [("200", 200), ("0", 50), ("x", 50), ("999999", 50)])
  func escapeDelay(text: String, milliseconds: Int) {
    #expect(TerminalOptions { $0 == "ESCDELAY" ? text : nil }.escapeDelay == .milliseconds(milliseconds))
  }

  @Test("without lines a box is drawn in ASCII")
  func ascii() {
    var canvas = Canvas(size: Size(columns: 6, rows: 3))
    canvas.box(Rect(canvas.size))
    canvas.put("▓░", at: Position(column: 1, row: 1))
    #expect(canvas.adapted(to: capabilities("linux")).frame.rows == ["+----+", "|::  |", "+----+"])
  }

  @Test("where SARA AM is squeezed it is drawn in two parts, in as many columns")
  func saraAm() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    canvas.put("น้ำ กำ ำ", at: .origin)
    let adapted = canvas.adapted(to: capabilities("xterm-kitty"))
    #expect(adapted.frame.rows == ["น\u{0E4D}\u{0E49}\u{0E32} ก\u{0E4D}\u{0E32} ำ "])
    #expect(canvas.adapted(to: capabilities("xterm")) == canvas)
  }

  @Test("pauses for old terminals are not sent, and a title can't hold a command")
  func strings() {
    #expect(Modes.withoutPadding("\u{1B}[m\u{F}$<2>x$<5/>$y") == "\u{1B}[m\u{F}x$y")
    #expect(Modes.title("โรง\u{1B}]0;x\u{7}เรียน") == "\u{1B}]2;โรง]0;xเรียน\u{7}")
  }

  @Test(
    "what is written at the end undoes paste, mouse, colours, cursor and screen, the mouse once more at the very end")
  func restore() {
    let names = ["sgr0": "<normal>", "op": "<colours>", "cnorm": "<cursor>", "rmcup": "<leave>"]
    let text = Modes.restore(capabilities("xterm")) { names[$0] }
    #expect(text.hasPrefix("\u{1B}[?2004l"))
    let tail = text.components(after: "<normal><colours><cursor><leave>")
    #expect(tail?.contains("\u{1B}[?1000l") == true)
  }
}

extension String {
  fileprivate func components(after text: String) -> String? {
    firstRange(of: text).map { String(self[$0.upperBound...]) }
  }
}
