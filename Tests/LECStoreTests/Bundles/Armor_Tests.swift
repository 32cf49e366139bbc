import LECModel
import LECStore
import TestSupport
import Testing

@Suite("A bundle as text")
struct Armor_Tests {
  private func reason(_ text: String) -> ArmorError? {
    do throws(ArmorError) {
      _ = try Armor.read(text)
      return nil
    } catch { return error }
  }

  private func lines(_ file: [UInt8]) throws -> [String] {
    try Armor.write(file).split(separator: "\n").map(String.init)
  }

  private func text(_ lines: some Sequence<String>) -> String { lines.joined(separator: "\n") + "\n" }

  @Test("a file comes back from its text, whatever its length")
  func roundTrip() throws {
    for size in [0, 1, 2, 3, 4, 5, 39, 40, 41, 79, 80, 81, 1000, 20_000] {
      let file = Shell.noise(size)
      #expect(try Armor.read(try Armor.write(file)) == file, "\(size)")
    }
    #expect(throws: ArmorError.tooLarge) { try Armor.write([UInt8](repeating: 0, count: Armor.largestFile + 1)) }
    #expect(reason(String(repeating: " ", count: 9 << 20)) == .tooLarge)
  }

  @Test("the largest file that may be text comes back from it")
  func largest() throws {
    let file = [UInt8](repeating: 7, count: Armor.largestFile)
    #expect(try Armor.read(try Armor.write(file)) == file)
  }

  @Test("the text is the one that the manual shows")
  func fixed() throws {
    #expect(try lines(Array("LEC1".utf8)).count == 3)
    #expect(
      try Armor.write(Array("The quick brown fox jumps over the lazy dog.".utf8)) == """
        LECTERM+BEGIN+2+D7BX7C5F+CE5E7/
        1+AHM6A83HENMP6TS0C9S6YXVE41K6YY10D9TPTW3K41QQCSBJ41T6GS90DHGQMY90+20HB3/
        2+CHQPEBG+F5KRY/
        LECTERM+END+2+D7BX7C5F+9324J/

        """)
  }

  @Test("what chats and mail do to white space changes nothing")
  func whiteSpace() throws {
    let file = Shell.noise(500)
    let text = try Armor.write(file)
    let spread = text.map { String($0) + "\u{200B}" }.joined()
    let forms = [
      text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\n\n \n"), text.replacing("\n", with: " "),
      text.replacing("\n", with: ""), "\u{FEFF}" + text, text.replacing("\n", with: "\u{2028}"),
      text.replacing("+", with: "\u{200B}+\u{2060}"), text.replacing("\n", with: "\n\u{00A0}\t"), spread,
      text.map { String($0) }.joined(separator: "\n"), "สวัสดีครับ ส่งแฟ้มมาให้\n" + text + "ขอบคุณครับ 1/2\n",
    ]
    for form in forms { #expect(try Armor.read(form) == file) }
  }

  @Test("what a chat puts in front of each line does not count, and what is wrong is still named")
  func prefixes() throws {
    let file = Shell.noise(200)
    let lines = try lines(file)
    for before in [
      "> ", ">> ", "10:22 สมศรี ", "21/11/2026, 10:22 - ", "[10:22] +66 2 000 0000: ", "1. ", "12", "ครู ป.1/2: ",
    ] {
      let said = lines.map { before + $0 }
      #expect(try Armor.read(text(said)) == file, "\(before)")
      var lost = said
      lost.remove(at: 3)
      #expect(reason(text(lost)) == (before.contains("+") ? .damaged(line: 3) : .missing(line: 3)), "\(before)")
      var wrong = said
      wrong[2] = wrong[2].replacing("2+", with: "3+")
      #expect(reason(text(wrong)) == .damaged(line: 2), "\(before)")
    }
  }

  @Test("pieces come in any order and each line once is enough; those of another text begin anew")
  func pieces() throws {
    let file = Shell.noise(300), second = Shell.noise(150, seed: 9)
    let lines = try lines(file), others = try self.lines(second)
    var pieces = ArmorPieces()
    #expect(pieces.add("สวัสดี") == .nothing)
    #expect(!pieces.isLoose)
    #expect(pieces.add(text(lines[3...4])) == .nothing)
    #expect(pieces.isLoose && pieces.missing.isEmpty)
    #expect(pieces.add(text(lines[0...1])) == .lines)
    #expect(pieces.missing == [2...2, 5...8])
    #expect(pieces.add(text(lines[3...3])) == .nothing)
    #expect(pieces.add("> " + others[2]) == .nothing)
    #expect(pieces.add(text(lines[5...])) == .lines)
    #expect(throws: ArmorError.missing(line: 2)) { try pieces.file() }
    #expect(pieces.add(lines[2]) == .lines && pieces.isComplete)
    #expect(try pieces.file() == file)
    #expect(pieces.add(text(others)) == .anew)
    #expect(try pieces.file() == second)
  }

  @Test("every character that is another one is noticed, and in the data the line is named")
  func everyCharacter() throws {
    let lines = try lines(Shell.noise(90))
    #expect(lines.count == 5)
    for (number, line) in lines.enumerated() {
      for at in line.indices {
        for other in "0AZz+/-O \u{200B}" where other != line[at] {
          var changed = lines
          changed[number].replaceSubrange(at...at, with: String(other))
          let reason = reason(text(changed))
          switch number {
          case 0: #expect([.noBeginning, .badBeginning].contains(reason), "\(changed[number])")
          case 4: #expect([.badEnd, .endsEarly(line: 4)].contains(reason), "\(changed[number]) \(reason as Any)")
          default: #expect(reason == .damaged(line: number), "\(changed[number]) \(reason as Any)")
          }
        }
      }
    }
  }

  @Test("two characters of a line that changed places are noticed")
  func exchanged() throws {
    let lines = try lines(Shell.noise(90))
    for number in 1...3 {
      let characters = Array(lines[number])
      for i in 0..<characters.count - 1 where characters[i] != characters[i + 1] {
        var swapped = characters, changed = lines
        swapped.swapAt(i, i + 1)
        changed[number] = String(swapped)
        #expect(reason(text(changed)) == .damaged(line: number))
      }
    }
  }

  @Test("a line that is not there is named, and so is one that came twice or in the wrong place")
  func order() throws {
    let lines = try lines(Shell.noise(200))
    #expect(lines.count == 7)
    for number in 1...5 {
      var changed = lines
      changed.remove(at: number)
      #expect(reason(text(changed)) == .missing(line: number))
      changed = lines
      changed.insert(lines[number], at: number)
      #expect(reason(text(changed)) == .repeated(line: number))
    }
    var changed = lines
    changed.swapAt(2, 3)
    #expect(reason(text(changed)) == .missing(line: 2))
  }

  @Test("a text that ends early says which line is the next")
  func lengths() throws {
    let lines = try lines(Shell.noise(100))
    for count in 1...4 { #expect(reason(text(lines[..<count])) == .endsEarly(line: count)) }
    #expect(reason("") == .noBeginning)
    #expect(reason("สวัสดี") == .noBeginning)
    let whole = text(lines).dropLast()
    for length in 0..<whole.count { #expect(reason(String(whole.prefix(length))) != nil, "\(length)") }
  }

  @Test("lines of two files don't mix, and of two files in one text none is guessed")
  func twoFiles() throws {
    let one = try lines(Shell.noise(100)), two = try lines(Shell.noise(100, seed: 6))
    #expect(reason(text([one[0], one[1], two[2], one[3], one[4]])) == .damaged(line: 2))
    #expect(reason(text([two[0]] + one[1...])) == .damaged(line: 1))
    #expect(reason(text(one.dropLast() + [two[4]])) == .badEnd)
    #expect(reason(text(one + two)) == .second)
  }

  @Test("a text of nothing but line ends after a first line is damaged at its first line, and no more is made of it")
  func lineEnds() throws {
    let first = try lines(Shell.noise(100))[0]
    #expect(reason(first + String(repeating: "/", count: 2 << 20)) == .damaged(line: 1))
  }

  @Test("a bundle goes through text and opens")
  func bundle() throws {
    let shell = Shell()
    let file = try shell.file([1, 2, 3])
    #expect(try shell.open(try Armor.read(try Armor.write(file))).plain == [1, 2, 3])
  }

  @Test("whatever the text is, the answer is a reason and never a crash")
  func fuzz() throws {
    let whole = Array(try Armor.write(Shell.noise(120)).unicodeScalars)
    var luck = Luck(seed: 12)
    let strange: [Unicode.Scalar] = ["+", "/", "0", "9", "L", "ก", "\u{0}", "\u{FF}", "😀", "\n", "-"]
    for _ in 0..<3000 {
      var scalars = whole
      for _ in 0..<Int.random(in: 1...8, using: &luck) {
        let at = Int.random(in: 0..<scalars.count, using: &luck)
        switch Int.random(in: 0..<3, using: &luck) {
        case 0: scalars.insert(strange.randomElement(using: &luck) ?? "+", at: at)
        case 1: scalars.remove(at: at)
        default: scalars[at] = strange.randomElement(using: &luck) ?? "+"
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      if let file = try? Armor.read(String(text)) { #expect(file == Shell.noise(120)) }
    }
  }
}
