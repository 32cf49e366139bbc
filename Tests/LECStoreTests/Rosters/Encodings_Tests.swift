import LECStore
import Testing

@Suite struct EncodingsTests {
  private func firstCell(_ bytes: [UInt8]) throws -> (encoding: SheetEncoding, cell: String) {
    let text = try SheetText(bytes)
    var reader = CSVReader(text, delimiter: .tab)
    let row = try #require(try reader.next())
    return (text.encoding, row[0])
  }

  @Test("every byte of the Thai code page becomes its letter")
  func codePage() throws {
    let thai: [UInt8] = Array(0xA1...0xDA) + Array(0xDF...0xFB)
    let signs: [UInt8] = [0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xA0]
    let read = try firstCell(thai + signs)
    #expect(read.encoding == .thai874)
    let expected =
      Array(0x0E01...0x0E3A) + Array(0x0E3F...0x0E5B)
      + [0x20AC, 0x2026, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x00A0]
    #expect(read.cell.unicodeScalars.map { Int($0.value) } == expected)
  }

  @Test("bytes the Thai code page leaves empty are named")
  func emptyBytes() {
    for byte in [0x81, 0x90, 0x9F, 0xDB, 0xDE, 0xFC, 0xFF] as [UInt8] {
      #expect(throws: CSVProblem.unknownByte(byte, SheetPlace(line: 2, column: 2))) {
        try SheetText([0xA1, 0xA2, 0x0A, 0xA3, 0x2C, 0xA4, byte, 0xA5])
      }
    }
  }

  @Test("UTF-8 is taken for UTF-8 at every length of letter and every place in the file")
  func utf8() throws {
    for letters in 0..<20 {
      let text = String(repeating: "x", count: letters) + "é" + "ก😀" + String(repeating: "ก", count: letters)
      #expect(try firstCell(Array(text.utf8)) == (.utf8, text))
      #expect(try firstCell([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == (.utf8WithMark, text))
    }
  }

  @Test("UTF-16 is read in both orders, pairs too")
  func utf16() throws {
    let text = "น้ำ x é 😀\u{FFFD}"
    let units = Array(text.utf16)
    #expect(
      try firstCell([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == (.utf16LittleEndian, text))
    #expect(
      try firstCell([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == (.utf16BigEndian, text))
  }

  @Test("a Thai name that looks like UTF-8 in its bytes is still read as the Thai code page")
  func thaiThatLooksLikeUTF8() throws {
    // เนต in TIS-620 is E0 B9 B5, in UTF-8 a single letter.
    let name: [UInt8] = [0xE0, 0xB9, 0xB5, 0xC3, 0xB9, 0xC0, 0xD2, 0xCA, 0xD8, 0xA2, 0xE3, 0xA8, 0xB4, 0xD5]
    #expect(try firstCell(name) == (.thai874, "เนตรนภาสุขใจดี"))
  }

  @Test("the delimiter is told by the first line that has one, and what stands in quotes does not count")
  func delimiter() throws {
    for (text, delimiter) in [
      ("a,b;c,d\n;;;;;;", .comma), ("\"a,b,c,d\";e\n", .semicolon), ("title\na\tb\tc,d", .tab), ("a\nb\n", .comma),
      ("\"a\nb,c,d\";e", .semicolon), ("sep=;\na,b,c", .semicolon),
    ] as [(String, Delimiter)] {
      #expect(Delimiter.guess(try SheetText(Array(text.utf8))) == delimiter, "\(text)")
    }
  }
}
