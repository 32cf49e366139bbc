import Testing

@testable import LECModel

@Suite("Text that may be shown")
struct SafeText_Tests {
  @Test("nothing that a terminal obeys or that turns a line round is left")
  func unsafe() {
    #expect(SafeText.line("ก\u{1B}[31mข\u{9B}2J\u{7F}") == "ก?[31mข?2J?")
    #expect(SafeText.line("a\u{202E}b\u{2066}c\u{200F}d\u{61C}e") == "a?b?c?d?e")
    #expect(SafeText.line("หนึ่ง\nสอง\r\nสาม\u{2028}สี่\u{2029}ห้า\t.") == "หนึ่ง?สอง??สาม?สี่?ห้า?.")
  }

  @Test("Thai text stays as it is, with the spaces without width that part its words")
  func thai() {
    for text in ["เด็กหญิงน้ำใจ ใจดี", "โรง\u{200B}เรียน", "ก\u{200C}ข\u{200D}", "É 漢 🙂", ""] {
      #expect(SafeText.line(text) == text)
    }
  }

  @Test("what nobody sees is told to programs by its number")
  func hidden() {
    for scalar in "\u{1B}\u{9B}\u{202E}\u{200B}\u{FEFF}\u{2028}\u{E0041}".unicodeScalars {
      #expect(SafeText.isHidden(scalar))
    }
    for scalar in "กำ้ aé漢".unicodeScalars { #expect(!SafeText.isHidden(scalar)) }
  }
}
