import LECModel
import TestSupport
import Testing

@Suite struct TextFormTests {
  @Test(
    "text is brought to one form",
    arguments: [
      ("น\u{E4D}\u{E49}า", "น\u{E49}\u{E33}"), ("น\u{E49}\u{E4D}า", "น\u{E49}\u{E33}"),
      ("น\u{E33}\u{E49}", "น\u{E49}\u{E33}"), ("กํา", "ก\u{E33}"), ("น\u{E4D}\u{E33}", "น\u{E33}"),
      ("ก\u{E48}\u{E38}", "ก\u{E38}\u{E48}"), ("ท\u{E35}\u{E48}\u{E35}", "ท\u{E35}\u{E48}"),
      ("ที่่", "ที่"), ("กำำ้", "ก้ำ"), ("สิทธ\u{E4C}\u{E34}", "สิทธ\u{E34}\u{E4C}"), ("เเดง", "แดง"), ("เ\u{200B}เดง", "แดง"),
      ("  สม\u{A0} ชาย\t", "สม ชาย"), ("สม\r\nชาย", "สม ชาย"), ("\u{FEFF}สม\u{200D}ชาย\u{202E}", "สมชาย"),
      ("ก\u{0}ข\u{7F}ค\u{9B}ง\u{1B}[31m", "กขคง[31m"), ("a\u{AD}b", "ab"), ("", ""), (" \u{200B} ", ""),
      ("สมชาย ใจดี", "สมชาย ใจดี"), ("José Ñ", "José Ñ"), ("Jose\u{301}", "Jos\u{E9}"),
      ("Nguye\u{302}\u{303}n", "Nguy\u{1EC5}n"),
      ("La\u{302}\u{323}m", "L\u{1EAD}m"), ("La\u{323}\u{302}m", "L\u{1EAD}m"), ("ก\u{301}", "ก\u{301}"),
      ("\u{E48}ก", "\u{E48}ก"),
    ])
  func form(_ typed: String, _ expected: String) {
    #expect(Array(TextForm.clean(typed).utf8) == Array(expected.utf8))
  }

  @Test("cleaning twice changes nothing more, and nothing unseen is left")
  func idempotent() {
    var luck = Luck(seed: 11)
    for _ in 0..<20_000 {
      let text = Self.scramble(&luck)
      let once = TextForm.clean(text)
      #expect(Array(TextForm.clean(once).utf8) == Array(once.utf8), "\(Array(text.unicodeScalars))")
      let unseen = once.unicodeScalars.contains { $0.properties.generalCategory == .format || $0.value < 0x20 }
      #expect(!unseen, "\(Array(text.unicodeScalars))")
      #expect(!once.contains("  ") && !once.hasPrefix(" ") && !once.hasSuffix(" "))
    }
  }

  @Test("texts that Swift calls equal have equal bytes when clean")
  func canonical() {
    var luck = Luck(seed: 12)
    let marks: [Unicode.Scalar] = ["\u{E38}", "\u{E39}", "\u{E3A}", "\u{E48}", "\u{E49}", "\u{E34}", "\u{E4C}"]
    var equalPairs = 0
    for _ in 0..<20_000 {
      let some = (0..<3).compactMap { _ in marks.randomElement(using: &luck) }
      let a = Self.text(["ก"] + some)
      let b = Self.text(["ก"] + some.shuffled(using: &luck))
      guard a == b else { continue }
      equalPairs += 1
      #expect(Array(TextForm.clean(a).utf8) == Array(TextForm.clean(b).utf8))
    }
    #expect(equalPairs > 1000)
  }

  @Test(
    "search forgives tone marks, capitals and kinds of digits",
    arguments: [
      ("น้ำผึ้ง", "นำผึง"), ("สิทธิ์", "สิทธิ"), ("เด็กชาย", "เดกชาย"), ("ห้อง ๑๒ AB", "หอง 12 ab"),
      ("ก \u{E48} ข", "ก ข"), ("นํ้า", "นำ"), ("", ""),
    ])
  func fold(_ text: String, _ expected: String) {
    #expect(Array(TextForm.fold(text).utf8) == Array(expected.utf8))
  }

  @Test("folding twice changes nothing more, and what is found by the whole is found by a clean copy")
  func foldIdempotent() {
    var luck = Luck(seed: 13)
    for _ in 0..<20_000 {
      let text = Self.scramble(&luck)
      let once = TextForm.fold(text)
      #expect(Array(TextForm.fold(once).utf8) == Array(once.utf8), "\(Array(text.unicodeScalars))")
      #expect(Array(TextForm.fold(TextForm.clean(text)).utf8) == Array(once.utf8))
    }
  }

  @Test("Thai digits and Arabic digits turn into each other and nothing else changes")
  func digits() {
    #expect(ThaiDigits.ascii("ห้อง ๑๒/๓ 4") == "ห้อง 12/3 4")
    #expect(ThaiDigits.thai("ป.1/2 วันที่ ๓") == "ป.๑/๒ วันที่ ๓")
    #expect(ThaiDigits.ascii("ไม่มี") == "ไม่มี" && ThaiDigits.thai("abc") == "abc")
  }

  private static let pool: [Unicode.Scalar] = [
    "ก", "น", "ร", "เ", "เ", "แ", "า", "ำ", "\u{E31}", "\u{E34}", "\u{E38}", "\u{E3A}", "\u{E47}", "\u{E48}", "\u{E49}",
    "\u{E4C}", "\u{E4D}", "\u{E4D}", "\u{E4E}", " ", "\u{A0}", "\t", "\u{200B}", "\u{FEFF}", "\u{9B}", "a", "Z", "7",
    "๗", "ๆ",
    "é", "\u{1F600}", "\u{202E}",
  ]

  private static func scramble(_ luck: inout Luck) -> String {
    text((0..<Int.random(in: 0...9, using: &luck)).compactMap { _ in pool.randomElement(using: &luck) })
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
