import Testing

@testable import LECTerm

@Suite("Language")
struct LanguageTests {
  let language = Language(
    code: .english,
    texts: [
      .english: [
        "left": "{count} days left", "left.one": "{count} day left", "who": "{name} has 13 digits, F1 helps",
        "said": "{what}!",
      ],
      .thai: ["left": "เหลือเวลาอีก {count} วัน", "who": "{name} มี 13 หลัก"],
    ])

  @Test("one is said in the singular where the language has one")
  func singular() {
    #expect(language.text("left", [.number("count", 1)]) == "1 day left")
    #expect(language.text("left", [.number("count", 12)]) == "12 days left")
    #expect(language.text("left", [.number("count", 1)], in: .thai) == "เหลือเวลาอีก 1 วัน")
  }

  @Test("a missing key shows itself and an unfilled name stays")
  func missing() {
    #expect(language.text("nothing.here") == "[nothing.here]")
    #expect(language.text("left") == "{count} days left")
  }

  @Test("Thai digits are for figures: not for names, nor for F1")
  func thaiDigits() {
    var thai = language
    thai.digits = .thai
    #expect(thai.text("left", [.number("count", 12_345)]) == "๑๒,๓๔๕ days left")
    #expect(thai.text("who", [.text("name", "ศพด.2")]) == "ศพด.2 has ๑๓ digits, F1 helps")
    #expect(thai.text("who", [.figures("name", "1/2567")]) == "๑/๒๕๖๗ has ๑๓ digits, F1 helps")
  }

  @Test("switching changes words that already stand")
  func switching() {
    let words = Words.key("left", [.number("count", 3)])
    var spoken = language
    #expect(words.said(in: spoken) == "3 days left")
    spoken.code = spoken.code.other
    #expect(words.said(in: spoken) == "เหลือเวลาอีก 3 วัน")
  }

  @Test("a value that is a key is said in the same language")
  func keyValue() {
    #expect(language.text("said", [.key("what", "left")]) == "{count} days left!")
  }

  @Test("a file's comments, spaces and line breaks are read as meant")
  func file() {
    let texts = LanguageFile.texts(of: Array("# no\n\n a.b =  two = three\\nfour \r\nlone\n= none\n".utf8))
    #expect(texts == ["a.b": "two = three\nfour"])
  }

  @Test("both languages have the same keys")
  func sameKeys() {
    let spoken = Spoken.language
    let thai = spoken.keys(of: .thai)
    let english = spoken.keys(of: .english).filter { !$0.hasSuffix(".one") }
    #expect(!thai.isEmpty)
    #expect(thai.subtracting(english).sorted() == [])
    #expect(Set(english).subtracting(thai).sorted() == [])
  }

  @Test("a key and its translation have the same places to fill")
  func samePlaces() {
    let spoken = Spoken.language
    for key in spoken.keys(of: .thai).sorted() {
      let name = TextKey(key)
      #expect(places(spoken.text(name, in: .thai)) == places(spoken.text(name, in: .english)), "\(key)")
    }
  }

  private func places(_ text: String) -> Set<Substring> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first
      })
  }
}
