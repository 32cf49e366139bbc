import Testing

@testable import LECTerm

@Suite struct KedmaneeTests {
  @Test(
    "a Thai letter stands for the Latin key of its place",
    arguments: [
      ("ๆไำพะัีรนยบล", "qwertyuiop[]"), ("ฟหกดเ้่าสวง", "asdfghjkl;'"), ("ผปแอิืทมใฝ", "zxcvbnm,./"),
      ("ๅภถุึคตจขช", "1456789" + "0-="), ("ฎฑธํ๊ณฯญฐ", "ERTYUIOP{"), ("ฤฆฏโฌ็๋ษศซ", "ASDFGHJKL:"), ("ฉฮฺ์ฒฬฦ", "CVBN<>?"),
    ])
  func table(thai: String, latin: String) {
    #expect(thai.unicodeScalars.map { Key.char($0).folded } == latin.unicodeScalars.map { Key.char($0) })
  }

  @Test("Thai digits are digits, not the signs on the same keys")
  func digits() {
    #expect("๐๑๒๓๔๕๖๗๘๙".unicodeScalars.map(Kedmanee.fold) == Array("0123456789".unicodeScalars))
  }

  @Test("what both keyboards have is not folded twice", arguments: Array("/-?+\"(),._%aZ1".unicodeScalars))
  func both(scalar: Unicode.Scalar) {
    #expect(Kedmanee.fold(scalar) == scalar)
  }

  @Test("every Thai letter and mark of the keyboard folds, and no two to one key but the digits")
  func complete() {
    var seen: [Unicode.Scalar: Unicode.Scalar] = [:]
    for value in UInt32(0x0E01)...0x0E4D where !(0x0E3B...0x0E3F).contains(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let latin = Kedmanee.fold(scalar)
      #expect(latin.isASCII, "\(scalar)")
      #expect(seen.updateValue(scalar, forKey: latin) == nil, "\(scalar)")
    }
  }

  @Test("Alt and Ctrl with a Thai letter fold too, other keys stay")
  func held() {
    #expect(Key.alt("ม").folded == .alt(","))
    #expect(Key.control("ย").folded == .control("p"))
    #expect(Key.up.folded == .up)
  }

  @Test("the key map's names fit the keys")
  func names() {
    #expect(Key.char(" ").name == "Space")
    #expect(Key.control("p").name == "Ctrl-P")
    #expect(Key.function(13).name == "Shift-F1")
    #expect(Key.backTab.name == "Shift-Tab")
    #expect(Key.resized.name == nil)
  }

  @Test("every key that a command is offered with can come from a terminal")
  func reachable() {
    let plain: [Key] = [
      .up, .down, .left, .right, .pageUp, .pageDown, .home, .end, .enter, .escape, .tab, .backTab, .backspace, .delete,
      .insert, .char(" "),
    ]
    var known = Set(plain.map(\.name))
    known.formUnion((0x21...0x7E as ClosedRange<UInt8>).map { Key.char(Unicode.Scalar($0)).name })
    known.formUnion("abcdefgklnopqrstuvwxy".unicodeScalars.map { Key.control($0).name })
    known.formUnion((1...12).map { Key.function($0).name })
    for row in KeyMap.rows {
      for key in row.keys { #expect(known.contains(key), "\(key.text)") }
    }
  }
}
