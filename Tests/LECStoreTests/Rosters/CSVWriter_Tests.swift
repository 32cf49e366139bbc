import LECStore
import TestSupport
import Testing

@Suite struct CSVWriterTests {
  private static let letters: [String] = [
    "ก", "ำ", "้", "น้ำ", "x", " ", ",", ";", "\t", "\"", "\"\"", "'", "=", "+", "-", "@", "\n", "\r", "\r\n", "😀", "๑",
    "|", "\u{A0}",
  ]

  @Test("what is written is read again cell by cell", arguments: Delimiter.allCases, [false, true])
  func roundTrip(_ delimiter: Delimiter, mark: Bool) throws {
    for seed in 1...60 {
      var luck = Luck(seed: UInt64(seed))
      let width = Int.random(in: 1...6, using: &luck)
      let rows = (0..<Int.random(in: 1...8, using: &luck)).map { _ in
        // A first cell that is never blank: blank rows are skipped, and a text of "sep=" is an instruction.
        (0..<width).map { $0 == 0 ? "ก" + text(&luck) : text(&luck) }
      }
      var writer = CSVWriter(mark: mark, delimiter: delimiter)
      for row in rows { writer.row(row) }
      #expect(try read(writer.bytes, delimiter) == rows, "seed \(seed)")
    }
  }

  @Test("a cell that begins like a formula gets one apostrophe, which reading takes off again")
  func guardsFormulas() throws {
    let cells = ["=1+1", "+66", "-", "@x", "'=1", "''-", "\t=1", "'", "'น้ำ", "a=1", "=\"0123\""]
    var writer = CSVWriter(mark: false)
    writer.row(cells)
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "'=1+1,'+66,'-,'@x,''=1,'''-,'\t=1,','น้ำ,a=1,\"'=\"\"0123\"\"\"\r\n")
    #expect(try read(writer.bytes, .comma) == [cells])
  }

  @Test("quotes stand only where they are needed, rows end with CRLF, the mark comes first")
  func form() {
    var writer = CSVWriter(mark: true)
    writer.row(["ก ข", "a,b", "say \"x\"", "two\nlines", ""])
    writer.row([""])
    #expect(
      writer.bytes == [0xEF, 0xBB, 0xBF] + Array("ก ข,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\r\n\"\"\r\n".utf8))
  }

  @Test("control characters are left out, also before a formula")
  func leavesOutControls() {
    var writer = CSVWriter(mark: false)
    writer.row(["a\u{0}b\u{1B}[0m", "\u{1}=1"])
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "ab[0m,'=1\r\n")
  }

  private func text(_ luck: inout Luck) -> String {
    (0..<Int.random(in: 0...5, using: &luck)).map { _ in Self.letters.randomElement(using: &luck) ?? "" }.joined()
  }

  private func read(_ bytes: [UInt8], _ delimiter: Delimiter) throws -> [[String]] {
    var reader = CSVReader(try SheetText(bytes), delimiter: delimiter)
    var rows: [[String]] = []
    while let row = try reader.next() { rows.append((0..<row.count).map { row[$0] }) }
    return rows
  }
}
