import TestSupport
import Testing

@testable import LECTerm

/// All keys in these bytes, as if nothing more came after them.
private func keys(_ bytes: some Collection<UInt8>, known: [String: Key] = [:]) -> [Key] {
  var reader = EscapeReader(known: known)
  reader.feed(bytes)
  return drain(&reader)
}

private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

private func drain(_ reader: inout EscapeReader) -> [Key] {
  var keys: [Key] = []
  while true {
    if let key = reader.next() {
      keys.append(key)
    } else if let key = reader.giveUp() {
      keys.append(key)
    } else {
      return keys
    }
  }
}

@Suite struct EscapeReaderTests {
  @Test(
    "the sequences of real terminals mean their keys",
    arguments: [
      ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[B", .down), ("\u{1B}OB", .down), ("\u{1B}[C", .right),
      ("\u{1B}[D", .left), ("\u{1B}[1;5C", .right), ("\u{1B}[a", .up), ("\u{1B}O5A", .up),
      ("\u{1B}[H", .home), ("\u{1B}OH", .home), ("\u{1B}[1~", .home), ("\u{1B}[7~", .home),
      ("\u{1B}[F", .end), ("\u{1B}OF", .end), ("\u{1B}[4~", .end), ("\u{1B}[8~", .end),
      ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
      ("\u{1B}OP", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[P", .function(1)),
      ("\u{1B}OS", .function(4)), ("\u{1B}[14~", .function(4)), ("\u{1B}[[E", .function(5)),
      ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[21~", .function(10)),
      ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)), ("\u{1B}[1;2P", .function(13)),
      ("\u{1B}[25~", .function(13)), ("\u{1B}[15;2~", .function(17)),
      ("\u{1B}OM", .enter), ("\u{1B}Op", .char("0")), ("\u{1B}Oy", .char("9")), ("\u{1B}Oj", .char("*")),
      ("\u{1B}[Z", .backTab), ("\u{1B}1", .function(1)), ("\u{1B}0", .function(10)),
      ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}", .escape),
      ("\u{3}", .control("c")), ("\u{10}", .control("p")), ("\u{1A}", .suspend), ("\0", .control(" ")),
      ("\u{1F}", .control("_")), ("\u{1B}x", .alt("x")), ("\u{1B}ม", .alt("ม")), ("\u{1B}[", .alt("[")),
      ("\u{1B}O", .alt("O")), ("\u{1B}\u{7F}", .control("w")), ("\u{1B}\u{1B}[A", .up),
      ("\u{1B}[27u", .escape), ("\u{1B}[97;5u", .control("a")), ("\u{1B}[3617;5u", .control("ม")),
      ("\u{1B}[27;5;97~", .control("a")), ("\u{1B}[97;3u", .alt("a")), ("\u{1B}[9;2u", .backTab),
      ("\u{1B}[<0;5;3M", .click(Position(column: 4, row: 2))), ("\u{1B}[M %#", .click(Position(column: 4, row: 2))),
      ("\u{1B}[<0;300;3M", .click(Position(column: 299, row: 2))),
      ("\u{1B}[<64;5;3M", .wheel(.up)), ("\u{1B}[<65;5;3M", .wheel(.down)), ("\u{1B}[M`%#", .wheel(.up)),
      ("\u{1B}[97~", .unknown), ("\u{1B}[E", .unknown), ("\u{1B}[?62;c", .unknown), ("\u{1B}[I", .unknown),
    ])
  func table(sequence: String, key: Key) {
    #expect(keys(sequence) == [key])
    #expect(keys("a" + sequence + "\u{1B}[Bข") == [.char("a"), key, .down, .char("ข")] || sequence.utf8.count < 3)
  }

  @Test(
    "releases, reports of the terminal and stray bytes are no keys",
    arguments: [
      "\u{1B}[<0;5;3m", "\u{1B}[M#%#", "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[201~",
    ])
  func noKeys(sequence: String) {
    #expect(keys(sequence + "a") == [.char("a")])
  }

  @Test("broken UTF-8 is left out and what follows is whole")
  func brokenLetters() {
    #expect(
      keys([0xFF, 0x61, 0xE0, 0xB8, 0x61, 0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF5, 0x62]) == [
        .char("a"), .char("a"), .char("b"),
      ])
  }

  @Test("any split of any sequence gives the same keys")
  func splits() {
    let text = "ก\u{1B}[A\u{1B}OB\u{1B}[15~ที่\u{1B}[<0;5;3M\u{1B}[200~น้ำ\r\n\u{1B}[201~\u{1B}[[Bq\u{1B}]0;x\u{7}z"
    let whole = keys(text)
    for size in 1...7 {
      var reader = EscapeReader(), got: [Key] = [], rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        reader.feed(rest.prefix(size))
        rest = rest.dropFirst(size)
        while let key = reader.next() { got.append(key) }
      }
      #expect(got == whole)
    }
    #expect(whole.contains(.paste("น้ำ\n")))
  }

  @Test("a lone Esc waits briefly, a begun sequence longer, and letters not at all")
  func waits() {
    var reader = EscapeReader()
    #expect(reader.wait == .none)
    reader.feed([0x1B])
    #expect(reader.next() == nil)
    #expect(reader.wait == .briefly)
    reader.feed(Array("[".utf8))
    #expect(reader.next() == nil)
    #expect(reader.wait == .long)
    reader.feed(Array("1;".utf8))
    #expect(reader.wait == .long)
    #expect(reader.next() == nil)
    #expect(reader.giveUp() == .unknown)
    #expect(reader.wait == .none)
    reader.feed([0xE0, 0xB8])
    #expect(reader.wait == .long)
  }

  @Test("an arrow torn apart on a slow line does not type its tail")
  func tornArrow() {
    var reader = EscapeReader()
    reader.feed([0x1B])
    #expect(reader.giveUp() == .escape)
    reader.feed(Array("[A".utf8))
    #expect(drain(&reader) == [.up])
    reader.feed([0x1B])
    #expect(reader.giveUp() == .escape)
    reader.feed(Array("[ก".utf8))
    #expect(drain(&reader) == [.char("["), .char("ก")])
  }

  @Test("Esc pressed twice is two keys")
  func escapes() {
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}\u{1B}a") == [.escape, .alt("a")])
  }

  @Test("a paste comes in one piece with plain line ends and no controls")
  func paste() {
    #expect(keys("\u{1B}[200~ก\r\nข\rค\nง\u{7}\u{1B}[A\t\u{1B}[201~x") == [.paste("ก\nข\nค\nง[A\t"), .char("x")])
  }

  @Test("a paste too long is cut, and its end is still found")
  func longPaste() {
    let text = String(repeating: "a", count: EscapeReader.pasteLimit + 100)
    #expect(keys("\u{1B}[200~\(text)\u{1B}[201~x") == [.paste(String(text.dropLast(100))), .char("x")])
  }

  @Test("a paste whose end is lost is given up, not waited for")
  func lostPaste() {
    #expect(keys("\u{1B}[200~abc") == [.paste("abc")])
  }

  @Test("what only this terminal's description knows is known too")
  func described() {
    #expect(keys(Array("\u{1B}[193z".utf8), known: ["\u{1B}[193z": .function(2)]) == [.function(2)])
  }

  @Test("no bytes whatever make a control character text", arguments: 1...30)
  func fuzz(seed: Int) {
    var luck = Luck(seed: UInt64(seed))
    var reader = EscapeReader()
    let common = Array("\u{1B}\u{1B}[[O~;<M0129ก".utf8)
    for _ in 0..<300 {
      reader.feed(
        (0..<Int.random(in: 0...9, using: &luck)).map { _ in
          Bool.random(using: &luck)
            ? common[Int.random(in: common.indices, using: &luck)] : .random(in: 0...255, using: &luck)
        })
      var got: [Key] = []
      while let key = reader.next() { got.append(key) }
      if Bool.random(using: &luck), let key = reader.giveUp() { got.append(key) }
      for key in got {
        switch key {
        case .char(let scalar), .alt(let scalar): #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        case .paste(let text): #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })
        default: break
        }
      }
    }
    // Whatever began, enough giving up ends it.
    #expect(drain(&reader).count < 5_000)
    #expect(reader.wait == .none)
  }
}
