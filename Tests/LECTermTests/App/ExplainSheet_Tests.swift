import Glibc
import LECStore
import Testing

@testable import LECTerm

@Suite struct ExplainSheetTests {
  private static let place = SheetPlace(line: 12, column: 3)

  static let problems: [CSVProblem] =
    [
      .unreadable(code: ENOENT), .unreadable(code: EISDIR), .unreadable(code: EACCES), .unreadable(code: EIO),
      .tooLarge(bytes: 70 << 20, limit: 64 << 20), .empty, .unknownByte(0xFC, place), .cutOff(place),
      .brokenCharacter(place), .unmarkedUTF16, .utf32, .nul(place), .controlByte(0x1B, place), .unclosedQuote(place),
      .textAfterQuote(place, opened: place), .cellTooLong(place, limit: 64 << 10), .tooManyColumns(place, limit: 200),
      .shortRow(place, cells: 2, expected: 8), .longRow(place, cells: 9, expected: 8), .formula(place),
      .noHeader(place),
      .doubledColumn(.last, place, first: SheetPlace(line: 12, column: 1)),
      .ambiguousColumn("เลขประจำตัว", place, between: [.number, .schoolNumber]),
      .missingColumns([.number, .birth], place),
      .noRows(place), .badMapLine(12), .unknownMapColumn("x", line: 12), .unusedMapHeader("x", line: 12),
    ] + ForeignFile.allCases.map { .foreign($0) } + faults.map { .workbook($0) }

  private static let faults: [WorkbookFault] = [
    .damaged(part: "ZIP"), .missingPart("xl/workbook.xml"), .encrypted, .binary, .bomb(part: "xl/sharedStrings.xml"),
    .documentType(part: "xl/workbook.xml"), .notXML(part: "xl/workbook.xml", line: 3), .noSheets,
    .noSuchSheet("ป.3", known: ["ป.1", "ป.2"]), .severalSheets(["ป.1", "ป.2"]),
  ]

  private func said(_ problem: CSVProblem, _ code: Language.Code) -> String {
    problem.words.map { $0.said(in: Spoken.look(code).language) }.joined(separator: " ")
  }

  @Test("every problem is a whole sentence in both languages", arguments: problems, Language.Code.allCases)
  func wholeSentences(_ problem: CSVProblem, _ code: Language.Code) {
    let sentence = said(problem, code)
    #expect(!sentence.contains("{") && !sentence.contains("["), "\(sentence)")
  }

  @Test("a problem with a place names the row and the column's letter", arguments: problems, Language.Code.allCases)
  func namesPlace(_ problem: CSVProblem, _ code: Language.Code) {
    guard problem.place != nil else { return }
    let sentence = said(problem, code)
    #expect(sentence.contains("12"), "\(sentence)")
    switch problem {
    case .missingColumns, .noRows: break  // They concern the row as a whole.
    default:
      let column = code == .thai ? "คอลัมน์ C" : "column C"
      #expect(sentence.contains(column), "\(sentence)")
    }
  }

  @Test("the sentences read as meant")
  func examples() {
    #expect(
      said(.unclosedQuote(SheetPlace(line: 3, column: 28, textLine: 5)), .english)
        == "Row 3, column AB: a quotation mark (\") is opened and never closed. Close it or take it out. (line 5 in a text editor)"
    )
    #expect(
      said(.doubledColumn(.last, Self.place, first: SheetPlace(line: 12, column: 1)), .thai)
        == "แถวที่ 12 คอลัมน์ C: หัวตาราง “นามสกุล” ซ้ำกับคอลัมน์ A กรุณาให้เหลือคอลัมน์เดียว หรือระบุด้วย --map")
    #expect(
      said(.foreign(.pdf), .thai)
        == "ไฟล์นี้เป็นเอกสาร PDF ไม่ใช่ไฟล์รายชื่อ กรุณาเลือกไฟล์ Excel (.xlsx) หรือ CSV")
    #expect(said(.foreign(.oldExcel), .english).hasSuffix("save it as an Excel workbook (.xlsx) or as CSV."))
    #expect(said(.unknownByte(0x0C, Self.place), .english).contains("0x0C"))
    #expect(
      said(.missingColumns([.number, .birth], Self.place), .english)
        == "Row 12: the header has no column “ID number”. Row 12: the header has no column “birth date”.")
  }

  @Test("a mixed column is asked about with a row of each kind")
  func question() {
    var guess = YearGuess(.birth)
    guess.note("16/05/2561", at: SheetPlace(line: 2, column: 6))
    guess.note("2017-12-01", at: SheetPlace(line: 9, column: 6))
    guard case .ask(let question) = guess.answer() else {
      Issue.record("no question")
      return
    }
    #expect(
      question.words.said(in: Spoken.look(.english).language)
        == "The column “birth date” has Buddhist years (1, such as row 2: 16/05/2561) and Christian years (1, such as row 9: 2017-12-01). How shall it be read?"
    )
    let answers = YearReading.allCases.map { $0.words.said(in: Spoken.look(.thai).language) }
    #expect(answers == ["ทั้งคอลัมน์เป็น พ.ศ.", "ทั้งคอลัมน์เป็น ค.ศ.", "อ่านตามปีของแต่ละแถว"])
  }

  @Test("a column is called as an export heads it", arguments: RosterColumn.allCases)
  func columnNames(_ column: RosterColumn) {
    #expect(Spoken.look(.thai).language.text(column.nameKey) == column.thaiName)
    #expect(Spoken.look(.english).language.text(column.nameKey) == column.englishName)
  }
}
