import LECModel
import TestSupport
import Testing

@Suite("The code on a card")
struct CardCodeTests {
  private let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  private func codes(_ count: Int) -> [CardCode] {
    var luck = Luck(seed: 5)
    return (0..<count).compactMap { _ in
      CardCode(random: (0..<10).map { _ in UInt8.random(in: 0...255, using: &luck) })
    }
  }

  private func read(_ text: String) -> CardCode? { try? CardCode.read(text).get() }

  private func fault(_ text: String) -> CardCode.Fault? {
    if case .failure(let fault) = CardCode.read(text) { fault } else { nil }
  }

  @Test("eighty random bits are sixteen characters and two that check them, in groups of four")
  func shape() throws {
    let zero = try #require(CardCode(random: [UInt8](repeating: 0, count: 10)))
    #expect(zero.text == "000000000000000000" && zero.shown == "0000-0000-0000-0000-00")
    let full = try #require(CardCode(random: [UInt8](repeating: 255, count: 10)))
    #expect(full.text.hasPrefix("ZZZZZZZZZZZZZZZZ"))
    // 1 in the last bit: the number 1, whose rest is 1.
    let one = try #require(CardCode(random: [UInt8](repeating: 0, count: 9) + [1]))
    #expect(one.text == "000000000000000101")
    // The first five bits are the first character.
    #expect(CardCode(random: [0xF8] + [UInt8](repeating: 0, count: 9))?.text.first == "Z")
    #expect(CardCode(random: []) == nil && CardCode(random: [UInt8](repeating: 0, count: 11)) == nil)
  }

  @Test("a code is read back as shown, and every code is another")
  func back() {
    let all = codes(500)
    for code in all { #expect(read(code.shown) == code && read(code.text) == code) }
    #expect(Set(all.map(\.text)).count == 500)
  }

  @Test("small letters, spaces, other hyphens, Thai digits, and letters taken for digits are read")
  func tolerant() {
    for code in codes(100) {
      var typed = code.shown.lowercased()
      #expect(read(typed) == code)
      #expect(read("  " + typed.replacing("-", with: " ") + "\t") == code)
      #expect(read(typed.replacing("-", with: "–")) == code)
      #expect(read(typed.replacing("-", with: "\u{2011}")) == code)
      typed = ThaiDigits.thai(code.shown)
      #expect(read(typed) == code)
      for (digit, letter) in [("0", "O"), ("0", "o"), ("1", "I"), ("1", "l"), ("1", "L"), ("1", "i")] {
        #expect(read(code.text.replacing(digit, with: letter)) == code)
      }
    }
  }

  @Test("what is wrong is told: how many characters lack, too many, or which can't be")
  func faults() throws {
    let code = try #require(codes(1).first)
    #expect(fault("") == .tooShort(missing: 18))
    #expect(fault(String(code.text.dropLast(3))) == .tooShort(missing: 3))
    #expect(fault(code.text + "0") == .tooLong)
    #expect(fault("U" + code.text.dropFirst()) == .strange(character: "U"))
    #expect(fault("u" + code.text.dropFirst()) == .strange(character: "u"))
    #expect(fault("ก" + code.text.dropFirst()) == .strange(character: "ก"))
    #expect(fault("*" + code.text.dropFirst()) == .strange(character: "*"))
  }

  @Test("one wrong character is always noticed")
  func oneWrong() {
    for code in codes(20) {
      let right = Array(code.text)
      for place in right.indices {
        for other in alphabet where other != right[place] {
          var typed = right
          typed[place] = other
          #expect(fault(String(typed)) == .mistyped)
        }
      }
    }
  }

  @Test("two characters that changed places are always noticed, side by side or far apart")
  func swapped() {
    for code in codes(60) {
      let right = Array(code.text)
      for i in right.indices {
        for j in right.indices where i < j && right[i] != right[j] {
          var typed = right
          typed.swapAt(i, j)
          #expect(fault(String(typed)) == .mistyped, "\(code.text) \(i) \(j)")
        }
      }
    }
  }
}

@Suite("Digits for the telephone")
struct FingerprintTests {
  @Test("a hash gives twelve digits in three groups, and the typed digits are compared with it")
  func text() throws {
    #expect(Fingerprint.text(.zero) == "0000 0000 0000")
    let small = try #require(Hash32([0, 0, 0, 0, 0, 0, 0x30, 0x39] + [UInt8](repeating: 9, count: 24)))
    #expect(Fingerprint.text(small) == "0000 0001 2345")
    // 2^64 - 1 = 18 446 744 073 709 551 615
    let large = try #require(Hash32([UInt8](repeating: 255, count: 32)))
    #expect(Fingerprint.text(large) == "0737 0955 1615")
    for typed in ["0737 0955 1615", "073709551615", "0737-0955-1615", " 0 737 0955 1615 ", "๐๗๓๗ ๐๙๕๕ ๑๖๑๕"] {
      #expect(Fingerprint.matches(typed, large))
      #expect(!Fingerprint.matches(typed, small))
    }
  }

  @Test("what is no such number is refused with the reason")
  func faults() {
    func fault(_ typed: String) -> Fingerprint.Fault? {
      if case .failure(let fault) = Fingerprint.read(typed) { fault } else { nil }
    }
    #expect(fault("") == .tooShort(missing: 12) && fault("0737 0955 161") == .tooShort(missing: 1))
    #expect(fault("0737 0955 16150") == .tooLong && fault("0737 O955 1615") == .strange(character: "O"))
    #expect(fault("0737 0955 1615") == nil)
    #expect(!Fingerprint.matches("", .zero))
  }
}
